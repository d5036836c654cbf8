import type { CommsNotification } from 'graph-call-testkit'
import { createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { post } from './test-bot.ts'

// biome-ignore lint/suspicious/noExplicitAny: The tests look at JSON of any kind.
type Json = any

const [front, back] = ['http://127.0.0.1:3978/front', 'http://127.0.0.1:3979/back']
const [frontId, backId] = ['f0a70001-0000-4000-8000-000000000001', 'ba5e0001-0000-4000-8000-000000000001']
const mediaConfig = { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' }
const target = { identity: { application: { id: backId } } }

/** Creates a tenant with two bots. Tests send the requests of both. */
function twoBots() {
  const received: { readonly to: string; readonly data: Json; readonly callId: string }[] = []
  const tenant: Tenant = createTenant({
    clock: 'manual',
    notifications: {
      fetch: async (url, init) => {
        const [change]: CommsNotification[] = JSON.parse(String(init?.body)).value
        const callId = change?.resourceUrl?.split('/')[3] ?? ''
        received.push({ to: String(url), data: change?.resourceData, callId })
        return new Response(null, { status: 202 })
      },
    },
  })
  const bot = tenant.registerBot({ appId: frontId, callbackUri: front, displayName: 'Front desk' })
  tenant.registerBot({ appId: backId, callbackUri: back, displayName: 'Back office' })
  const pass = async (seconds: number) => {
    tenant.clock.advance({ seconds })
    await tenant.settled()
  }
  return {
    tenant,
    bot,
    pass,
    /** Returns what the second bot was notified of. */
    atBack: () => received.filter(({ to }) => to === back),
    async answer(callId: string) {
      await post(tenant, `/${callId}/answer`, { acceptedModalities: ['audio'], mediaConfig })
      await pass(1)
    },
  }
}

describe('a call that is redirected to a registered bot', () => {
  test('is an incoming call of this bot, from the same person', async () => {
    const { tenant, bot, pass, atBack, answer } = twoBots()
    const mira = tenant.person('Mira Holm')
    const first = await mira.calls(bot)
    expect((await post(tenant, `/${first.id}/redirect`, { targets: [target] })).status).toBe(202)
    await pass(0)
    const [incoming] = atBack()
    expect(incoming?.data).toMatchObject({
      state: 'incoming',
      callbackUri: back,
      source: { identity: { user: { id: mira.id, displayName: 'Mira Holm' } } },
      targets: [{ identity: { applicationInstance: { displayName: 'Back office' } } }],
      callRoutes: [{ routingType: 'forwarded' }],
    })
    const second = await mira.rings()
    expect(second.id).toBe(incoming?.callId)
    await answer(second.id)
    expect(`${tenant.call(first.id)}`).toContain('Back office answers')
    await mira.hangsUp()
    expect(second.state).toBe('terminated')
  })

  test('ends for the bot if another target answers first', async () => {
    const { tenant, bot, pass, atBack } = twoBots()
    tenant.person('Lee Ash', { id: 'lee' })
    const call = await tenant.person('Mira Holm').calls(bot)
    const targets = [target, { identity: { user: { id: 'lee' } } }]
    await post(tenant, `/${call.id}/redirect`, { targets })
    await pass(3)
    expect(atBack().map(({ data }) => data.state)).toEqual(['incoming', 'terminated'])
    expect(atBack()[1]?.data.resultInfo).toMatchObject({ code: 200, subcode: 4097 })
  })

  test('is the same after a snapshot', async () => {
    const { tenant, bot, answer } = twoBots()
    const mira = tenant.person('Mira Holm')
    const first = await mira.calls(bot)
    await post(tenant, `/${first.id}/redirect`, { targets: [target] })
    tenant.restore(JSON.parse(JSON.stringify(tenant.snapshot())))
    await answer((await mira.rings()).id)
    expect(`${tenant.call(first.id)}`).toContain('Back office answers')
  })
})

describe('a call that is transferred to a registered bot', () => {
  test('is an incoming call of this bot, and ends for the other one', async () => {
    const { tenant, bot, pass, atBack, answer } = twoBots()
    const mira = tenant.person('Mira Holm')
    const first = await mira.calls(bot)
    await answer(first.id)
    expect((await post(tenant, `/${first.id}/transfer`, { transferTarget: target })).status).toBe(202)
    await pass(0)
    expect(atBack()[0]?.data).toMatchObject({
      state: 'incoming',
      source: { identity: { user: { id: mira.id } } },
      incomingContext: { transferor: { application: { id: frontId, displayName: 'Front desk' } } },
    })
    await answer(atBack()[0]?.callId ?? '')
    expect(first.state).toBe('terminated')
    const second = await mira.rings()
    expect(second.state).toBe('established')
  })

  test('goes back to the other bot if this one does not answer', async () => {
    const { tenant, bot, pass, atBack, answer } = twoBots()
    const first = await tenant.person('Mira Holm').calls(bot)
    await answer(first.id)
    await post(tenant, `/${first.id}/transfer`, { transferTarget: target })
    await pass(16)
    expect(first.state).toBe('established')
    expect(first.resultInfo).toMatchObject({ code: 500 })
    expect(atBack().at(-1)?.data.resultInfo).toMatchObject({ code: 408, subcode: 8587 })
  })
})
