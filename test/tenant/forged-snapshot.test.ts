import fc from 'fast-check'
import { fixture, groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, SnapshotError, syntheticId, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { hashOf } from '../../src/tenant/hash.ts'
import { runs } from '../runs.ts'
import { wavFile } from './media/wav-file.ts'
import { requestCall } from './request-call.ts'

type Json = ReturnType<typeof JSON.parse>

const now = () => Date.UTC(2026, 4, 13)
const options = {
  now,
  clock: 'manual',
  synthetic: true,
  throttle: true,
  latency: { min: 1, max: 2 },
  sleep: async () => {},
} as const

/** Fetches a prompt of one second. */
const prompts = { fetch: async () => new Response(wavFile()) }

/** Starts media in a call: prompts that repeat, one prompt that waits, a cached prompt, tones, and a recording. */
async function startMedia(tenant: Tenant): Promise<void> {
  const mediaConfig = { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' } as const
  for (const id of ['media', 'ended']) {
    tenant.addCall({ id, state: 'established', mediaConfig })
    const act = (name: string, body: object) =>
      tenant.fetch(
        new Request(`https://graph.microsoft.com/v1.0/communications/calls/${id}/${name}`, {
          method: 'POST',
          headers: { Authorization: 'Bearer x.y.z' },
          body: JSON.stringify(body),
        }),
      )
    await act('recordResponse', { maxRecordDurationInSeconds: 1 })
    tenant.clock.advance({ seconds: 2 })
    const mediaInfo = { uri: 'http://127.0.0.1/a.wav', resourceId: 'a' }
    await act('playPrompt', { prompts: [{ mediaInfo }], loop: true })
    await act('recordResponse', { stopTones: ['#'], prompts: [{ mediaInfo }] })
    await act('sendDtmfTones', { tones: ['tone1'] })
    await act('subscribeToTone', {})
    await tenant.settled()
  }
  tenant.endCall('ended')
}

/** Creates a tenant in which every part has state. */
async function tenantWithState(): Promise<Tenant> {
  const tenant = createTenant({ calls: [groupCall()], ...options, prompts })
  await startMedia(tenant)
  tenant.addCall(fixture('incoming-peer-to-peer'), { outcome: 'transferred', stepEvery: { gets: 2 } })
  tenant.addCall(fixture('establishing-outgoing'), { stepEvery: { milliseconds: 500 } })
  const snapshots = (['establishing', 'established', 'terminated'] as const).map((state) => ({
    ...{ id: 'lifecycle', state, subject: state },
  }))
  tenant.addCall({ snapshots }, { stepEvery: { gets: 3 } })
  const timed = snapshots.map((snapshot) => ({ ...snapshot, id: 'timed' }))
  tenant.addCall({ snapshots: timed, times: [0, 500, 900] })
  tenant.addCall(peerToPeerCall({ id: 'forbidden' }))
  tenant.endCall(peerToPeerCall({ id: 'forbidden' }).id ?? '', { code: 480, subcode: 10037 })
  tenant.forbid('forbidden', '7505')
  tenant.failEvery(30, { status: 500 })
  tenant.failAtRate(0.1, { connection: 'slow' }, { seed: 7 })
  tenant.failAtRate(0.1, { proxy: 502, retryAfter: 3 }, { seed: 8 })
  for (const id of [groupCall().id, syntheticId({ state: 'established' }), 'other']) {
    await requestCall(tenant, id)
  }
  const id = syntheticId({ state: 'established', number: 1 })
  await requestCall(tenant, id, 'DELETE')
  for (let i = 0; i < 3; i++) await requestCall(tenant, id)
  tenant.registerBot({ appId: 'app', callbackUri: 'http://127.0.0.1:9/' })
  const script = [
    { does: 'calls', after: 1_000 },
    { does: 'presses', keys: '1', when: 'promptEnds' },
  ] as const
  tenant.person('Mira Holm', { script })
  tenant.person('Lee Ash', { unreachable: true, phone: '+15550100' })
  tenant.failNext({ status: 429, retryAfter: 0.5 })
  tenant.failNext({ connection: 'truncated' })
  tenant.failNext({
    ...{ status: 409, code: '8519', message: 'x', times: 3, headers: { 'x-ms-region': 'x' } },
    retryAfter: [1, new Date(0), null],
  })
  return tenant
}

const saved: Json = (await tenantWithState()).snapshot()

/** Index of the call that plays a lifecycle. */
const lifecycleAt = saved.tenant.calls.findIndex(({ id }: Json) => id === 'lifecycle')
const timedAt = saved.tenant.calls.findIndex(({ id }: Json) => id === 'timed')

/** Returns the JSON of a value with sorted keys. Unlike `toEqual`, it compares a key named `__proto__`. */
function sortedJson(value: Json): string {
  return JSON.stringify(value, (_key, inner: Json) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Gives a changed snapshot a valid checksum. */
function forged(tenant: Json): Json {
  const text = sortedJson(tenant)
  const checksum = [text, `${text.length}:${text}`]
    .map((each) => (hashOf(each) >>> 0).toString(16).padStart(8, '0'))
    .join('')
  return { ...saved, checksum, tenant }
}

/** Every object and array in a value. */
function containersIn(value: Json): Json[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(containersIn)]
}

const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown[]>(
    ...[null, -1, 0, 1, 1.5, 1e308, 2 ** 53, -(2 ** 31), '', 'established', 'ca110100', true, [], {}],
    ...[[[]], [{}], 'call-not-found', { gets: 1 }, { gets: 0 }, { every: 1 }, { fixture: 'throttled' }],
    ...[{ status: 418, retryAfter: [1, null] }, { status: 200, body: [] }, { proxy: 502 }],
    ...[{ connection: 'reset' }, { code: 1, subcode: 2 }, ['x', 'throttled'], ['terminated']],
  ),
)
const mutation = fc.record({
  at: fc.nat(),
  key: fc.nat(),
  kind: fc.constantFrom('replace', 'replace', 'delete', 'add', 'repeat', 'proto', 'number'),
  value: anyValue,
})

function mutate(tenant: Json, { at, key, kind, value }: Json): void {
  const containers = containersIn(tenant)
  const container = containers[at % containers.length]
  const keys = Object.keys(container)
  const name = keys[key % keys.length] ?? '0'
  if (kind === 'proto') {
    Object.defineProperty(container, '__proto__', {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    })
  } else if (Array.isArray(container) && kind === 'repeat')
    container.push(structuredClone(container[key % container.length] ?? null))
  else if (Array.isArray(container) && kind === 'delete') container.splice(key % (container.length + 1), 1)
  else if (kind === 'delete') delete container[name]
  else if (kind === 'add') container[Array.isArray(container) ? container.length : 'more'] = value
  else if (kind === 'number' && typeof container[name] === 'number') container[name] += (key % 3) - 1
  else container[name] = value
}

describe('a forged snapshot', () => {
  test('is restored completely, or rejected and changes nothing', async () => {
    const tenant = await tenantWithState()
    const before = JSON.stringify(tenant.snapshot())
    let restored = 0
    let rejected = 0
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 2 }), (mutations) => {
        const changed = structuredClone(saved.tenant)
        for (const each of mutations) mutate(changed, each)
        const value = forged(changed)
        try {
          Reflect.apply(tenant.restore, undefined, [value])
        } catch (error) {
          if (!(error instanceof SnapshotError)) throw error
          expect(JSON.stringify(tenant.snapshot())).toBe(before)
          expect(error.path).not.toBe('checksum')
          rejected++
          return
        }
        const expected = { endedSynthetic: [], buckets: [], ...value.tenant }
        const found: Json = JSON.parse(JSON.stringify(tenant.snapshot().tenant))
        // A snapshot of a tenant without latency: it starts with its seed.
        if (!('latency' in expected.counter)) delete found.counter.latency
        expect(sortedJson(found)).toBe(sortedJson(expected))
        tenant.restore(saved)
        expect(JSON.stringify(tenant.snapshot())).toBe(before)
        restored++
      }),
      { numRuns: runs(200, 3_000), seed: 1 },
    )
    expect(Math.min(restored, rejected)).toBeGreaterThan(runs(200, 3_000) / 50)
  })

  const changes: [string, (tenant: Json) => unknown, string][] = [
    ['an id that is not a text', ({ endedSynthetic }) => endedSynthetic.push(1), 'tenant.endedSynthetic[1]'],
    [
      'a repeated id',
      ({ endedSynthetic }) => endedSynthetic.push(endedSynthetic[0]),
      'tenant.endedSynthetic[1]',
    ],
    [
      'too many ids',
      (tenant) => Object.assign(tenant, { endedSynthetic: Array.from({ length: 100_001 }, String) }),
      'tenant.endedSynthetic',
    ],
    [
      'a lifecycle with another state',
      ({ calls }) => Object.assign(calls[lifecycleAt].progress.snapshots[0], { state: 'hold' }),
      `tenant.calls[${lifecycleAt}].progress.snapshots[0].state`,
    ],
    [
      'a lifecycle with fewer calls than states',
      ({ calls }) => calls[lifecycleAt].progress.snapshots.pop(),
      `tenant.calls[${lifecycleAt}].progress.snapshots`,
    ],
    [
      'a lifecycle with more times than states',
      ({ calls }) => calls[timedAt].progress.stays.push(1, 1),
      `tenant.calls[${timedAt}].progress.stays`,
    ],
    [
      'a lifecycle with a negative time',
      ({ calls }) => Object.assign(calls[timedAt].progress.stays, { 0: -1 }),
      `tenant.calls[${timedAt}].progress.stays[0]`,
    ],
    [
      'a lifecycle of another call',
      ({ calls }) => Object.assign(calls[lifecycleAt].progress.snapshots[1], { id: 'other' }),
      `tenant.calls[${lifecycleAt}].progress.snapshots[1].id`,
    ],
    [
      'a negative count',
      ({ counter }) => Object.assign(counter, { requests: -1 }),
      'tenant.counter.requests',
    ],
    [
      'a count that would take years to reach',
      ({ counter }) => Object.assign(counter, { requests: 1e300 }),
      'tenant.counter.requests',
    ],
    [
      'a random state of another length',
      ({ counter }) => Object.assign(counter, { latency: [1] }),
      'tenant.counter.latency',
    ],
    [
      'a call with a wrong type',
      ({ calls }) => Object.assign(calls[0].call, { state: 1 }),
      'tenant.calls[0].call',
    ],
    [
      'a call with another id',
      ({ calls }) => Object.assign(calls[0], { id: 'x' }),
      'tenant.calls[0].call.id',
    ],
    ['an unknown part', (tenant) => Object.assign(tenant, { more: 1 }), 'tenant.more'],
    ['a missing part', (tenant) => delete tenant.faults, 'tenant.faults'],
    [
      'an unknown fixture',
      ({ faults }) => faults.next.push({ failure: { fixture: 'toString' }, failed: 0 }),
      'tenant.faults.next[3].failure',
    ],
    [
      'a fixture of a call',
      ({ faults }) => faults.next.push({ failure: { fixture: 'group' }, failed: 0 }),
      'tenant.faults.next[3].failure',
    ],
    [
      'a header that the server writes itself',
      ({ faults }) => Object.assign(faults.next[2].failure.headers, { 'Content-Length': '1' }),
      'tenant.faults.next[2].failure',
    ],
    [
      'a failure that has failed all its requests',
      ({ faults }) => Object.assign(faults.next[2], { failed: 3 }),
      'tenant.faults.next[2].failed',
    ],
    [
      'too many requests',
      ({ requests }) => requests.push(...Array(1_000).fill(requests[0])),
      'tenant.requests',
    ],
    [
      'requests that are too large',
      ({ requests }) => requests.push({ ...requests[0], body: 'x'.repeat(9 * 2 ** 20) }),
      'tenant.requests',
    ],
  ]
  test.each(changes)('with %s is rejected, and the error has its path', async (_what, change, path) => {
    const tenant = await tenantWithState()
    const before = JSON.stringify(tenant.snapshot())
    const changed = structuredClone(saved.tenant)
    change(changed)
    expect(() => Reflect.apply(tenant.restore, undefined, [forged(changed)])).toThrow(
      expect.objectContaining({ name: 'SnapshotError', problem: 'changed', path }),
    )
    expect(JSON.stringify(tenant.snapshot())).toBe(before)
  })

  test.each<[string, (depth: number) => unknown]>([
    ['arrays', (depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))],
    ['objects', (depth) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)],
  ])('with deeply nested %s is rejected', (_what, nested) => {
    for (const depth of [1_000, 100_000]) {
      const value = { ...saved, tenant: { ...saved.tenant, more: nested(depth) } }
      expect(() => createTenant(options).restore(value)).toThrow(SnapshotError)
    }
  })

  test('with a getter or toJSON that returns another value each time is rejected, or is JSON', () => {
    const tenant = createTenant(options)
    let reads = 0
    const value = {
      ...saved,
      get tenant() {
        return reads++ === 0 ? saved.tenant : { calls: 'x' }
      },
    }
    tenant.restore(value)
    expect(tenant.snapshot().tenant).toEqual(saved.tenant)
    const another = { ...saved, tenant: { ...saved.tenant, toJSON: () => ({ calls: 'x' }) } }
    expect(() => tenant.restore(another)).toThrow(SnapshotError)
  })
})
