import fc from 'fast-check'
import {
  anyFaultyCall,
  type FaultRule,
  type FaultyCall,
  type FaultyCallOptions,
  GeneratorOptionError,
} from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { faultKinds, faultRules } from '../../src/builder/fault/fault-kinds.ts'
import { envelopeTypes, objectTypes, propertiesOf, sentTypes } from '../../src/model/index.ts'
import { rules } from '../../src/model/rules.ts'
import { issuesOf } from '../../src/read/issues.ts'
import { strict } from '../../src/read/mode.ts'
import { deepTest, runs } from '../runs.ts'
import { isFaultyCall } from './valid-fault.ts'

const nameOf = ({ rule, type, property }: { rule: string; type: string; property: string }) =>
  `${type} ${property}: ${rule}`

describe('faultKinds', () => {
  const kinds = faultKinds()

  test('has every rule that a value in a call can violate', () => {
    expect(new Set(kinds.map(({ rule }) => rule))).toEqual(new Set(faultRules))
    const others = Object.keys(rules).filter((rule) => !faultRules.some((each) => each === rule))
    expect(['not-a-call', 'not-notifications', 'not-json']).toEqual(expect.arrayContaining(others))
  })

  test('has every property of every type in a call', () => {
    // Abstract types, and types that only notifications and requests have, do not occur in calls of the strict schema.
    const absent = Object.keys(objectTypes).filter((name) => !kinds.some(({ type }) => type === name))
    const others = [...Object.keys(sentTypes), ...Object.keys(envelopeTypes)]
    expect(absent.filter((name) => !others.includes(name))).toEqual([
      'callOptions',
      'mediaConfig',
      'prompt',
      'mediaPrompt',
      'meetingInfo',
    ])
    expect(absent).toEqual(expect.arrayContaining(others))
    const inCalls = Object.keys(objectTypes).filter((name) => !absent.includes(name))
    const withoutFaults = inCalls.flatMap((type) =>
      Object.entries(propertiesOf(type)).flatMap(([property, { type: value }]) =>
        kinds.some((kind) => kind.type === type && kind.property === property) ? [] : [value.kind],
      ),
    )
    expect(withoutFaults).toEqual([])
  })

  test('has no duplicates', () => {
    expect(new Set(kinds.map(nameOf)).size).toBe(kinds.length)
  })

  test('are often faults of the call itself', () => {
    const faults = fc.sample(anyFaultyCall(), { seed: 42, numRuns: 1_000 }).map(({ fault }) => fault)
    expect(faults.filter(({ type }) => type === 'call').length).toBeGreaterThan(400)
    expect(faults.filter(({ path }) => path.split('.').length > 2).length).toBeGreaterThan(80)
  })

  deepTest('generates every kind of fault, with the violation that it declares', () => {
    const samples = fc.sample(anyFaultyCall(), { seed: 42, numRuns: 20_000 })
    const reached = new Map(samples.map((sample) => [nameOf(sample.fault), sample]))
    expect([...reached.values()].filter((sample) => !isFaultyCall(sample))).toEqual([])
    expect(kinds.map(nameOf).filter((name) => !reached.has(name))).toEqual([])
  })
})

test.each(faultRules)('generates violations of the requested rule: %s', (rule) => {
  fc.assert(
    fc.property(anyFaultyCall({ rule }), (sample) => {
      expect(sample.fault.rule).toBe(rule)
      expect(isFaultyCall(sample)).toBe(true)
    }),
    { seed: 42 },
  )
})

test.each([true, false])('generates faults with tolerated: %s', (tolerated) => {
  fc.assert(
    fc.property(anyFaultyCall({ tolerated }), (sample) => {
      expect(sample.fault.tolerated).toBe(tolerated)
      expect(isFaultyCall(sample)).toBe(true)
    }),
    { seed: 42, numRuns: runs(100, 500) },
  )
})

