import { fixture, groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, SnapshotError, type Tenant, type TenantSnapshot } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { requestCall, statesOf } from './request-call.ts'

const { id } = groupCall()
const throughJson = (saved: TenantSnapshot): TenantSnapshot => JSON.parse(JSON.stringify(saved))

/** Creates a tenant in which every part has state. */
async function tenantWithState(options: Parameters<typeof createTenant>[0] = {}): Promise<Tenant> {
  const tenant = createTenant({ calls: [groupCall()], ...options })
  tenant.addCall(fixture('incoming-peer-to-peer'), { outcome: 'transferred', stepEvery: { gets: 2 } })
  tenant.addCall(peerToPeerCall({ id: 'forbidden' }))
  tenant.addCall({ id: 'parked', state: 'parked' }, { unknownEnumMembers: true })
  tenant.forbid('forbidden', '7505')
  tenant.failEvery(3, { status: 500 })
  tenant.failAtRate(0.3, { status: 503 }, { seed: 7 })
  for (let i = 0; i < 5; i++) await requestCall(tenant, id)
  tenant.failNext({ status: 429, retryAfter: 0.5 })
  return tenant
}

/** Returns the next responses of a tenant, including request ids. */
async function responsesOf(tenant: Tenant): Promise<unknown[]> {
  const all: unknown[] = []
  for (let i = 0; i < 12; i++) {
    for (const call of [id, fixture('incoming-peer-to-peer').id, 'forbidden', 'parked']) {
      const response = await requestCall(tenant, call)
      all.push([response.status, response.headers.get('request-id'), await response.text()])
    }
  }
  return all
}

function problemOf(restore: () => void): string {
  try {
    restore()
  } catch (error) {
    if (error instanceof SnapshotError) return error.problem
    throw error
  }
  return 'none'
}

const now = () => Date.UTC(2026, 4, 13)

test('restores a snapshot in the same tenant and in another', async () => {
  const tenant = await tenantWithState({ now })
  const saved = throughJson(tenant.snapshot())
  const expected = await responsesOf(tenant)
  const other = createTenant({ now })
  for (const each of [tenant, other]) {
    each.restore(saved)
    expect(each.snapshot()).toEqual(saved)
    expect(await responsesOf(each)).toEqual(expected)
  }
  expect(other.requests).toEqual(tenant.requests)
  expect(other.history(id)).toEqual(tenant.history(id))
})

test('a snapshot is JSON, and shares no object with the tenant', async () => {
  const tenant = await tenantWithState({ now })
  const saved = tenant.snapshot()
  expect(throughJson(saved)).toEqual(saved)
  const before = JSON.stringify(saved)
  await responsesOf(tenant)
  expect(JSON.stringify(saved)).toBe(before)
})

test('restores a snapshot with another order of keys', async () => {
  const saved = (await tenantWithState({ now })).snapshot()
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value
        ? Object.fromEntries(
            Object.entries(value)
              .map(([key, inner]) => [key, sorted(inner)] as const)
              .reverse(),
          )
        : value
  const tenant = createTenant({ now })
  Reflect.apply(tenant.restore, undefined, [sorted(saved)])
  expect(await statesOf(tenant, 'forbidden', 2)).toEqual([429, 403])
})

test('no time passes for a call in a snapshot', async () => {
  let time = 0
  const tenant = createTenant({ now: () => time, throttle: { requests: 1, seconds: 100 } })
  tenant.addCall(fixture('incoming-peer-to-peer'), { stepEvery: { milliseconds: 1_000 } })
  time = 900
  const saved = tenant.snapshot()
  time = 1e9
  tenant.restore(saved)
  const { id } = fixture('incoming-peer-to-peer')
  expect(await statesOf(tenant, id, 2)).toEqual(['incoming', 429])
  const again = tenant.snapshot()
  time += 50_000
  tenant.restore(again)
  expect(await statesOf(tenant, id, 1)).toEqual([429])
  time += 100_000
  expect(await statesOf(tenant, id, 1)).toEqual(['terminated'])
})

test.each([
  { min: 5, max: 500, seed: 3 },
  { median: 20, p99: 900, seed: 3 },
])('latencies continue after a restore: %j', async (latency) => {
  const waits: number[] = []
  const sleep = async (milliseconds: number) => void waits.push(milliseconds)
  const tenant = createTenant({ calls: [groupCall()], latency, sleep })
  await statesOf(tenant, id, 3)
  const saved = tenant.snapshot()
  await statesOf(tenant, id, 3)
  tenant.restore(saved)
  await statesOf(tenant, id, 3)
  expect(new Set(waits).size).toBe(6)
  expect(waits.slice(6)).toEqual(waits.slice(3, 6))
})

test('the stop function of a failure works after a restore', async () => {
  const tenant = createTenant({ calls: [groupCall()] })
  const stop = tenant.failEvery(1, { status: 500 })
  tenant.restore(tenant.snapshot())
  expect(await statesOf(tenant, id, 1)).toEqual([500])
  stop()
  expect(await statesOf(tenant, id, 1)).toEqual(['established'])
})

