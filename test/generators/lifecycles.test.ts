import fc from 'fast-check'
import { anyCallLifecycle, GeneratorOptionError } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'
import { callOutcomes, callPaths } from '../../src/lifecycle/paths.ts'
import { deepTest } from '../runs.ts'
import { isLifecycle } from './valid-lifecycle.ts'

test.each(callOutcomes)('%s is how a call turns out, where it is asked for', (outcome) => {
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

test.each(['incoming', 'outgoing'] as const)('every snapshot is %s, where that is asked for', (direction) => {
  fc.assert(
    fc.property(anyCallLifecycle({ direction }), ({ snapshots }) =>
      snapshots.every((call) => call.direction === direction),
    ),
    { seed: 42 },
  )
})

deepTest('every course is taken, and ends with each of its results', () => {
  const taken = new Set(
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
  expect(possible.filter((way) => !taken.has(way))).toEqual([])
})

test('media flows or not from one snapshot to the next, and nobody has answered before somebody does', () => {
  const lives = fc.sample(anyCallLifecycle({ outcome: 'hung-up' }), { seed: 42, numRuns: 200 })
  const changes = lives.filter(
    ({ snapshots }) => new Set(snapshots.map(({ mediaState }) => mediaState?.audio)).size > 1,
  )
  expect(changes.length).toBeGreaterThan(100)
  for (const { snapshots } of lives) {
    const answered = snapshots.findIndex(({ state }) => state === 'established')
    for (const { answeredBy, toneInfo, transcription } of snapshots.slice(
      0,
      answered < 0 ? undefined : answered,
    )) {
      expect([answeredBy, toneInfo, transcription].every((value) => value == null)).toBe(true)
    }
  }
  expect(lives.some(({ snapshots }) => snapshots.at(-1)?.answeredBy)).toBe(true)
})

test.each([
  [
    { outcome: 'rejected', direction: 'outgoing' },
    /No call has outcome: 'rejected' with direction: 'outgoing'\./,
  ],
  [{ outcome: 'failed-join', kind: 'peer-to-peer' }, /Allowed: 'answered', 'hung-up'/],
  [{ outcome: 'lost' }, /outcome: 'lost' is not known\. Allowed: 'answered'/],
  [{ state: 'established' }, /There is no option 'state'/],
])('%j is refused when the arbitrary is built', (options, message) => {
  const build = () => Reflect.apply(anyCallLifecycle, undefined, [options])
  expect(build).toThrow(GeneratorOptionError)
  expect(build).toThrow(message)
})
