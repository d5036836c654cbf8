import { writeFile } from 'node:fs/promises'
import { writeBodies } from './fixtures.ts'
import { writeTypes } from './types.ts'

await write('src/model/types.generated.ts', writeTypes())
await write('fixtures/bodies.ts', await writeBodies())

// Loaded last: both read the fixtures that were just written.
const { seededValues } = await import('./seeded-values.ts')
const { syntheticResponses } = await import('./synthetic-responses.ts')
await write('test/generators/seeded-values.json', JSON.stringify(seededValues(), null, 2))
await write('test/tenant/synthetic-responses.json', JSON.stringify(await syntheticResponses(), null, 2))

function write(path: string, text: string): Promise<void> {
  return writeFile(new URL(`../${path}`, import.meta.url), `${text}\n`)
}
