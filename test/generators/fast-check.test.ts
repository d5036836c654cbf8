import { test as propertyTest, fc as vitestFc } from '@fast-check/vitest'
import fc from 'fast-check'
import { fixture, groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { anyCall, anyCallError, anyGroupCall, anyPeerToPeerCall } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'

describe('arbitraries', () => {
  const sample = { seed: 42, numRuns: 200 }

  test('work with sample and statistics', () => {
    const lines: string[] = []
    fc.statistics(anyCall(), ({ state }) => state, { ...sample, logger: (line) => lines.push(line) })
    expect(lines.some((line) => /established\.+\d/.test(line))).toBe(true)
  })

  test('shrink through map, filter and chain', () => {
    const subjects = anyCall()
      .filter(({ subject }) => typeof subject === 'string' && subject.length > 3)
      .chain((call) => fc.record({ call: fc.constant(call), times: fc.integer({ min: 1, max: 9 }) }))
      .map(({ call, times }) => (call.subject ?? '').repeat(times))
    const { counterexample } = fc.check(
      fc.property(subjects, (subject) => subject.length < 10),
      { seed: 42 },
    )
    expect(counterexample?.[0].length).toBeGreaterThanOrEqual(10)
    expect(counterexample?.[0].length).toBeLessThan(30)
  })

  test('shrink within oneof, tuple, array and record', () => {
    const calls = fc.oneof(anyPeerToPeerCall(), anyGroupCall())
    const traffic = fc.record({ calls: fc.array(calls, { maxLength: 3 }), error: fc.tuple(anyCallError()) })
    const { counterexample } = fc.check(
      fc.property(traffic, ({ calls }) => !calls.some(({ meetingInfo }) => meetingInfo)),
      { seed: 42, numRuns: 1_000 },
    )
    expect(counterexample?.[0].calls).toHaveLength(1)
    expect(counterexample?.[0].error[0].body).toEqual({ error: { code: '8522', message: 'Call not found.' } })
  })

  test('work with schedulers and asynchronous properties', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(anyCall(), { maxLength: 4 }), async (scheduler, calls) => {
        const read: string[] = []
        for (const { id } of calls) scheduler.schedule(Promise.resolve(id)).then((id) => read.push(id))
        await scheduler.waitIdle()
        expect(read.toSorted()).toEqual(calls.map(({ id }) => id).toSorted())
      }),
      { numRuns: 50 },
    )
  })

  test('accept fixtures as examples, which run first and shrink', () => {
    const tried: unknown[] = []
    const examples: [ReturnType<typeof peerToPeerCall>][] = [[peerToPeerCall()]]
    fc.assert(
      fc.property(anyCall(), (call) => {
        tried.push(call)
      }),
      { examples: [...examples, [groupCall()] as never, [fixture('terminated')] as never], numRuns: 5 },
    )
    expect(tried.slice(0, 3)).toEqual([peerToPeerCall(), groupCall(), fixture('terminated')])
    const failure = fc.check(
      fc.property(anyCall(), ({ subject }) => subject !== null),
      { examples },
    )
    expect(failure.counterexample?.[0].subject).toBeNull()
    expect(failure.numShrinks).toBeGreaterThan(0)
  })
})

describe('@fast-check/vitest', () => {
  propertyTest.prop([anyCall({ state: 'established' })], { numRuns: 20 })(
    'accepts a list of arbitraries',
    ({ state }) => {
      expect(state).toBe('established')
    },
  )

  propertyTest.prop({ call: anyGroupCall(), retries: vitestFc.nat() }, { numRuns: 20 })(
    'accepts a record of arbitraries',
    ({ call, retries }) => {
      expect(call.chatInfo).toBeTypeOf('object')
      expect(retries).toBeGreaterThanOrEqual(0)
    },
  )
})
