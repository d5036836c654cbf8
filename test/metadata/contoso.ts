import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `$metadata` document of an invented service. */
export const metadataFile = fileURLToPath(new URL('contoso.csdl.xml', import.meta.url))
export const metadataText = readFileSync(metadataFile, 'utf8')
