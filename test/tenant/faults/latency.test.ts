import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type Latency, type TenantOptions } from 'graph-call-testkit/tenant'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'

const headers = { Authorization: 'Bearer x.y.z' }
const path = `/v1.0/communications/calls/${groupCall().id}`
const request = (init: RequestInit = {}) =>
  new Request(`https://graph.microsoft.com${path}`, { headers, ...init })

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Returns the latency of each of many requests. */
async function latenciesOf(latency: Latency, count: number): Promise<number[]> {
  const delays: number[] = []
  const sleep = async (milliseconds: number) => void delays.push(milliseconds)
  const tenant = createTenant({ calls: [groupCall()], latency, sleep })
  for (let i = 0; i < count; i++) expect((await tenant.fetch(request())).status).toBe(200)
  return delays
}

const share = (waits: readonly number[], below: number) =>
  waits.filter((wait) => wait < below).length / waits.length

describe('latency', () => {
  test('is the same for every response if it is a number', async () => {
    expect(await latenciesOf(40, 3)).toEqual([40, 40, 40])
    expect(await latenciesOf(0, 3)).toEqual([])
  })

  test('is evenly distributed between two bounds', async () => {
    const times = await latenciesOf({ min: 10, max: 50, seed: 7 }, 2_000)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(10)
    expect(Math.max(...times)).toBeLessThan(50)
    expect(share(times, 20)).toBeCloseTo(0.25, 1)
    expect(share(times, 40)).toBeCloseTo(0.75, 1)
  })

  test('is log-normally distributed around a median', async () => {
    const times = await latenciesOf({ median: 20, p99: 200, seed: 7 }, 2_000)
    expect(share(times, 20)).toBeCloseTo(0.5, 1)
    expect(share(times, 200)).toBeGreaterThan(0.98)
    expect(share(times, 200)).toBeLessThan(1)
    // p1 is below the median by the same factor as p99 is above it.
    expect(share(times, 2)).toBeCloseTo(0.01, 1)
  })

  test.each<Exclude<Latency, number>>([
    { min: 10, max: 50, seed: 7 },
    { median: 20, p99: 200, seed: 7 },
    { median: 20, p99: 200 },
  ])('depends on the seed: %j', async (latency) => {
    const times = await latenciesOf(latency, 20)
    expect(await latenciesOf(latency, 20)).toEqual(times)
    expect(await latenciesOf({ ...latency, seed: 8 }, 20)).not.toEqual(times)
  })

  test('starts again on reset', async () => {
    const delays: number[] = []
    const sleep = async (milliseconds: number) => void delays.push(milliseconds)
    const tenant = createTenant({ latency: { min: 0, max: 9 }, sleep })
    await tenant.fetch(request())
    tenant.reset()
    await tenant.fetch(request())
    expect(delays[1]).toBe(delays[0])
  })

  test.each<[Latency, string]>([
    [-1, 'Invalid latency: -1. Expected a number of milliseconds from 0 to 2147483647.'],
    [Infinity, 'Invalid latency: Infinity. Expected a number of milliseconds from 0 to 2147483647.'],
    [
      { min: NaN, max: 1 },
      'Invalid latency.min: NaN. Expected a number of milliseconds from 0 to 2147483647.',
    ],
    [{ min: 2, max: 1 }, 'Invalid latency.min: 2. Expected at most latency.max, which is 1.'],
    [{ median: 2, p99: 1 }, 'Invalid latency.median: 2. Expected at most latency.p99, which is 1.'],
    [{ min: 1, max: 2, seed: 0.5 }, 'Invalid seed: 0.5. Expected an integer.'],
  ])('rejects %j', (latency, message) => {
    expect(() => createTenant({ latency })).toThrow(new TypeError(message))
  })

  test.each([
    { min: 1, max: 2, median: 3 },
    { min: 1, max: 2, p99: 3 },
    { min: 1, median: 2, p99: 3 },
    { max: 1, median: 2, p99: 3 },
  ])('rejects the options of two distributions in %j', (latency) => {
    expect(() => createTenant({ latency: JSON.parse(JSON.stringify(latency)) })).toThrow(
      new TypeError('Invalid latency: an object. Expected either min and max, or median and p99, not both.'),
    )
  })

  test.each([
    { min: 1, max: 2, median: undefined },
    { min: undefined, median: 1, p99: 2 },
  ])('ignores options that are undefined in %o', (latency) => {
    expect(() => Reflect.apply(createTenant, undefined, [{ latency }])).not.toThrow()
  })

  test('says that a number is possible', () => {
    // @ts-expect-error a text is not a latency
    expect(() => createTenant({ latency: '40' })).toThrow(
      'Invalid latency: "40". Expected a number of milliseconds, or an object such as { min: 10, max: 80 }.',
    )
  })
})

describe('waiting for the latency', () => {
  test("uses a test's fake timers", async () => {
    vi.useFakeTimers()
    const tenant = createTenant({ calls: [groupCall()], latency: 60_000 })
    let status = 0
    const fetched = tenant.fetch(request()).then((response) => {
      status = response.status
    })
    await vi.advanceTimersByTimeAsync(59_999)
    expect(status).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    await fetched
    expect(status).toBe(200)
  })

  test('ends if the request is aborted, and leaves no timer', async () => {
    vi.useFakeTimers()
    // Not `vi.getTimerCount()`: connections that earlier test files opened set timers too.
    const set = vi.spyOn(globalThis, 'setTimeout')
    const clear = vi.spyOn(globalThis, 'clearTimeout')
    const controller = new AbortController()
    const tenant = createTenant({ latency: 60_000 })
    const fetched = tenant.fetch(request({ signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(10)
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(fetched).rejects.toBe(reason)
    const timer = set.mock.results[set.mock.calls.findIndex(([, delay]) => delay === 60_000)]?.value
    expect(timer).toBeDefined()
    expect(clear).toHaveBeenCalledWith(timer)
  })

  async function serve(options: TenantOptions) {
    const tenant = createTenant({ calls: [groupCall()], ...options })
    const server = await tenant.listen()
    onTestFinished(() => server.close())
    return { tenant, server }
  }

  test('applies to every method on a port', async () => {
    const delays: number[] = []
    const { server } = await serve({
      latency: 7,
      sleep: async (milliseconds) => void delays.push(milliseconds),
    })
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'DELETE', 'PUT']) {
      await (await fetch(server.url + path, { method, headers })).text()
    }
    expect(delays).toEqual([7, 7, 7, 7, 7])
  })

  test('ends if the connection to the port closes', async () => {
    let receivedSignal: AbortSignal | undefined
    const started = new Promise<void>((start) => {
      void serve({
        latency: 60_000,
        sleep: (_milliseconds, signal) => {
          receivedSignal = signal
          start()
          return new Promise((_resolve, reject) =>
            signal?.addEventListener('abort', () => reject(signal.reason)),
          )
        },
      }).then(({ server }) => {
        const controller = new AbortController()
        void started.then(() => controller.abort())
        return fetch(server.url + path, { headers, signal: controller.signal }).catch(() => {})
      })
    })
    await started
    await vi.waitFor(() => expect(receivedSignal?.aborted).toBe(true))
  })
})
