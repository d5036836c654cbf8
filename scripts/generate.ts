import { writeFile } from 'node:fs/promises'
import { writeBodies } from './fixtures.ts'
import { writeTypes } from './types.ts'

await writeFile(new URL('../src/model/types.generated.ts', import.meta.url), `${writeTypes()}\n`)
await writeFile(new URL('../fixtures/bodies.ts', import.meta.url), `${await writeBodies()}\n`)
