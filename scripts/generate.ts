import { writeFile } from 'node:fs/promises'
import { writeBodies } from './fixtures.ts'
import { writeGuard } from './guard.ts'
import { writeTypes } from './types.ts'

await writeFile(new URL('../src/model/types.generated.ts', import.meta.url), `${writeTypes()}\n`)
await writeFile(new URL('../fixtures/bodies.ts', import.meta.url), `${await writeBodies()}\n`)
await writeFile(new URL('../src/read/guard.generated.ts', import.meta.url), `${writeGuard()}\n`)
