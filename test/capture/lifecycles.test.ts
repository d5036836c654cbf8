import fc from 'fast-check'
import { anonymize, CaptureFormatError, lifecyclesOf } from 'graph-call-testkit/capture'
import { notification, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { anyCallLifecycle } from 'graph-call-testkit/generators'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { send } from '../tenant/send.ts'

const { id } = peerToPeerCall()
const states = ['establishing', 'established', 'terminated'] as const
const seconds = [0, 3, 65]

/** HAR file of a client that requests a call until it has ended. */
const polled = (bodies: readonly object[]) => ({
  log: {
    entries: bodies.map((body, index) => ({
      startedDateTime: new Date(Date.UTC(2026, 4, 4, 9, 0, seconds[index])).toISOString(),
      time: 0,
      request: { method: 'GET', url: `https://graph.microsoft.com/v1.0/communications/calls/${id}` },
      response: { status: 200, content: { text: JSON.stringify(body) } },
    })),
  },
})

const stateIn = async (tenant: ReturnType<typeof createTenant>, callId = id) =>
  (await (await send(tenant, `/v1.0/communications/calls/${callId}`)).json()).state

describe('recorded responses', () => {
  const recording = polled(states.map((state) => peerToPeerCall({ state })))

  test('are returned at the recorded times', async () => {
    const [lifecycle] = lifecyclesOf(JSON.stringify(recording))
    const tenant = createTenant({ clock: 'manual', keepEndedCallsFor: { milliseconds: 60_000 } })
    tenant.addCall(lifecycle ?? { snapshots: [] })
    const seen: unknown[] = []
    for (const milliseconds of [0, 2_999, 1, 61_999, 1]) {
      tenant.clock.advance(milliseconds)
      seen.push(await stateIn(tenant))
    }
    expect(seen).toEqual(['establishing', 'establishing', 'established', 'established', 'terminated'])
  })

  test('continue after a snapshot of the tenant', async () => {
    const [lifecycle] = lifecyclesOf(recording)
    const tenant = createTenant({ clock: 'manual', keepEndedCallsFor: { milliseconds: 60_000 } })
    tenant.addCall(lifecycle ?? { snapshots: [] })
    tenant.clock.advance(1_000)
    const saved = JSON.parse(JSON.stringify(tenant.snapshot()))
    const other = createTenant({ clock: 'manual', keepEndedCallsFor: { milliseconds: 60_000 } })
    other.restore(saved)
    other.clock.advance(2_000)
    expect(await stateIn(other)).toBe('established')
    other.clock.advance(62_000)
    expect(await stateIn(other)).toBe('terminated')
  })

  test('move in an interval of the test, or by advance', async () => {
    const [lifecycle = { snapshots: [] }] = lifecyclesOf(recording)
    const tenant = createTenant({ clock: 'manual' })
    tenant.addCall(lifecycle, { stepEvery: { gets: 1 } })
    expect([await stateIn(tenant), await stateIn(tenant), await stateIn(tenant)]).toEqual(states)
    tenant.addCall(lifecycle, { replace: true })
    expect([tenant.advance(id), tenant.advance(id)]).toEqual(['established', 'terminated'])
  })

  test('that are equal are one snapshot, and keep the order without times', () => {
    const [establishing, established] = [peerToPeerCall({ state: 'establishing' }), peerToPeerCall()]
    expect(lifecyclesOf([establishing, established, established])).toEqual([
      { snapshots: [establishing, established] },
    ])
  })
})

test('notifications change the call', async () => {
  const names = ['call-incoming', 'call-establishing', 'call-established', 'call-terminated'] as const
  const { value } = anonymize(
    names.map((name) => notification(name)),
    { salt: 'salt of the tests' },
  )
  const [lifecycle = { snapshots: [] }, ...others] = lifecyclesOf(value)
  expect(others).toEqual([])
  expect(lifecycle.snapshots.map(({ state }) => state)).toEqual(['incoming', ...states])
  const sent: unknown[] = []
  const tenant = createTenant()
  const callbackUri = 'http://127.0.0.1:3978/api/calls'
  const notifications = tenant.notify({
    fetch: async (_, init) => {
      const [{ changeType, resourceData }] = JSON.parse(String(init?.body)).value
      sent.push([changeType, resourceData.state])
      return new Response(null, { status: 202 })
    },
  })
  const callId = tenant.addCall({ snapshots: lifecycle.snapshots.map((call) => ({ ...call, callbackUri })) })
  for (const state of states) expect(tenant.advance(callId)).toBe(state)
  await notifications.settled()
  expect(tenant.call(callId).resultInfo).toMatchObject({ code: 200, subcode: 5002 })
  expect(sent).toEqual(
    names.map((name) => {
      const [change] = notification(name).value
      return [change?.changeType, Object(change?.resourceData).state]
    }),
  )
})

test('any lifecycle is the same after it was recorded', () => {
  fc.assert(
    fc.property(anyCallLifecycle(), ({ snapshots }) => {
      const log = snapshots.map((body, index) =>
        JSON.stringify({ time: 1_777_885_200_000 + index * 1_000, body }),
      )
      const distinct = snapshots.filter(
        (call, index) => JSON.stringify(call) !== JSON.stringify(snapshots[index - 1]),
      )
      const [lifecycle] = lifecyclesOf(`${log.join('\n')}\n`)
      expect(lifecycle?.snapshots).toEqual(JSON.parse(JSON.stringify(distinct)))
    }),
    { numRuns: runs(30, 2_000) },
  )
})

test('a recording without calls has no lifecycles, and a text has to be JSON', () => {
  expect(lifecyclesOf({ log: { entries: [] } })).toEqual([])
  expect(() => lifecyclesOf('<html>')).toThrow(CaptureFormatError)
})

test.each([
  [[0], 'Invalid times: an array of length 1. Expected an array of 3 times, one for each snapshot.'],
  [[0, 1, 'x'], 'Invalid times[2]: "x". Expected a number of at least 1.'],
  [[0, 5, 4], 'Invalid times[2]: 4. Expected a number of at least 5.'],
])('the times %j are rejected', (times, message) => {
  const snapshots = states.map((state) => peerToPeerCall({ state }))
  const tenant = createTenant()
  expect(() => Reflect.apply(tenant.addCall, undefined, [{ snapshots, times }])).toThrow(message)
})
