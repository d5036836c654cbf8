import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { callDistribution } from '../../scripts/call-distribution.ts'

test('docs/distribution.md has the statistics of the generated calls', () => {
  const page = readFileSync(new URL('../../docs/distribution.md', import.meta.url), 'utf8')
  expect(page).toBe(`${callDistribution()}\n`)
})
