import { mock } from 'node:test'
import { readStrictCall } from 'graph-call-testkit'
import { fixture, fixtures, groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { CallExistsError, createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { callPaths } from '../../../src/lifecycle/paths.ts'
import { getCall, requestCall, statesOf } from '../request-call.ts'

const outgoing = fixture('establishing-outgoing')
const incoming = fixture('incoming-peer-to-peer')
const { id } = groupCall()
const assumption = 'docs/tenant.md#lifecycle'

describe('advance', () => {
  test('moves a call, which otherwise stays in its state', async () => {
    const tenant = createTenant({ calls: [outgoing] })
    expect(await statesOf(tenant, outgoing.id, 3)).toEqual(['establishing', 'establishing', 'establishing'])
    expect(tenant.advance(outgoing.id)).toBe('established')
    expect(await statesOf(tenant, outgoing.id, 2)).toEqual(['established', 'established'])
  })

  test('moves a call through the default path, after which it is not found', async () => {
    const tenant = createTenant({ calls: [incoming] })
    const states = ['establishing', 'established', 'terminating', 'terminated']
    for (const state of states) {
      expect(tenant.advance(incoming.id)).toBe(state)
      expect(await statesOf(tenant, incoming.id, 1)).toEqual([state])
    }
    expect(await statesOf(tenant, incoming.id, 1)).toEqual([404])
    expect(tenant.history(incoming.id).map(({ state }) => state)).toEqual([...states, undefined])
  })

  test('follows the path that the call was added with', async () => {
    const tenant = createTenant()
    tenant.addCall(incoming, { outcome: 'redirected' })
    expect([tenant.advance(incoming.id), tenant.advance(incoming.id)]).toEqual(['redirecting', 'terminated'])
  })

  test('changes only the state, and keeps the call valid in strict mode', async () => {
    const tenant = createTenant({ calls: [outgoing] })
    tenant.advance(outgoing.id)
    expect(await getCall(tenant, outgoing.id)).toEqual({ ...outgoing, state: 'established' })
  })

  test('changes the state in responses to queries', async () => {
    const tenant = createTenant({ calls: [fixture('participants-expanded')] })
    const { id, participants } = fixture('participants-expanded')
    tenant.advance(id)
    const url = `https://graph.microsoft.com/v1.0/communications/calls/${id}?$select=state&$expand=participants`
    const response = await tenant.fetch(new Request(url, { headers: { Authorization: 'Bearer any' } }))
    expect(await response.json()).toMatchObject({ state: 'terminating', participants })
  })
})

describe('ending a call', () => {
  const endings: [string, (tenant: Tenant, id: string) => unknown][] = [
    ['endCall', (tenant, id) => tenant.endCall(id)],
    ['DELETE', async (tenant, id) => expect((await requestCall(tenant, id, 'DELETE')).status).toBe(204)],
  ]

  test.each(endings)(
    '%s: the call is terminated at once, for one GET, and then not found',
    async (_name, end) => {
      const tenant = createTenant({ calls: [groupCall(), peerToPeerCall()] })
      await end(tenant, id)
      const response = await requestCall(tenant, id)
      expect(response.headers.get('x-testkit-assumption')).toBe(assumption)
      expect(readStrictCall(await response.json())).toEqual({
        ...groupCall(),
        state: 'terminated',
        resultInfo: {
          '@odata.type': '#microsoft.graph.resultInfo',
          code: 200,
          subcode: 5001,
          message: 'The conversation has ended. DiagCode: 0#5001.@',
        },
      })
      expect(await statesOf(tenant, id, 1)).toEqual([404])
      expect(await statesOf(tenant, peerToPeerCall().id, 1)).toEqual(['established'])
    },
  )

  test.each(endings)('%s: a call with stepEvery takes its steps in that interval', async (_name, end) => {
    const tenant = createTenant()
    tenant.addCall(groupCall(), { stepEvery: { gets: 2 } })
    await end(tenant, id)
    expect(await statesOf(tenant, id, 4)).toEqual(['terminating', 'terminating', 'terminated', 404])
  })

  test.each([
    'incoming-peer-to-peer',
    'establishing-outgoing',
    'transferring',
    'redirecting',
    'on-hold',
    'sparse',
  ] as const)('DELETE ends %s', async (name) => {
    const call = fixture(name)
    const tenant = createTenant({ calls: [call] })
    expect((await requestCall(tenant, call.id, 'DELETE')).status).toBe(204)
    expect(await statesOf(tenant, call.id, 2)).toEqual(['terminated', 404])
  })

  test('a call that has ended cannot be ended again, although a GET may return it', async () => {
    const tenant = createTenant({ calls: [groupCall(), fixture('terminated')] })
    tenant.endCall(id)
    for (const ended of [id, fixture('terminated').id]) {
      const response = await requestCall(tenant, ended, 'DELETE')
      expect([response.status, response.headers.get('x-testkit-assumption')]).toEqual([404, assumption])
    }
    expect(await statesOf(tenant, id, 2)).toEqual(['terminated', 404])
  })

  test('a call that was added as terminated is returned as it was added', async () => {
    const { id } = fixture('terminated')
    const tenant = createTenant({ calls: [fixture('terminated')] })
    expect(await statesOf(tenant, id, 3)).toEqual(['terminated', 'terminated', 'terminated'])
    expect((await requestCall(tenant, id)).headers.has('x-testkit-assumption')).toBe(false)
  })

  test('the assumption is listed with those of a query', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.endCall(id)
    const url = `https://graph.microsoft.com/v1.0/communications/calls/${id}?$select=id`
    const response = await tenant.fetch(new Request(url, { headers: { Authorization: 'Bearer any' } }))
    expect(response.headers.get('x-testkit-assumption')).toBe(`docs/tenant.md#queries, ${assumption}`)
    expect(tenant.history(id)).toMatchObject([{ status: 200 }])
    expect(tenant.history(id)[0]).not.toHaveProperty('state')
  })
})

describe('keepEndedCallsFor', () => {
  test.each([
    [{ gets: 0 }, [404]],
    [{ gets: 3 }, ['terminated', 'terminated', 'terminated', 404]],
  ])('keeps a call for %j', async (keepEndedCallsFor, states) => {
    const tenant = createTenant({ calls: [groupCall()], keepEndedCallsFor })
    tenant.endCall(id)
    expect(await statesOf(tenant, id, states.length)).toEqual(states)
  })

  test('can be a time by the clock of the tenant', async () => {
    let time = 0
    const tenant = createTenant({
      calls: [groupCall()],
      now: () => time,
      keepEndedCallsFor: { milliseconds: 100 },
    })
    tenant.endCall(id)
    expect(await statesOf(tenant, id, 2)).toEqual(['terminated', 'terminated'])
    time = 99
    expect(await statesOf(tenant, id, 1)).toEqual(['terminated'])
    time = 100
    expect(await statesOf(tenant, id, 1)).toEqual([404])
  })

  test('counts only GETs that returned the call', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.endCall(id)
    await requestCall(tenant, id, 'HEAD')
    tenant.failNext({ status: 503 })
    expect(await statesOf(tenant, id, 3)).toEqual([503, 'terminated', 404])
  })

  test('frees the id of a call afterwards', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.endCall(id)
    expect(() => tenant.addCall(groupCall())).toThrow(CallExistsError)
    await statesOf(tenant, id, 1)
    tenant.addCall(groupCall())
    expect(await statesOf(tenant, id, 1)).toEqual(['established'])
  })
})

