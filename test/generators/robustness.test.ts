import fc from 'fast-check'
import { type ReceivedCall, readCall } from 'graph-call-testkit'
import { fixtures } from 'graph-call-testkit/fixtures'
import {
  assertHandlesAnyCall,
  CallNotHandledError,
  GeneratorOptionError,
  type RobustnessOptions,
} from 'graph-call-testkit/generators'
import { describe, expect, test, vi } from 'vitest'
import { runs } from '../runs.ts'

const documented = Object.values(fixtures).filter(({ status }) => status === 200)

async function refusal(
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
  throw new Error('It handled them all.')
}

/** What breaks where a call has a target on a phone. */
function ring({ targets }: ReceivedCall) {
  if (targets?.some(({ identity }) => identity?.phone)) throw new RangeError('no dial tone')
}

describe('what a function is tried with', () => {
  test('every fixture first, then as many generated calls as are asked for', async () => {
    const calls: ReceivedCall[] = []
    await assertHandlesAnyCall((call) => calls.push(call), { numRuns: 50, seed: 42 })
    expect(calls).toHaveLength(documented.length + 50)
    expect(calls.slice(0, documented.length)).toEqual(documented.map(({ body }) => body))
    for (const call of calls) expect(readCall(call)).toBe(call)
  })

  test('a hundred, unless it is said here or for all of fast-check', async () => {
    const count = async (options?: RobustnessOptions<false>) => {
      let calls = 0
      await assertHandlesAnyCall(() => calls++, options)
      return calls - documented.length
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

  test('calls of the future too', async () => {
    const error = await refusal(
      (call) => {
        if ('sentiment' in call) throw new Error('what is this?')
      },
      { seed: 42, numRuns: 1_000 },
    )
    expect(error).toMatchObject({ origin: 'future', nearestFixture: 'peer-to-peer' })
  })

  test('faulty calls where they are asked for, and not otherwise', async () => {
    const read = (body: unknown) => void readCall(body)
    await assertHandlesAnyCall(read, { numRuns: 500, seed: 42 })
    const error = await thrown(() => assertHandlesAnyCall(read, { faulty: true, seed: 42 }))
    expect(error.origin).toBe('faulty')
    expect(error.fault).toMatchObject({ tolerated: false })
    expect(error.message).toContain(error.fault?.description)
    expect(error.message).toMatch(/assertHandlesAnyCall\(fn, \{ seed: 42, path: '[\d:]+', faulty: true \}\)$/)
  })

  test('the same calls for the same seed', async () => {
    const tried = async () => {
      const calls: unknown[] = []
      await assertHandlesAnyCall((call: unknown) => calls.push(call), { seed: 7, faulty: true })
      return calls
    }
    expect(await tried()).toEqual(await tried())
  })
})

describe('a function that throws', () => {
  test('is told what it threw, the smallest call, the fixture, and how to see it again', async () => {
    const error = await refusal(ring)
    expect(error.message).toMatchSnapshot()
    expect(error.cause).toEqual(new RangeError('no dial tone'))
    expect(error).toMatchObject({ by: 'throwing', origin: 'fixture', nearestFixture: 'to-phone', seed: 42 })
    expect(error.fault).toBeUndefined()
    expect(error.changedPath).toBeUndefined()
  })

  test('gets the text of a fixture file', async () => {
    const { fixture, call } = await refusal(ring)
    expect(JSON.parse(fixture)).toEqual(call)
    expect(fixture).toMatch(/^\{\n {2}"[\s\S]*\n\}\n$/)
    expect(() => ring(readCall(JSON.parse(fixture)))).toThrow('no dial tone')
  })

  test('is run with the same call alone, from the seed and the path', async () => {
    const { seed, path, call } = await refusal(ring)
    const calls: unknown[] = []
    const again = await refusal(
      (call) => {
        calls.push(structuredClone(call))
        ring(call)
      },
      { seed, path },
    )
    expect(calls[0]).toEqual(call)
    expect(again.call).toEqual(call)
  })

  test('may be asynchronous, and may throw anything', async () => {
    const error = await refusal(async ({ state }) => {
      await Promise.resolve()
      if (state === 'terminated') throw 'over'
    })
    expect(error).toMatchObject({ by: 'throwing', cause: 'over', call: { state: 'terminated' } })
    expect(error.message).toContain('it threw over')
    const bare: object = Object.create(null)
    expect((await refusal(() => Promise.reject(bare))).message).toContain(
      'it threw an object that is no error',
    )
    expect(await refusal(() => Promise.reject(undefined))).toMatchObject({ by: 'throwing', cause: undefined })
  })

  test('is found out by a generated call where no fixture does it', async () => {
    const error = await refusal(
      ({ subject, direction }) => {
        if (subject === 'null' && direction === 'incoming') throw new Error('not that one')
      },
      { seed: 42, numRuns: runs(500, 2_000) },
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
    ['a property taken away', 'callbackUri', (call) => Reflect.deleteProperty(call, 'callbackUri')],
    [
      'an object within',
      'source.identity.x',
      ({ source }) => source && Object.assign(source.identity ?? {}, { x: 1 }),
    ],
    ['a new item', 'targets[0]', (call) => call.targets?.length === 0 && call.targets.push({ identity: {} })],
    ['an item taken away', 'targets[0]', (call) => call.targets?.pop()],
    ['a symbol', "['Symbol(seen)']", (call) => Object.assign(call, { [Symbol('seen')]: 1 })],
    ['a circle', 'self', (call) => Object.assign(call, { self: call })],
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
  test.each(changes)('%s: %s', async (_what, path, change) => {
    const error = await refusal((call) => {
      change(call)
    })
    expect(error).toMatchObject({ by: 'changing-its-input' })
    expect(error.changedPath || 'the call itself').toBe(path)
    expect(error.message).toContain(`it changed its input at ${path}; give it a copy to change`)
  })

  test('is found out though it catches what a frozen input throws', async () => {
    const error = await refusal((call) => {
      try {
        call.subject = 'mine'
      } catch {}
    })
    expect(error.changedPath).toBe('subject')
  })

  test('is found out though it does so after a while', async () => {
    const error = await refusal(async (call) => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      call.subject = 'mine'
    })
    expect(error.changedPath).toBe('subject')
  })

  test('may change what it makes of it', async () => {
    await assertHandlesAnyCall((call) => Object.assign({ ...call }, { seen: true }))
  })
})

describe('a promise that never settles', () => {
  const hang = ({ state }: ReceivedCall) => (state === 'transferAccepted' ? new Promise(() => {}) : undefined)

  test('ends with the call that it was about, and not with a smaller one', async () => {
    const error = await refusal(hang, { seed: 42, timeout: 20 })
    expect(error).toMatchObject({
      by: 'never-settling',
      nearestFixture: 'transfer-accepted',
      path: expect.any(String),
    })
    expect(error.call).toEqual(fixtures['transfer-accepted'].body)
    expect(error.message).toContain('its promise did not settle within 20 ms')
  })

  test('is waited for in real time, whatever timers are faked', async () => {
    vi.useFakeTimers()
    try {
      expect(await refusal(hang, { seed: 42, timeout: 20 })).toMatchObject({ by: 'never-settling' })
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

test.each([
  [{ numRuns: -1 }, "numRuns: -1 cannot be. Allowed: 'a whole number from 1 on'."],
  [{ numRuns: 0 }, 'numRuns: 0 cannot be'],
  [{ numRuns: 1.5 }, 'numRuns: 1.5 cannot be'],
  [{ seed: 'x' }, "seed: 'x' cannot be"],
  [{ path: 'x' }, "path: 'x' cannot be"],
  [{ timeout: 0 }, 'timeout: 0 cannot be'],
  [{ faulty: 'yes' }, "faulty: 'yes' is not known"],
  [{ runs: 5 }, "There is no option 'runs'"],
])('%j is refused', async (options, message) => {
  const run = Reflect.apply(assertHandlesAnyCall, undefined, [() => 1, options])
  await expect(run).rejects.toBeInstanceOf(GeneratorOptionError)
  await expect(run).rejects.toThrow(message)
})

test('what is no function is refused', async () => {
  await expect(Reflect.apply(assertHandlesAnyCall, undefined, [5])).rejects.toThrow(TypeError)
})
