import { fixture } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { requestCall, statesOf } from '../request-call.ts'
import { id, incoming, notify, receiver } from './receiver.ts'

describe('notifications', () => {
  test('contain the whole incoming call, then the changes, and no token', async () => {
    const { url, received } = await receiver()
    const tenant = createTenant({ token: 'secret-token-0123456789' })
    const sender = notify(tenant)
    tenant.addCall(incoming(url))
    tenant.advance(id)
    tenant.advance(id)
    tenant.endCall(id)
    await sender.settled()
    const { '@odata.context': _, ...whole } = incoming(url)
    const sparse = { '@odata.type': '#microsoft.graph.call', callChainId: whole.callChainId }
    const change = (changeType: string, resourceData: object) => ({
      '@odata.type': '#microsoft.graph.commsNotifications',
      value: [
        {
          '@odata.type': '#microsoft.graph.commsNotification',
          changeType,
          resource: `/app/calls/${id}`,
          resourceUrl: `/communications/calls/${id}`,
          resourceData,
        },
      ],
    })
    const resultInfo = {
      '@odata.type': '#microsoft.graph.resultInfo',
      ...{ code: 200, subcode: 5001, message: 'The conversation has ended. DiagCode: 0#5001.@' },
    }
    expect(received.map(({ body }) => body)).toEqual([
      change('created', whole),
      change('updated', { ...sparse, state: 'establishing' }),
      change('updated', { ...sparse, state: 'established' }),
      change('updated', { ...sparse, state: 'terminating' }),
      change('deleted', { ...sparse, state: 'terminated', resultInfo }),
    ])
    for (const { headers } of received) {
      expect(headers['content-type']).toBe('application/json')
      expect(headers).not.toHaveProperty('authorization')
      expect(JSON.stringify(headers)).not.toContain('secret-token')
    }
  })

  test('report a DELETE, and a step that a GET has caused', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant()
    const sender = notify(tenant)
    tenant.addCall(incoming(url), { stepEvery: { gets: 1 } })
    await statesOf(tenant, id, 2)
    await requestCall(tenant, id, 'DELETE')
    await sender.settled()
    expect(states()).toEqual(['incoming', 'establishing', 'established', 'terminating'])
  })

  test('report one call only with callId, from the start of notify', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    const sender = notify(tenant, { callId: id })
    tenant.addCall(fixture('establishing-outgoing', { callbackUri: url }))
    tenant.advance(id)
    await sender.settled()
    expect(states()).toEqual(['establishing'])
  })

  test('end with stop and with reset', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    const first = notify(tenant)
    tenant.advance(id)
    await first.settled()
    first.stop()
    tenant.advance(id)
    expect(await first.settled()).toHaveLength(1)
    const second = notify(tenant, { outOfOrder: true })
    tenant.advance(id)
    tenant.reset()
    tenant.advance(id)
    expect(await second.settled()).toEqual([])
    expect(states()).toEqual(['establishing'])
  })

  test('are sent twice with copies', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    const sender = notify(tenant, { copies: 2 })
    tenant.advance(id)
    tenant.advance(id)
    expect(await sender.settled()).toHaveLength(4)
    expect(states()).toEqual(['establishing', 'establishing', 'established', 'established'])
  })

  test('are swapped with outOfOrder, separately for each call', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant()
    const sender = notify(tenant, { outOfOrder: true })
    tenant.addCall(incoming(url))
    tenant.addCall(fixture('redirecting', { callbackUri: url }))
    for (let i = 0; i < 4; i++) tenant.advance(id)
    await sender.settled()
    const own = states().filter((state) => state !== 'redirecting')
    expect(own).toEqual(['establishing', 'incoming', 'terminating', 'established', 'terminated'])
    expect(states()).toContain('redirecting')
  })

  test('that wait to be overtaken are sent after a while', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    notify(tenant, { outOfOrder: true })
    tenant.advance(id)
    await vi.waitFor(() => expect(states()).toEqual(['establishing']), 10_000)
  })

  test('end with an await using block', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    {
      await using _ = tenant.notify({ outOfOrder: true })
      tenant.advance(id)
    }
    tenant.advance(id)
    expect(states()).toEqual(['establishing'])
  })
})

test('the functions of a sender do not use `this`', async () => {
  const { url, states } = await receiver()
  const tenant = createTenant()
  const { settled, stop, [Symbol.asyncDispose]: dispose } = tenant.notify()
  tenant.addCall(incoming(url))
  expect(await settled()).toMatchObject([{ status: 202 }])
  stop()
  tenant.advance(id)
  await dispose()
  expect(states()).toEqual(['incoming'])
})

describe('a call that moves by the clock', () => {
  afterEach(() => void vi.useRealTimers())

  test('is reported without a request', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const { url, states } = await receiver()
    const tenant = createTenant()
    tenant.addCall(incoming(url), { stepEvery: { milliseconds: 500 } })
    const sender = notify(tenant)
    for (const expected of [['establishing'], ['establishing', 'established']]) {
      await vi.advanceTimersByTimeAsync(500)
      await sender.settled()
      expect(states()).toEqual(expected)
    }
    const saved = tenant.snapshot()
    await vi.advanceTimersByTimeAsync(5_000)
    await sender.settled()
    expect(states().slice(2)).toEqual(['terminating', 'terminated'])
    tenant.restore(saved)
    await vi.advanceTimersByTimeAsync(500)
    await sender.settled()
    expect(states().slice(4)).toEqual(['terminating'])
  })

  test('has no timer after stop, even if the tenant is restored', () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const tenant = createTenant()
    tenant.addCall(fixture('incoming-peer-to-peer'), { stepEvery: { milliseconds: 500 } })
    const sender = tenant.notify()
    expect(vi.getTimerCount()).toBe(1)
    sender.stop()
    tenant.restore(tenant.snapshot())
    expect(vi.getTimerCount()).toBe(0)
  })

  test('has one timer, however often it is added or restored', () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const tenant = createTenant()
    const sender = notify(tenant)
    const options = { replace: true, stepEvery: { milliseconds: 500 } }
    for (let time = 0; time < 3; time++) {
      for (const each of ['one', 'other']) {
        tenant.addCall(fixture('incoming-peer-to-peer', { id: each }), options)
      }
    }
    tenant.restore(tenant.snapshot())
    expect(vi.getTimerCount()).toBe(2)
    sender.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([false, true])(
    'causes no warning of Node with many calls, outOfOrder: %s',
    async (outOfOrder) => {
      const warned = vi.fn()
      process.on('warning', warned)
      onTestFinished(() => void process.off('warning', warned))
      const tenant = createTenant()
      const sender = notify(tenant, { outOfOrder })
      for (let at = 0; at < 20; at++) {
        const call = fixture('incoming-peer-to-peer', { id: `call-${at}`, callbackUri: '' })
        tenant.addCall(call, { stepEvery: { milliseconds: 60_000 } })
      }
      await sender.settled()
      expect(sender.deliveries).toHaveLength(20)
      // Node emits warnings in its next turn.
      await new Promise(setImmediate)
      expect(warned).not.toHaveBeenCalled()
    },
  )

  test('reports all steps that were due before a request, in order', async () => {
    let time = 0
    const { url, states } = await receiver()
    const tenant = createTenant({ now: () => time })
    const sender = notify(tenant)
    tenant.addCall(incoming(url), { stepEvery: { milliseconds: 500 } })
    time = 1_700
    await requestCall(tenant, id)
    await sender.settled()
    expect(states()).toEqual(['incoming', 'establishing', 'established', 'terminating'])
  })
})
