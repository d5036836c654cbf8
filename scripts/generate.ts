import { writeFile } from 'node:fs/promises'
import { writeTypes } from './types.ts'

await writeFile(new URL('../src/schema/types.ts', import.meta.url), `${writeTypes()}\n`)
