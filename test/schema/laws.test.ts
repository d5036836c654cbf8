import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { CallFormatError, readCall } from 'graph-call-testkit'
import { fixtures } from 'graph-call-testkit/fixtures'
import { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema } from 'graph-call-testkit/schema'
import { expect, test } from 'vitest'
import { schemaOf, strict, tolerant } from '../../src/schema/schema-of.ts'
import { isObject, spotsOf } from '../model/walk.ts'
import { runs } from '../runs.ts'
import { anyJson, anyKey, withoutProto } from './any-json.ts'
import { refusal } from './rejection.ts'

const readings = { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema }
const calls = Object.values(fixtures).filter(({ status }) => status === 200)
const numRuns = runs(150, 500)

/** One change to a body: a value in the place of another, something left out, or a key that was not there. */
interface Change {
  readonly spot: number
  readonly how: 'replace' | 'remove' | 'add'
  readonly key: string
  readonly value: unknown
}
const anyChange: fc.Arbitrary<Change> = fc.record({
  spot: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add'),
  key: anyKey,
  value: fc.oneof(
    anyJson,
    fc.constantFrom('established', 'ringing', '200', 200, '#microsoft.graph.call', {}, []),
  ),
})
const anyChanged = fc
  .tuple(fc.constantFrom(...calls), fc.array(anyChange, { maxLength: 3 }))
  .map(([{ body }, changes]) => changes.reduce(change, structuredClone(body)))

function change(body: unknown, { spot, how, key, value }: Change): unknown {
  const spots = spotsOf(body)
  const chosen = spots[spot % spots.length]
  if (!chosen) return body
  if (how === 'remove' && chosen.path.length > 0) return chosen.remove()
  if (how === 'add' && isObject(chosen.value)) {
    return chosen.replace(Object.fromEntries([...Object.entries(chosen.value), [key, value]]))
  }
  return chosen.replace(value)
}

test('what the strict reading accepts, the tolerant one accepts; and what that does, the one with unknown members', () => {
  let accepted = 0
  fc.assert(
    fc.property(anyChanged, (body) => {
      if (strictCallSchema.validate(body)) {
        accepted++
        expect(callSchema.validate(body)).toBe(true)
      }
      if (callSchema.validate(body)) expect(callSchemaWithUnknownEnumMembers.validate(body)).toBe(true)
    }),
    { numRuns },
  )
  expect(accepted).toBeGreaterThan(numRuns / 20)
})

test.each(Object.entries(readings))(
  '%s changes neither the body nor what it reads of it',
  (_name, schema) => {
    let read = 0
    fc.assert(
      fc.property(anyChanged, (body) => {
        const before = withoutProto(body)
        const { success, data } = schema.safeParse(body)
        expect(success).toBe(schema.validate(body))
        expect(isDeepStrictEqual(withoutProto(body), before)).toBe(true)
        if (!success) return
        read++
        expect(isDeepStrictEqual(withoutProto(data), before)).toBe(true)
      }),
      { numRuns },
    )
    expect(read).toBeGreaterThan(numRuns / 20)
  },
)

test('readCall gives a body back, or says what is wrong in a place that is there or could be', () => {
  fc.assert(
    fc.property(anyChanged, (body) => {
      if (callSchema.validate(body) && 'id' in body) {
        expect(readCall(body)).toBe(body)
        return
      }
      fc.pre(!callSchema.validate(body))
      const error = refusal(body)
      expect(error).toBeInstanceOf(CallFormatError)
      expect(error.issues).not.toEqual([])
      expect(error.message.length).toBeLessThan(4_000)
      for (const { path, expected, found } of error.issues) {
        expect(path.split(/[.[]/)[0] ?? '').toMatch(/^$|^[@\w.]+$|^'/)
        expect(expected).not.toBe(found)
      }
    }),
    { numRuns },
  )
})

test('a reading says the same where code may not be generated, and so nothing is compiled', () => {
  const pairs = [
    [callSchema, schemaOf('call', tolerant, (schema) => schema)],
    [strictCallSchema, schemaOf('call', strict, (schema) => schema)],
  ] as const
  fc.assert(
    fc.property(anyChanged, (body) => {
      for (const [compiled, plain] of pairs) {
        expect(plain.safeParse(body).error?.issues).toEqual(compiled.safeParse(body).error?.issues)
      }
    }),
  )
})

test('no body pollutes a prototype', () => {
  fc.assert(
    fc.property(anyChanged, (body) => {
      for (const schema of Object.values(readings)) schema.safeParse(body)
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(Object.keys(Array.prototype)).toEqual([])
    }),
  )
})