test('reset returns to the creation of the tenant, not to the restored state', async () => {
  const other = await tenantWithState({ now })
  const tenant = createTenant({ calls: [groupCall()] })
  tenant.restore(other.snapshot())
  tenant.reset()
  expect(await statesOf(tenant, id, 8)).toEqual(Array(8).fill('established'))
  expect(await statesOf(tenant, 'forbidden', 1)).toEqual([404])
})

/** Returns a function that changes a snapshot. */
function changed(change: (saved: ReturnType<typeof JSON.parse>) => void) {
  return (saved: ReturnType<typeof JSON.parse>) => {
    change(saved)
    return saved
  }
}

describe('a value that is not a valid snapshot is rejected, and changes nothing', () => {
  const changes: [string, (saved: ReturnType<typeof JSON.parse>) => unknown, string][] = [
    ['nothing', () => undefined, 'not-a-snapshot'],
    ['null', () => null, 'not-a-snapshot'],
    ['text', (saved) => JSON.stringify(saved), 'not-a-snapshot'],
    ['a list', (saved) => [saved], 'not-a-snapshot'],
    ['a call', () => groupCall(), 'not-a-snapshot'],
    ['another format', (saved) => ({ ...saved, format: 'other' }), 'not-a-snapshot'],
    ['another version', (saved) => ({ ...saved, version: 2 }), 'other-version'],
    ['no content', ({ tenant: _, ...saved }) => saved, 'changed'],
    ['another checksum', (saved) => ({ ...saved, checksum: '0' }), 'changed'],
    [
      'another state',
      changed((saved) => {
        saved.tenant.calls[0].call.state = 'terminated'
      }),
      'changed',
    ],
    [
      'a missing call',
      changed((saved) => {
        saved.tenant.calls.pop()
      }),
      'changed',
    ],
    [
      'an extra key',
      changed((saved) => {
        saved.tenant.calls[0].more = 1
      }),
      'changed',
    ],
    [
      'another count',
      changed((saved) => {
        saved.tenant.counter.requests++
      }),
      'changed',
    ],
    [
      'a circular reference',
      changed((saved) => {
        saved.tenant.calls = saved
      }),
      'changed',
    ],
    [
      'a bigint',
      changed((saved) => {
        saved.tenant.counter.requests = 1n
      }),
      'changed',
    ],
  ]

  test.each(changes)('%s', async (_name, change, problem) => {
    const saved = throughJson((await tenantWithState({ now })).snapshot())
    const tenant = await tenantWithState({ now })
    const before = tenant.snapshot()
    expect(problemOf(() => Reflect.apply(tenant.restore, undefined, [change(saved)]))).toBe(problem)
    expect(tenant.snapshot()).toEqual(before)
  })

  test.each<[string, unknown, Partial<SnapshotError>, string]>([
    [
      'the format',
      {},
      {
        problem: 'not-a-snapshot',
        path: 'format',
        expected: '"graph-call-testkit tenant"',
        found: 'nothing',
      },
      'Cannot restore the tenant: the value is not a tenant snapshot. Pass the value that snapshot() returned, or the same value parsed from JSON. Expected "graph-call-testkit tenant" at format, found nothing. The tenant is unchanged.',
    ],
    [
      'the versions',
      { ...createTenant().snapshot(), version: 1 },
      { problem: 'other-version', path: 'version', expected: '3', found: '1' },
      'Cannot restore the tenant: another version of graph-call-testkit took the snapshot, in another format. Take a new one with the version that restores it. Expected 3 at version, found 1. The tenant is unchanged.',
    ],
  ])('the error names %s', (_what, value, fields, message) => {
    const restore = () => Reflect.apply(createTenant().restore, undefined, [value])
    expect(restore).toThrow(message)
    expect(restore).toThrow(expect.objectContaining(fields))
  })
})

describe('the secret of an app', () => {
  const options = {
    appId: 'a9910001-0000-4000-a000-000000000001',
    callbackUri: 'http://127.0.0.1:3978/api/calls',
  }
  const secret = 'a secret of this test'

  async function statusWith(tenant: Tenant, used: string): Promise<number> {
    const form = { client_id: options.appId, client_secret: used, grant_type: 'client_credentials' }
    const body = new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' })
    const url = 'https://login.microsoftonline.com/common/oauth2/v2.0/token'
    return (await tenant.fetch(new Request(url, { method: 'POST', body }))).status
  }

  test('is not in a snapshot, and the tenant still checks it after restore', async () => {
    const tenant = createTenant()
    tenant.registerBot({ ...options, secret })
    const saved = tenant.snapshot()
    expect(JSON.stringify(saved)).not.toContain(secret)
    tenant.reset()
    tenant.restore(saved)
    expect([await statusWith(tenant, secret), await statusWith(tenant, 'wrong')]).toEqual([200, 401])
  })

  test('has to be given again to another tenant', async () => {
    const tenant = createTenant()
    tenant.registerBot({ ...options, secret })
    const saved = tenant.snapshot()
    const other = createTenant()
    expect(() => other.restore(saved)).toThrow(
      expect.objectContaining({ problem: 'missing-secret', path: 'tenant.apps[0].secret' }),
    )
    other.registerBot({ ...options, secret })
    other.restore(saved)
    expect([await statusWith(other, secret), await statusWith(other, 'wrong')]).toEqual([200, 401])
  })
})
