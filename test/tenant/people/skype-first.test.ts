import { skypeIncomingCall } from 'graph-call-testkit/fixtures'
import { createTenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'
import { incomingBot } from './incoming-bot.ts'
import { appId } from './test-bot.ts'

/** Lets a person call a bot that responds to the older format with a status. */
async function ring(status: number, options: TenantOptions = {}, first = status) {
  const tenant = createTenant({ clock: 'manual', ...options })
  let requests = 0
  const app = await incomingBot(tenant, (body) =>
    'callState' in body ? { status: requests++ === 0 ? first : status } : undefined,
  )
  const bot = tenant.registerBot({ appId, callbackUri: app.callbackUri })
  const call = await tenant.person('Mira Holm').calls(bot, { skypeFirst: true })
  await tenant.settled()
  return { tenant, call, app }
}

test('the older format of an incoming call has the properties of the fixture', async () => {
  const { app, call } = await ring(204)
  const [body] = app.bodies
  const shape = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shape)
    if (typeof value !== 'object' || value === null) return typeof value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shape(each)]))
  }
  expect(shape(body)).toEqual(shape(skypeIncomingCall()))
  const { id, participants }: Partial<ReturnType<typeof skypeIncomingCall>> = Object(body)
  expect(id).toBe(call.id)
  expect(participants?.map(({ identity }) => identity)).toEqual([
    expect.stringMatching(/^8:orgid:05e40000-/),
    `28:${appId}`,
  ])
})

test('a bot that responds with 204 receives the call in the format of Graph, and answers it', async () => {
  const { app, call, tenant } = await ring(204)
  await call.until('establishing')
  tenant.clock.advance({ seconds: 1 })
  await call.until('established')
  expect(app.bodies.map((body) => body['callState'] ?? Object(app.bodies[1])['@odata.type'])).toEqual([
    'incoming',
    ...Array(app.bodies.length - 1).fill('#microsoft.graph.commsNotifications'),
  ])
  expect(app.changes[0]).toMatchObject({
    changeType: 'created',
    resourceData: { id: call.id, state: 'incoming' },
  })
  const deliveries = call.timeline.flatMap((entry) =>
    entry.kind === 'notification' ? [entry.deliveries] : [],
  )
  expect(deliveries.slice(0, 2)).toEqual([[204], [202]])
})

test('a bot that responds with another status does not receive it again', async () => {
  const { app, call, tenant } = await ring(202)
  expect(app.bodies).toHaveLength(1)
  tenant.clock.advance({ seconds: 15 })
  expect(call.resultInfo).toMatchObject({ code: 408, subcode: 8587 })
})

test('a bot that responds with an error ends the call', async () => {
  const { app, call } = await ring(400)
  expect(app.bodies[0]).toHaveProperty('callState')
  expect(call.resultInfo).toMatchObject({ code: 408, subcode: 1106 })
})

test('a bot that responds with 204 to the second attempt receives the call', async () => {
  const { app, call } = await ring(204, {}, 503)
  expect(app.changes[0]).toMatchObject({ resourceData: { state: 'incoming' } })
  expect(`${call}`).toMatch(/notification {2}created incoming: id, participants, .* -> 503, 204$/m)
})

test('copies of the older format cause one notification in the format of Graph', async () => {
  const { app } = await ring(204, { notifications: { duplicates: 1, batch: 5 } })
  expect(app.bodies.filter((body) => 'callState' in body)).toHaveLength(2)
  const incoming = app.changes.filter(({ changeType }) => changeType === 'created')
  expect(incoming).toHaveLength(2)
})

test('a restored tenant sends the format of Graph after the 204', async () => {
  const tenant = createTenant({ clock: 'manual' })
  const app = await incomingBot(tenant, (body) => ('callState' in body ? { status: 204 } : undefined))
  const bot = tenant.registerBot({ appId, callbackUri: app.callbackUri })
  const calling = tenant.person('Mira Holm').calls(bot, { skypeFirst: true })
  const saved = JSON.parse(JSON.stringify(tenant.snapshot()))
  await calling
  const other = createTenant({ clock: 'manual' })
  app.bodies.length = 0
  other.restore(saved)
  await other.settled()
  expect(app.bodies.map((body) => 'callState' in body).slice(0, 2)).toEqual([true, false])
})