/** Type and property of an example for each rule. A fixed list, so that a new property does not change the snapshot. */
const example: Readonly<Record<FaultRule, readonly [type: string, property: string]>> = {
  'wrong-type': ['invitationParticipantInfo', 'replacesCallId'],
  missing: ['joinMeetingIdMeetingInfo', 'joinMeetingId'],
  null: ['call', 'contentSharingSessions[]'],
  'not-a-member': ['toneInfo', 'tone'],
  'documented-only-member': ['call', 'state'],
  'wrong-odata-type': ['organizerMeetingInfo', '@odata.type'],
  'wrong-format': ['call', 'callbackUri'],
  'not-declared': ['outgoingCallOptions', '*'],
}

test('shrinks to a small call with the same kind of fault', () => {
  for (const rule of faultRules) {
    const [type, property] = example[rule]
    const hasFault = ({ fault }: FaultyCall) => fault.type === type && fault.property === property
    const { counterexample } = fc.check(
      fc.property(anyFaultyCall({ rule }), (sample) => !hasFault(sample)),
      { seed: 42, numRuns: 5_000 },
    )
    expect(counterexample?.[0]).toMatchSnapshot(rule)
  }
})

test('describes the fault with its path and its rule', () => {
  for (const { call, fault } of fc.sample(anyFaultyCall(), { seed: 42, numRuns: 400 })) {
    const path = issuesOf('call', call, strict)[0]?.path || 'the call'
    expect(fault.description.startsWith(`${path} is `)).toBe(true)
    expect(fault.description.endsWith(`: ${rules[fault.rule]}`)).toBe(true)
  }
})

test.each([
  [{ rule: 'wrong-typ' }, /Invalid rule: 'wrong-typ'\. Expected one of: 'wrong-type'/],
  [{ rule: [] }, /Invalid rule: \[\]\. Expected/],
  [{ tolerated: 'yes' }, /Invalid tolerated: 'yes'\. Expected/],
  [
    { rule: 'documented-only-member', tolerated: true },
    /Invalid rule: 'documented-only-member' with tolerated: true\. Expected one of: 'wrong-type'/,
  ],
  [{ rules: 'null' }, /Unknown option 'rules'/],
])('rejects %j when the arbitrary is created', (options, message) => {
  const build = () => Reflect.apply(anyFaultyCall, undefined, [options])
  expect(build).toThrow(GeneratorOptionError)
  expect(build).toThrow(message)
})

describe('with options for the call', () => {
  const shapes = [
    { state: 'established' },
    { state: 'incoming', kind: 'group' },
    { state: ['hold', 'terminated'], direction: 'outgoing' },
    { kind: 'peer-to-peer' },
  ] as const satisfies readonly FaultyCallOptions[]

  test.each(shapes)('%j generates only such calls, with one fault each', (shape) => {
    const isSuch = ({ call, fault }: FaultyCall) => {
      const { state, direction } = Object(call)
      const states: readonly string[] = 'state' in shape ? [shape.state].flat() : [state]
      expect(states).toContain(state)
      if ('direction' in shape) expect(direction).toBe(shape.direction)
      if ('kind' in shape) {
        const other = shape.kind === 'group' ? 'targets' : 'meetingInfo'
        if (!fault.path.startsWith(other)) expect(Object(call)[other] ?? []).toEqual([])
      }
      return isFaultyCall({ call, fault })
    }
    fc.assert(fc.property(anyFaultyCall<FaultyCallOptions>(shape), isSuch), {
      seed: 42,
      numRuns: runs(200, 2_000),
    })
  })

  test('has faults of every rule in calls of every state', () => {
    const rulesIn = (calls: fc.Arbitrary<FaultyCall>) =>
      new Set(fc.sample(calls, { seed: 42, numRuns: 500 }).map(({ fault }) => fault.rule))
    for (const state of ['established', 'incoming', 'hold'] as const) {
      expect(rulesIn(anyFaultyCall({ state }))).toEqual(new Set(faultRules))
    }
  })

  test('rejects options that conflict', () => {
    const create = () => anyFaultyCall({ state: 'incoming', direction: 'outgoing' })
    expect(create).toThrow(GeneratorOptionError)
    expect(create).toThrow("Invalid direction: 'outgoing' with state: 'incoming'. Expected 'incoming'.")
  })
})
