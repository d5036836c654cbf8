import fc from 'fast-check'
import { anyCallLifecycle, GeneratorOptionError } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'
import { callOutcomes, callPaths } from '../../src/lifecycle/paths.ts'
import { deepTest } from '../runs.ts'
import { isLifecycle } from './valid-lifecycle.ts'

test.each(callOutcomes)('generates lifecycles with the outcome %s', (outcome) => {
  fc.assert(
    fc.property(anyCallLifecycle({ outcome }), (lifecycle) => {
      expect(lifecycle.outcome).toBe(outcome)
      expect(isLifecycle(lifecycle)).toBe(true)
    }),
    { seed: 42 },
  )
  const { counterexample } = fc.check(
    fc.property(anyCallLifecycle({ outcome }), (lifecycle) => !lifecycle),
    { seed: 42 },
  )
  expect(
    counterexample?.[0].snapshots.map(({ state, resultInfo }) => [state, resultInfo?.subcode]),
  ).toMatchSnapshot()
})

test.each(['incoming', 'outgoing'] as const)('generates only %s snapshots if requested', (direction) => {
  fc.assert(
    fc.property(anyCallLifecycle({ direction }), ({ snapshots }) =>
      snapshots.every((call) => call.direction === direction),
    ),
    { seed: 42 },
  )
})

deepTest('generates every path with each of its results', () => {
  const generated = new Set(
    fc.sample(anyCallLifecycle(), { seed: 42, numRuns: 20_000 }).map(({ outcome, snapshots }) => {
      const result = snapshots.at(-1)?.resultInfo
      return [outcome, ...snapshots.map(({ state }) => state), result?.code, result?.subcode].join(' ')
    }),
  )
  const possible = callPaths.flatMap(({ outcome, states, results }) =>
    (results.length > 0 ? results : [undefined]).map((result) =>
      [outcome, ...states, result?.code, result?.subcode].join(' '),
    ),
  )
  expect(possible.filter((path) => !generated.has(path))).toEqual([])
})

test('changes the media state between snapshots, and sets answeredBy only after the call was answered', () => {
  const lifecycles = fc.sample(anyCallLifecycle({ outcome: 'hung-up' }), { seed: 42, numRuns: 200 })
  const changes = lifecycles.filter(
    ({ snapshots }) => new Set(snapshots.map(({ mediaState }) => mediaState?.audio)).size > 1,
  )
  expect(changes.length).toBeGreaterThan(100)
  for (const { snapshots } of lifecycles) {
    const answered = snapshots.findIndex(({ state }) => state === 'established')
    for (const { answeredBy, toneInfo, transcription } of snapshots.slice(
      0,
      answered < 0 ? undefined : answered,
    )) {
      expect([answeredBy, toneInfo, transcription].every((value) => value == null)).toBe(true)
    }
  }
  expect(lifecycles.some(({ snapshots }) => snapshots.at(-1)?.answeredBy)).toBe(true)
})

test.each([
  [
    { outcome: 'rejected', direction: 'outgoing' },
    /Invalid outcome: 'rejected' with direction: 'outgoing'\./,
  ],
  [{ outcome: 'failed-join', kind: 'peer-to-peer' }, /Expected one of: 'answered', 'hung-up'/],
  [{ outcome: 'lost' }, /Invalid outcome: 'lost'\. Expected one of: 'answered'/],
  [{ state: 'established' }, /Unknown option 'state'/],
])('rejects %j when the arbitrary is created', (options, message) => {
  const build = () => Reflect.apply(anyCallLifecycle, undefined, [options])
  expect(build).toThrow(GeneratorOptionError)
  expect(build).toThrow(message)
})
