import fc from 'fast-check'
import { type ReceivedCall, readCall } from 'graph-call-testkit'
import { fixtures } from 'graph-call-testkit/fixtures'
import {
  assertHandlesAnyCall,
  CallNotHandledError,
  type RobustnessOptions,
} from 'graph-call-testkit/generators'
import { strictCallSchema } from 'graph-call-testkit/schema'
import { describe, expect, test, vi } from 'vitest'
import { runs } from '../runs.ts'

const callFixtures = Object.values(fixtures).filter(({ status }) => status === 200)

async function errorFor(
  fn: (call: ReceivedCall) => unknown,
  options: RobustnessOptions<false> = { seed: 42 },
): Promise<CallNotHandledError> {
  return thrown(() => assertHandlesAnyCall(fn, options))
}

async function thrown(run: () => Promise<void>): Promise<CallNotHandledError> {
  try {
    await run()
  } catch (error) {
    if (error instanceof CallNotHandledError) return error
    throw error
  }
  throw new Error('The function handled every call.')
}

/** Fails if a call has a target with a phone identity. */
function failForPhone({ targets }: ReceivedCall) {
  if (targets?.some(({ identity }) => identity?.phone)) throw new RangeError('no dial tone')
}

describe('assertHandlesAnyCall', () => {
  test('runs every fixture first, then numRuns generated calls', async () => {
    const calls: ReceivedCall[] = []
    await assertHandlesAnyCall((call) => calls.push(call), { numRuns: 50, seed: 42 })
    expect(calls).toHaveLength(callFixtures.length + 50)
    expect(calls.slice(0, callFixtures.length)).toEqual(callFixtures.map(({ body }) => body))
    for (const call of calls) expect(readCall(call)).toBe(call)
  })

  test('numRuns defaults to the global option of fast-check, or to 100', async () => {
    const count = async (options?: RobustnessOptions<false>) => {
      let calls = 0
      await assertHandlesAnyCall(() => calls++, options)
      return calls - callFixtures.length
    }
    expect(await count()).toBe(100)
    fc.configureGlobal({ numRuns: 7 })
    try {
      expect(await count()).toBe(7)
      expect(await count({ numRuns: 9 })).toBe(9)
    } finally {
      fc.resetConfigureGlobal()
    }
  })

  test('includes calls of the future', async () => {
    const error = await errorFor(
      (call) => {
        if ('sentiment' in call) throw new Error('what is this?')
      },
      { seed: 42, numRuns: 10_000 },
    )
    expect(error).toMatchObject({ origin: 'future', nearestFixture: 'peer-to-peer' })
  })

  test('includes faulty calls only if requested', async () => {
    const read = (body: unknown) => void readCall(body)
    await assertHandlesAnyCall(read, { numRuns: 500, seed: 42 })
    const error = await thrown(() => assertHandlesAnyCall(read, { faulty: true, seed: 42 }))
    expect(error.origin).toBe('faulty')
    expect(error.fault).toMatchObject({ tolerated: false })
    expect(error.message).toContain(error.fault?.description)
    expect(error.message).toMatch(/assertHandlesAnyCall\(fn, \{ seed: 42, path: '[\d:]+', faulty: true \}\)$/)
  })

  test('runs the same calls for the same seed', async () => {
    const callsOfRun = async () => {
      const calls: unknown[] = []
      await assertHandlesAnyCall((call: unknown) => calls.push(call), { seed: 7, faulty: true })
      return calls
    }
    expect(await callsOfRun()).toEqual(await callsOfRun())
  })
})

