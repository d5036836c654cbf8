import fc from 'fast-check'
import { anyFaultyCall, GeneratorOptionError } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { faultKinds, faultRules } from '../../src/builder/fault/fault-kinds.ts'
import { objectTypes, propertiesOf } from '../../src/model/index.ts'
import { rules } from '../../src/model/rules.ts'
import { issuesOf } from '../../src/read/issues.ts'
import { strict } from '../../src/read/mode.ts'
import { isFaultyCall } from './valid-fault.ts'

const nameOf = ({ rule, type, property }: { rule: string; type: string; property: string }) =>
  `${type} ${property}: ${rule}`

describe('the catalogue', () => {
  const kinds = faultKinds()

  test('has every rule that a place of a call can break', () => {
    expect(new Set(kinds.map(({ rule }) => rule))).toEqual(new Set(faultRules))
    const others = Object.keys(rules).filter((rule) => !faultRules.some((each) => each === rule))
    expect(['error-body', 'not-json']).toEqual(expect.arrayContaining(others))
  })

  test('has every property of every type that a call may hold', () => {
    // A type of its own is what no call holds: the abstract ones, and those of the envelopes.
    const absent = Object.keys(objectTypes).filter((name) => !kinds.some(({ type }) => type === name))
    expect(absent).toEqual([
      'callOptions',
      'mediaConfig',
      'meetingInfo',
      'callError',
      'callErrorDetail',
      'callInnerError',
      'commsNotifications',
      'commsNotification',
    ])
    const held = Object.keys(objectTypes).filter((name) => !absent.includes(name))
    const anything = held.flatMap((type) =>
      Object.entries(propertiesOf(type)).flatMap(([property, { type: value }]) =>
        kinds.some((kind) => kind.type === type && kind.property === property) ? [] : [value.kind],
      ),
    )
    expect(new Set(anything)).toEqual(new Set(['any']))
  })

  test('has nothing twice', () => {
    expect(new Set(kinds.map(nameOf)).size).toBe(kinds.length)
  })

  test('is reached, all of it, and breaks what it says', () => {
    const samples = fc.sample(anyFaultyCall(), { seed: 42, numRuns: 20_000 })
    const reached = new Map(samples.map((sample) => [nameOf(sample.fault), sample]))
    expect([...reached.values()].filter((sample) => !isFaultyCall(sample))).toEqual([])
    expect(kinds.map(nameOf).filter((name) => !reached.has(name))).toEqual([])
  })
})

test.each(faultRules)('a rule is broken where it is asked for: %s', (rule) => {
  fc.assert(
    fc.property(anyFaultyCall({ rule }), (sample) => {
      expect(sample.fault.rule).toBe(rule)
      expect(isFaultyCall(sample)).toBe(true)
    }),
    { seed: 42 },
  )
})

test.each([true, false])('a fault is tolerated or not, as it is asked for: %s', (tolerated) => {
  fc.assert(
    fc.property(anyFaultyCall({ tolerated }), (sample) => {
      expect(sample.fault.tolerated).toBe(tolerated)
      expect(isFaultyCall(sample)).toBe(true)
    }),
    { seed: 42, numRuns: 500 },
  )
})

test('a failure shrinks to a small call with a fault of the same kind', () => {
  for (const rule of faultRules) {
    const property = fc.property(anyFaultyCall({ rule }), () => false)
    const { counterexample } = fc.check(property, { seed: 42 })
    expect(counterexample?.[0]).toMatchSnapshot(rule)
  }
})

test('a fault says in words what is wrong where', () => {
  const said = fc.sample(anyFaultyCall(), { seed: 42, numRuns: 40 }).map(({ fault }) => fault.description)
  expect(said).toMatchSnapshot()
  for (const { call, fault } of fc.sample(anyFaultyCall(), { seed: 42, numRuns: 40 })) {
    expect(fault.description.startsWith(issuesOf('call', call, strict)[0]?.path || 'the call')).toBe(true)
  }
})

test.each([
  [{ rule: 'wrong-typ' }, /rule: 'wrong-typ' is not known\. Allowed: 'wrong-type'/],
  [{ rule: [] }, /rule: \[\] leaves nothing/],
  [{ tolerated: 'yes' }, /tolerated: 'yes' is not known/],
  [
    { rule: 'documented-only-member', tolerated: true },
    /No call has .*'documented-only-member' with tolerated: true\. Allowed: 'wrong-type'/,
  ],
  [{ rules: 'null' }, /There is no option 'rules'/],
])('%j is refused when the arbitrary is built', (options, message) => {
  const build = () => Reflect.apply(anyFaultyCall, undefined, [options])
  expect(build).toThrow(GeneratorOptionError)
  expect(build).toThrow(message)
})
