import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printableJson } from '../../src/output/printable.ts'
import { runs } from '../runs.ts'

const hostile = [
  '\u001b[31m',
  '\u009b2J',
  '\u202e',
  '\u2028',
  '\n::error::x',
  '##[error]x',
  '##vso[task.complete]x',
  '\ud800',
  '💾',
  '\u{e0041}',
]

test('is the same JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.subarray(hostile), (value, texts) => {
      const all = { value, texts }
      expect(JSON.parse(printableJson(all))).toEqual(JSON.parse(JSON.stringify(all)))
    }),
    { numRuns: runs(100, 10_000) },
  )
})

test.each(hostile)('contains nothing that a terminal or a CI service obeys: %j', (text) => {
  const json = printableJson({ [text]: [text] })
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
  expect(json).not.toMatch(/^\s*::|##(?:vso)?\[/m)
  expect(JSON.parse(json)).toEqual({ [text]: [text] })
})