describe('a function that throws', () => {
  test('is reported with its error, the smallest call, the nearest fixture and how to reproduce it', async () => {
    const error = await errorFor(failForPhone)
    expect(error.message).toMatchSnapshot()
    expect(error.cause).toEqual(new RangeError('no dial tone'))
    expect(error).toMatchObject({ by: 'throwing', origin: 'fixture', nearestFixture: 'to-phone', seed: 42 })
    expect(error.fault).toBeUndefined()
    expect(error.changedPath).toBeUndefined()
  })

  test('is reported with the text of a fixture file', async () => {
    const { fixture, call } = await errorFor(failForPhone)
    expect(JSON.parse(fixture)).toEqual(call)
    expect(fixture).toMatch(/^\{\n {2}"[\s\S]*\n\}\n$/)
    expect(() => failForPhone(readCall(JSON.parse(fixture)))).toThrow('no dial tone')
  })

  test('runs only with the same call if the seed and the path are set', async () => {
    const { seed, path, call } = await errorFor(failForPhone)
    const calls: unknown[] = []
    const again = await errorFor(
      (call) => {
        calls.push(structuredClone(call))
        failForPhone(call)
      },
      { seed, path },
    )
    expect(calls[0]).toEqual(call)
    expect(again.call).toEqual(call)
  })

  test('can be asynchronous, and can throw any value', async () => {
    const error = await errorFor(async ({ state }) => {
      await Promise.resolve()
      if (state === 'terminated') throw 'over'
    })
    expect(error).toMatchObject({ by: 'throwing', cause: 'over', call: { state: 'terminated' } })
    expect(error.message).toContain('it threw over')
    const nonError: object = Object.create(null)
    expect((await errorFor(() => Promise.reject(nonError))).message).toContain(
      'it threw an object that is not an error',
    )
    expect(await errorFor(() => Promise.reject(undefined))).toMatchObject({
      by: 'throwing',
      cause: undefined,
    })
  })

  test('is detected with a generated call if no fixture reveals it', async () => {
    const error = await errorFor(
      (call) => {
        // Skips calls of the future, which the strict schema rejects.
        if (!strictCallSchema.safeParse(call).success) return
        if (call.subject === 'null' && call.direction === 'incoming') throw new Error('not that one')
      },
      { seed: 43, numRuns: runs(500, 2_000) },
    )
    expect(error).toMatchObject({ origin: 'generated', call: { subject: 'null', direction: 'incoming' } })
    expect(Object.keys(Object(error.call)).sort()).toEqual([
      '@odata.type',
      'callbackUri',
      'direction',
      'id',
      'source',
      'state',
      'subject',
      'targets',
    ])
  })
})

describe('a function that changes its input', () => {
  const changes: readonly (readonly [string, string, (call: ReceivedCall) => unknown])[] = [
    ['a property', 'state', (call) => Object.assign(call, { state: 'hold' })],
    ['a new property', 'seen', (call) => Object.assign(call, { seen: true })],
    ['a removed property', 'callbackUri', (call) => Reflect.deleteProperty(call, 'callbackUri')],
    [
      'a nested object',
      'source.identity.x',
      ({ source }) => source && Object.assign(source.identity ?? {}, { x: 1 }),
    ],
    ['a new item', 'targets[0]', (call) => call.targets?.length === 0 && call.targets.push({ identity: {} })],
    ['a removed item', 'targets[0]', (call) => call.targets?.pop()],
    ['a symbol', "['Symbol(seen)']", (call) => Object.assign(call, { [Symbol('seen')]: 1 })],
    ['a circular reference', 'self', (call) => Object.assign(call, { self: call })],
    ['a prototype', 'the call itself', (call) => Object.setPrototypeOf(call, null)],
    [
      'an accessor',
      'id',
      (call) =>
        Object.defineProperty(call, 'id', {
          get: () => {
            throw new Error('no')
          },
        }),
    ],
    ['the order of items', 'requestedModalities[0]', (call) => call.requestedModalities?.reverse()],
  ]
  test.each(changes)('is detected: %s at %s', async (_what, path, change) => {
    const error = await errorFor((call) => {
      change(call)
    })
    expect(error).toMatchObject({ by: 'changing-its-input' })
    expect(error.changedPath || 'the call itself').toBe(path)
    expect(error.message).toContain(`it changed its input at ${path}. Change a copy instead`)
  })

  test('is detected although it catches errors', async () => {
    const error = await errorFor((call) => {
      try {
        call.subject = 'mine'
      } catch {}
    })
    expect(error.changedPath).toBe('subject')
  })

  test('is detected although it changes its input later', async () => {
    const error = await errorFor(async (call) => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      call.subject = 'mine'
    })
    expect(error.changedPath).toBe('subject')
  })

  test('can change a copy', async () => {
    await assertHandlesAnyCall((call) => Object.assign({ ...call }, { seen: true }))
  })
})

describe('a promise that never settles', () => {
  const hang = ({ state }: ReceivedCall) => (state === 'transferAccepted' ? new Promise(() => {}) : undefined)

  test('is reported with its call, without looking for a smaller one', async () => {
    const error = await errorFor(hang, { seed: 42, timeout: 20 })
    expect(error).toMatchObject({
      by: 'never-settling',
      nearestFixture: 'transfer-accepted',
      path: expect.any(String),
    })
    expect(error.call).toEqual(fixtures['transfer-accepted'].body)
    expect(error.message).toContain('its promise did not settle within 20 ms')
  })

  test('times out in real time with fake timers', async () => {
    vi.useFakeTimers()
    try {
      expect(await errorFor(hang, { seed: 42, timeout: 20 })).toMatchObject({ by: 'never-settling' })
    } finally {
      vi.useRealTimers()
    }
  })

  test('leaves no timer behind', async () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    await assertHandlesAnyCall(async () => undefined, { timeout: 600_000 })
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThanOrEqual(
      before,
    )
  })
})