test.each(callPaths)(
  'stepEvery: a call takes the path $outcome $states',
  async ({ outcome, states, kind }) => {
    const call =
      states[0] === 'incoming' ? incoming : kind === 'group' ? fixture('establishing-group') : outgoing
    const tenant = createTenant()
    tenant.addCall(call, { outcome, stepEvery: { gets: 1 } })
    const all = await statesOf(tenant, call.id, 7)
    const path = all.filter((state, index) => state !== 404 && state !== all[index - 1])
    const same = callPaths.find(
      (other) => other.outcome === outcome && other.states[0] === states[0] && (other.kind ?? kind) === kind,
    )
    expect(path).toEqual(same?.states)
    expect(all.at(-1)).toBe(states.at(-1) === 'terminated' ? 404 : 'established')
  },
)

describe('stepEvery with milliseconds', () => {
  const states = ['incoming', 'establishing', 'established', 'terminating', 'terminated', 404]

  async function statesOverTime(tenant: Tenant, tick: (milliseconds: number) => void) {
    tenant.addCall(incoming, { stepEvery: { milliseconds: 500 } })
    const all: unknown[] = []
    for (let i = 0; i < states.length; i++) {
      all.push(...(await statesOf(tenant, incoming.id, 1)))
      tick(499)
      expect(await statesOf(tenant, incoming.id, 1)).toEqual(all.slice(-1))
      tick(1)
    }
    return all
  }

  afterEach(() => {
    vi.useRealTimers()
    mock.timers.reset()
  })

  const options = { keepEndedCallsFor: { milliseconds: 500 } }

  test('uses the clock of the tenant', async () => {
    let time = 0
    expect(
      await statesOverTime(createTenant({ ...options, now: () => time }), (more) => (time += more)),
    ).toEqual(states)
  })

  test("works with Vitest's fake timers", async () => {
    vi.useFakeTimers()
    expect(await statesOverTime(createTenant(options), (more) => vi.advanceTimersByTime(more))).toEqual(
      states,
    )
  })

  test("works with Node's mock timers", async () => {
    mock.timers.enable({ apis: ['Date', 'setTimeout'] })
    expect(await statesOverTime(createTenant(options), (more) => mock.timers.tick(more))).toEqual(states)
  })

  test('takes all steps that were due before a request', async () => {
    let time = 0
    const tenant = createTenant({ now: () => time })
    tenant.addCall(incoming, { stepEvery: { milliseconds: 500 } })
    time = 1_250
    expect(await statesOf(tenant, incoming.id, 1)).toEqual(['established'])
    time = 1_500
    expect(await statesOf(tenant, incoming.id, 1)).toEqual(['terminating'])
    time = 1e9
    expect(await statesOf(tenant, incoming.id, 2)).toEqual(['terminated', 404])
  })

  test('starts again when the call is advanced', async () => {
    let time = 0
    const tenant = createTenant({ now: () => time })
    tenant.addCall(incoming, { stepEvery: { milliseconds: 500 } })
    time = 400
    tenant.advance(incoming.id)
    time = 899
    expect(await statesOf(tenant, incoming.id, 1)).toEqual(['establishing'])
    time = 900
    expect(await statesOf(tenant, incoming.id, 1)).toEqual(['established'])
  })
})

test('reset restores the calls that the tenant was created with', async () => {
  const tenant = createTenant({ calls: [outgoing] })
  tenant.advance(outgoing.id)
  tenant.addCall(incoming, { stepEvery: { gets: 1 } })
  tenant.reset()
  expect(await statesOf(tenant, outgoing.id, 2)).toEqual(['establishing', 'establishing'])
  expect(await statesOf(tenant, incoming.id, 1)).toEqual([404])
})

test.each(Object.values(fixtures).flatMap(({ body }) => ('error' in body ? [] : [body])))(
  'every call of a fixture can be ended: $id',
  async (call) => {
    const id = call.id ?? ''
    const tenant = createTenant({ calls: [call] })
    if (call.state !== 'terminated') tenant.endCall(id)
    const { state, ...rest } = JSON.parse(await (await requestCall(tenant, id)).text())
    expect(state).toBe('terminated')
    expect(rest.id).toBe(id)
  },
)
