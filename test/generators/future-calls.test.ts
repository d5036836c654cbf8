import fc from 'fast-check'
import { anyFutureCall } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { faultKinds } from '../../src/builder/fault/fault-kinds.ts'
import { propertiesOf } from '../../src/model/index.ts'
import { typedObjects } from '../../src/model/typed-objects.ts'
import { deepTest, runs } from '../runs.ts'
import { isFutureCall, isFutureCallWithUnknownMembers } from './valid-future.ts'

test('callSchema accepts calls of the future and keeps all properties', () => {
  fc.assert(fc.property(anyFutureCall(), isFutureCall), { seed: 42, numRuns: runs(100, 500) })
  fc.assert(fc.property(anyFutureCall({ unknownEnumMembers: false }), isFutureCall), { seed: 42 })
})

test('only callSchemaWithUnknownEnumMembers accepts unknown enum members', () => {
  fc.assert(fc.property(anyFutureCall({ unknownEnumMembers: true }), isFutureCallWithUnknownMembers), {
    seed: 42,
    numRuns: runs(100, 500),
  })
})

describe.each([false, true])('with unknownEnumMembers: %s', (unknownEnumMembers) => {
  const options = { unknownEnumMembers, kind: 'group', direction: 'incoming' } as const

  test.each(['incoming', 'terminated', 'hold'] as const)('generates only %s calls if requested', (state) => {
    const calls = anyFutureCall({ ...options, state })
    fc.assert(
      fc.property(calls, (call) => {
        expect(call).toMatchObject({ state, direction: 'incoming', chatInfo: {} })
        expect(unknownEnumMembers ? isFutureCallWithUnknownMembers(call) : isFutureCall(call)).toBe(true)
      }),
      { seed: 42 },
    )
    const smallest = fc.check(fc.property(calls, () => false)).counterexample?.[0]
    expect(smallest).toMatchObject({ state, direction: 'incoming' })
  })
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '0'])(
  'can have a property %s',
  (name) => {
    const calls = fc.sample(anyFutureCall(), { seed: 42, numRuns: 500 })
    expect(calls.some((call) => Object.hasOwn(call, name))).toBe(true)
  },
)

deepTest('generates unknown properties in every type of a call', () => {
  const opened = new Set<string>()
  let types = 0
  let unknownFutureValues = 0
  for (const call of fc.sample(anyFutureCall(), { seed: 42, numRuns: 20_000 })) {
    const text = JSON.stringify(call)
    if (/#microsoft\.graph\.(holographic|beta)|#com\.contoso/.test(text)) types++
    if (text.includes('unknownFutureValue')) unknownFutureValues++
    for (const { object, type } of typedObjects(call)) {
      const declared = propertiesOf(type)
      if (Object.keys(object).some((key) => key !== '@odata.type' && !Object.hasOwn(declared, key)))
        opened.add(type)
    }
  }
  const inCalls = new Set(faultKinds().map(({ type }) => type))
  expect([...inCalls].filter((type) => !opened.has(type))).toEqual([])
  expect(types).toBeGreaterThan(4_000)
  expect(unknownFutureValues).toBeGreaterThan(4_000)
})

test.each([false, true])('shrinks to a minimal call, with unknownEnumMembers: %s', (unknownEnumMembers) => {
  const property = fc.property(anyFutureCall({ unknownEnumMembers }), () => false)
  expect(fc.check(property, { seed: 42 }).counterexample?.[0]).toMatchSnapshot()
})

test.each([
  [{ unknownEnumMembers: 'yes' }, /Invalid unknownEnumMembers: 'yes'\. Expected one of: false, true/],
  [{ state: 'incoming', direction: 'outgoing' }, /Invalid direction: 'outgoing' with state: 'incoming'/],
  [{ kind: 'conference' }, /Invalid kind: 'conference'/],
  [{ unknownMembers: true }, /Unknown option 'unknownMembers'/],
])('rejects %j when the arbitrary is created', (options, message) => {
  expect(() => Reflect.apply(anyFutureCall, undefined, [options])).toThrow(message)
})
