import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonProblemIn, scanJson } from '../../src/files/json-structure.ts'
import { maximumDepth } from '../../src/model/json-copy.ts'
import { runs } from '../runs.ts'

/** Returns all keys of a value, in their order. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...keysIn(inner),
  ])
}

test('scanJson finds exactly the keys of a value, however it is formatted', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
      const keys: string[] = []
      scanJson(JSON.stringify(value, null, space), ({ key }) => keys.push(key))
      expect(keys).toEqual(keysIn(JSON.parse(JSON.stringify(value))))
      expect(jsonProblemIn(JSON.stringify(value, null, space))).toBeUndefined()
    }),
    { numRuns: runs(100, 10_000) },
  )
})

test('scanJson accepts every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[],:"\\ua') }), (text) => {
      expect(scanJson(text, () => {})).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: runs(100, 10_000) },
  )
})

describe('jsonProblemIn', () => {
  test.each([
    ['{"a":1,\n"a":2}', '"a"', 2, 1],
    ['{"b":{"a":1},\n"c":[{"a":1,\n\n"\\u0061":2}]}', '"a"', 4, 1],
    ['{"__proto__":1,"__proto__":2}', '"__proto__"', 1, 16],
    ['{"a\\"b":1,"a\\"b":2}', '"a\\"b"', 1, 11],
  ])('finds the repeated key in %j', (text, key, line, column) => {
    expect(jsonProblemIn(text)).toEqual({
      found: `the key ${key} twice`,
      message: expect.stringContaining(`has the key ${key} twice`),
      line,
      column,
    })
  })
  test('accepts equal keys of different objects, and keys that look like values', () => {
    expect(jsonProblemIn('[{"a":"a"},{"a":{"a":["a","a"]}}]')).toBeUndefined()
  })
  test('limits the depth', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(jsonProblemIn(nested(maximumDepth))).toBeUndefined()
    expect(jsonProblemIn(nested(10_000))?.message).toBe(
      'It is nested 10000 levels deep. Expected at most 200.',
    )
  })
})
