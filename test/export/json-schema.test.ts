import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { CallFormatError, readCall, readStrictCall } from 'graph-call-testkit'
import { jsonSchema } from 'graph-call-testkit/export'
import { fixtures, notifications } from 'graph-call-testkit/fixtures'
import { anyCall, anyCallError, anyFaultyCall, anyFutureCall } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { runs } from '../runs.ts'

function accepts(read: (body: unknown) => unknown, body: unknown): boolean {
  try {
    read(body)
    return true
  } catch (error) {
    if (error instanceof CallFormatError) return false
    throw error
  }
}

describe.each([
  ['tolerant', readCall],
  ['strict', readStrictCall],
] as const)('jsonSchema, %s', (mode, read) => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(jsonSchema({ mode }))
  const sameVerdict = (body: unknown) => expect([validate(body), body]).toEqual([accepts(read, body), body])

  test('accepts and rejects the same fixtures as the function', () => {
    for (const { body } of [...Object.values(fixtures), ...Object.values(notifications)]) sameVerdict(body)
  })

  test('accepts and rejects the same generated calls', () => {
    const anyBody = fc.oneof(
      { weight: 2, arbitrary: anyCall() },
      { weight: 6, arbitrary: anyFaultyCall().map(({ call }) => call) },
      anyFutureCall({ unknownEnumMembers: true }),
      anyCallError().map(({ body }) => body),
    )
    const verdicts = new Set<boolean>()
    fc.assert(
      fc.property(anyBody, (body) => {
        verdicts.add(accepts(read, body))
        sameVerdict(body)
      }),
      { numRuns: runs(500, 10_000) },
    )
    expect(verdicts.size).toBe(2)
  })

  test.each([null, 'text', 5, [], {}, { value: [] }, { error: { code: '8522' } }, { other: 1 }])(
    'rejects %j',
    (body) => {
      expect(accepts(read, body)).toBe(false)
      expect(validate(body)).toBe(false)
    },
  )

  test('says its dialect, and is a new object each time', () => {
    expect(Object(jsonSchema({ mode })).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(jsonSchema({ mode })).toEqual(jsonSchema({ mode }))
    expect(jsonSchema({ mode })).not.toBe(jsonSchema({ mode }))
  })

  test('defines only what it uses more than once, so the document is the same without code generation', () => {
    const text = JSON.stringify(jsonSchema({ mode }))
    const uses = (name: string) => text.split(JSON.stringify(`#/$defs/${name}`)).length - 1
    const once = Object.keys(Object(jsonSchema({ mode })).$defs).filter((name) => uses(name) < 2)
    expect(once).toEqual([])
  })
})

test('jsonSchema rejects an unknown mode', () => {
  expect(() => jsonSchema({ mode: JSON.parse('"loose"') })).toThrow(
    "Invalid mode: \"loose\". Expected 'tolerant' or 'strict'.",
  )
})
