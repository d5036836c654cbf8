import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { CallFormatError, readCall } from 'graph-call-testkit'
import { fixtures } from 'graph-call-testkit/fixtures'
import { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema } from 'graph-call-testkit/schema'
import { expect, test } from 'vitest'
import { isJsonObject } from '../../src/model/json.ts'
import { strict, tolerant } from '../../src/read/mode.ts'
import { otherBody } from '../../src/read/other-bodies.ts'
import { schemaOf } from '../../src/schema/schema-of.ts'
import { jsonNodes } from '../model/json-nodes.ts'
import { runs } from '../runs.ts'
import { anyJson, anyKey, withoutProto } from './any-json.ts'
import { rejectionOf } from './rejection.ts'

const schemas = { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema }
const calls = Object.values(fixtures).filter(({ status }) => status === 200)
const numRuns = runs(150, 500)

/** A change of a body: a replaced value, a removed one, or an added property. */
interface Change {
  readonly node: number
  readonly how: 'replace' | 'remove' | 'add'
  readonly key: string
  readonly value: unknown
}
const anyChange: fc.Arbitrary<Change> = fc.record({
  node: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add'),
  key: anyKey,
  value: fc.oneof(
    anyJson,
    fc.constantFrom('established', 'ringing', '200', 200, '#microsoft.graph.call', {}, []),
  ),
})
const anyChangedBody = fc
  .tuple(fc.constantFrom(...calls), fc.array(anyChange, { maxLength: 3 }))
  .map(([{ body }, changes]) => changes.reduce(change, structuredClone(body)))

function change(body: unknown, { node, how, key, value }: Change): unknown {
  const nodes = jsonNodes(body)
  const chosen = nodes[node % nodes.length]
  if (!chosen) return body
  if (how === 'remove' && chosen.path.length > 0) return chosen.remove()
  if (how === 'add' && isJsonObject(chosen.value)) {
    return chosen.replace(Object.fromEntries([...Object.entries(chosen.value), [key, value]]))
  }
  return chosen.replace(value)
}

test('each schema accepts every body that a stricter schema accepts', () => {
  let accepted = 0
  fc.assert(
    fc.property(anyChangedBody, (body) => {
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

test.each(Object.entries(schemas))('%s does not change the body or the parsed data', (_name, schema) => {
  let parsed = 0
  fc.assert(
    fc.property(anyChangedBody, (body) => {
      const before = withoutProto(body)
      const { success, data } = schema.safeParse(body)
      expect(success).toBe(schema.validate(body))
      expect(isDeepStrictEqual(withoutProto(body), before)).toBe(true)
      if (!success) return
      parsed++
      expect(isDeepStrictEqual(withoutProto(data), before)).toBe(true)
    }),
    { numRuns },
  )
  expect(parsed).toBeGreaterThan(numRuns / 20)
})

test('readCall returns the body or reports issues with valid paths', () => {
  fc.assert(
    fc.property(anyChangedBody, (body) => {
      if (callSchema.validate(body) && 'id' in body) {
        expect(readCall(body)).toBe(body)
        return
      }
      fc.pre(!callSchema.validate(body))
      const error = rejectionOf(body)
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

test('a schema reports the same issues without compiled code', () => {
  const pairs = [
    [callSchema, schemaOf('call', tolerant, (schema) => schema)],
    [strictCallSchema, schemaOf('call', strict, (schema) => schema)],
  ] as const
  fc.assert(
    fc.property(anyChangedBody, (body) => {
      for (const [compiled, plain] of pairs) {
        if (otherBody('call', body)) continue // Only the complete schema checks that.
        expect(plain.safeParse(body).error?.issues).toEqual(compiled.safeParse(body).error?.issues)
      }
    }),
  )
})

test('bodies do not pollute prototypes', () => {
  fc.assert(
    fc.property(anyChangedBody, (body) => {
      for (const schema of Object.values(schemas)) schema.safeParse(body)
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(Object.keys(Array.prototype)).toEqual([])
    }),
  )
})
