import fc from 'fast-check'
import { CallFormatError, type ReceivedCall } from 'graph-call-testkit'
import { anyCallLifecycle, type CallLifecycle } from 'graph-call-testkit/generators'
import { createTenant, type LifecycleInput, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { runs } from '../../runs.ts'
import { requestCall, statesOf } from '../request-call.ts'

const idOf = ({ snapshots }: LifecycleInput) => snapshots[0]?.id ?? ''
const expansions = ['participants', 'operations', 'audioRoutingGroups', 'contentSharingSessions']

/** Returns the response to a GET: the complete call, or the status. */
async function shownIn(tenant: Tenant, id: string): Promise<unknown> {
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${id}?$expand=${expansions}`
  const response = await tenant.fetch(new Request(url, { headers: { Authorization: 'Bearer any' } }))
  return response.ok ? expanded(await response.json()) : response.status
}

/** Returns a call as `$expand` shows it, without its context, which depends on the request. */
function expanded({ '@odata.context': _, ...call }: ReceivedCall): object {
  return { ...Object.fromEntries(expansions.map((name) => [name, []])), ...call }
}

/** Checks a law for lifecycles, each in a new tenant. */
const holds = (law: (lifecycle: CallLifecycle, tenant: Tenant) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(anyCallLifecycle(), (lifecycle) => law(lifecycle, createTenant())),
    { numRuns: runs(200, 2_000) },
  )

describe('a lifecycle that was added', () => {
  test('is played snapshot by snapshot, one for each GET', () =>
    holds(async (lifecycle, tenant) => {
      const id = tenant.addCall(lifecycle, { stepEvery: { gets: 1 } })
      for (const snapshot of lifecycle.snapshots) {
        expect(await shownIn(tenant, id)).toEqual(expanded(snapshot))
      }
      const last = lifecycle.snapshots.at(-1) ?? {}
      const afterwards = lifecycle.afterwards === 'not-found' ? 404 : expanded(last)
      expect(await shownIn(tenant, id)).toEqual(afterwards)
      expect(await shownIn(tenant, id)).toEqual(afterwards)
    }))

  test('is played by advance, also by a tenant that was restored from a snapshot', () =>
    holds(async (lifecycle, first) => {
      let tenant = first
      const id = tenant.addCall(lifecycle)
      for (const [index, snapshot] of lifecycle.snapshots.entries()) {
        if (index > 0) expect(tenant.advance(id)).toBe(snapshot.state)
        const restored = createTenant()
        restored.restore(JSON.parse(JSON.stringify(tenant.snapshot())))
        tenant = restored
        expect(await shownIn(tenant, id)).toEqual(expanded(snapshot))
      }
    }))

  test('reports each state to the bot', () =>
    holds(async (lifecycle, tenant) => {
      const states: unknown[] = []
      const { settled } = tenant.notify({
        hosts: ['bot.contoso.com', 'xn--bcher-kva.contoso.com'],
        fetch: async (_, init) => {
          const { value } = JSON.parse(String(init?.body))
          states.push(value[0].resourceData.state)
          return new Response(null, { status: 202 })
        },
      })
      const id = tenant.addCall(lifecycle)
      for (const { state } of lifecycle.snapshots.slice(1)) expect(tenant.advance(id)).toBe(state)
      await settled()
      expect(states).toEqual(lifecycle.snapshots.map(({ state }) => state))
    }))

  test('moves by the clock of the tenant', async () => {
    const tenant = createTenant({ clock: 'manual' })
    const id = tenant.addCall(byHand, { stepEvery: { milliseconds: 500 } })
    tenant.clock.advance({ milliseconds: 499 })
    expect(await statesOf(tenant, id, 1)).toEqual(['establishing'])
    tenant.clock.advance({ milliseconds: 1 })
    expect(await statesOf(tenant, id, 1)).toEqual(['established'])
  })

  test('keeps its last snapshot, and then takes the simplest path to the end', async () => {
    const tenant = createTenant()
    const id = tenant.addCall(byHand)
    expect([tenant.advance(id), tenant.advance(id), tenant.advance(id)]).toEqual([
      'established',
      'established',
      'terminating',
    ])
  })

  test('is left by a request of the bot, and by the test', async () => {
    const tenant = createTenant()
    const id = tenant.addCall(byHand)
    expect((await requestCall(tenant, id, 'DELETE')).status).toBe(204)
    expect(await statesOf(tenant, id, 2)).toEqual(['terminated', 404])
    tenant.addCall({ snapshots: byHand.snapshots.slice(1) })
    tenant.transferCall(id)
    expect([tenant.advance(id), tenant.advance(id)]).toEqual(['transferAccepted', 'terminated'])
  })

  test('replaces a call only if requested', () => {
    const tenant = createTenant()
    tenant.addCall(byHand)
    expect(() => tenant.addCall(byHand)).toThrow('already has a call')
    expect(tenant.addCall(byHand, { replace: true })).toBe(idOf(byHand))
  })

  test('is copied, so later changes have no effect', async () => {
    const tenant = createTenant()
    const lifecycle = structuredClone(byHand)
    const id = tenant.addCall(lifecycle)
    for (const snapshot of lifecycle.snapshots) Reflect.set(snapshot, 'subject', 'changed')
    tenant.advance(id)
    expect(await shownIn(tenant, id)).toEqual(
      expanded({ id: '2e1a', state: 'established', subject: 'Standup' }),
    )
  })
})

const byHand: LifecycleInput = {
  snapshots: [
    { id: '2e1a', state: 'establishing' },
    { id: '2e1a', state: 'established', subject: 'Standup' },
    { id: '2e1a', state: 'established', subject: 'Standup', mediaState: { audio: 'active' } },
  ],
}

describe('addCall rejects a lifecycle', () => {
  const add = (...snapshots: readonly object[]) => {
    const tenant = createTenant()
    return () => Reflect.apply(tenant.addCall, undefined, [{ snapshots }])
  }

  test.each([
    ['without an id', add({ state: 'established' }), 'snapshots[0].id'],
    ['without a state', add({ id: 'a', state: 'established' }, { id: 'a' }), 'snapshots[1].state'],
    [
      'of two calls',
      add({ id: 'a', state: 'incoming' }, { id: 'b', state: 'established' }),
      'snapshots[1].id',
    ],
    [
      'that continues after its end',
      add({ id: 'a', state: 'terminated' }, { id: 'a', state: 'established' }),
      'snapshots[1].state',
    ],
    ['with a wrong type', add({ id: 'a', state: 'incoming', subject: 1 }), 'snapshots[0].subject'],
  ])('%s', (_, run, path) => {
    expect(run).toThrow(CallFormatError)
    expect(run).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path })] }))
  })

  test('without snapshots', () => {
    expect(add()).toThrow('Invalid snapshots')
  })

  test('with an outcome', () => {
    const { addCall } = createTenant()
    expect(() => addCall(byHand, { outcome: 'rejected' })).toThrow('Invalid outcome: "rejected"')
  })
})
