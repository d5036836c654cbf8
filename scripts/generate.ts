import { writeFile } from 'node:fs/promises'
import { writeActionPages } from './action-pages.ts'
import { assumptionPage } from './assumption-page.ts'
import { writeDescriptions } from './descriptions.ts'
import { generatedFixtures } from './fixtures.ts'
import { writeGuard } from './guard.ts'
import { writeTypes } from './types.ts'

await write('src/model/types.generated.ts', writeTypes())
await writeActionPages()
await write('docs/assumptions.md', assumptionPage())
await write('src/read/guard.generated.ts', writeGuard())
await write('src/model/descriptions.generated.ts', writeDescriptions())
for (const [name, text] of Object.entries(await generatedFixtures()))
  await writeText(`fixtures/${name}`, text)

// Loaded last, because these modules read the fixtures that were just written.
const { knowledgePage } = await import('./knowledge-page.ts')
const { writePactFixtures } = await import('./pact-fixtures.ts')
const { callDistribution } = await import('./call-distribution.ts')
const { seededValues } = await import('./seeded-values.ts')
const { syntheticResponses } = await import('./synthetic-responses.ts')
const { uncoveredProperties } = await import('./uncovered-properties.ts')
await write('docs/knowledge.md', knowledgePage())
await writePactFixtures()
await write('docs/distribution.md', callDistribution())
await writeJson('test/generators/seeded-values.json', seededValues())
await writeJson('test/tenant/synthetic-responses.json', await syntheticResponses())
await writeJson('test/fixtures/uncovered-properties.json', uncoveredProperties())

function writeJson(path: string, value: unknown): Promise<void> {
  return write(path, JSON.stringify(value, null, 2))
}

function write(path: string, text: string): Promise<void> {
  return writeText(path, `${text}\n`)
}

function writeText(path: string, text: string): Promise<void> {
  return writeFile(new URL(`../${path}`, import.meta.url), text)
}
