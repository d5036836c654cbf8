import { createTenant, type NotifyOptions } from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'
import { appId } from '../people/test-bot.ts'

const callbackUri = 'http://127.0.0.1:3978/api/calls'
const responding = (status: number) => async () => new Response(null, { status })

/** Returns the lines of the timeline of a call that its bot does not take. */
async function linesOf(notifications: NotifyOptions, callback = callbackUri, name = 'Mira Holm') {
  const tenant = createTenant({ clock: 'fast', notifications })
  const call = await tenant.person(name).calls(tenant.registerBot({ appId, callbackUri: callback }))
  const lines = `${call}`.split('\n').map((line) => line.replace(/^ +[\d.]+ s +/, ''))
  return { tenant, call, failures: lines.filter((line) => line.startsWith('delivery')), lines }
}

test.each<readonly [name: string, options: NotifyOptions, reason: string]>([
  ['returns an error', { fetch: responding(401) }, `${callbackUri} returned 401.`],
  [
    'redirects with another status than 302 and 307',
    { fetch: responding(301) },
    `${callbackUri} returned 301. Only 302 and 307 with a Location are followed, at most 3 times.`,
  ],
  ['redirects without a Location', { fetch: responding(302) }, `${callbackUri} returned 302.`],
  [
    'does not respond',
    { fetch: () => new Promise(() => {}), timeout: 1, repeats: 0 },
    'did not respond in time',
  ],
  ['cannot be reached', { fetch: () => Promise.reject(new Error('connect ECONNREFUSED')) }, 'ECONNREFUSED'],
  ['gets nothing because of loss', { loss: 1 }, 'notify({ loss }) selected it'],
])('the timeline says why a bot %s', async (_, options, reason) => {
  const { failures, lines } = await linesOf(options)
  expect(failures[0]).toMatch(/^delivery {6}created incoming failed: /)
  expect(failures[0]).toContain(reason)
  expect(lines.find((line) => line.includes('terminated: '))).toContain(
    '(408/1106: The bot did not acknowledge the call.)',
  )
})

test('the timeline says how to allow the host of a bot', async () => {
  const { failures } = await linesOf({}, 'https://bot.contoso.com/api/calls')
  expect(failures[0]).toContain(
    'To allow it, use hosts: ["bot.contoso.com"] in notify, or in createTenant({ notifications }).',
  )
})

test('every attempt has a line', async () => {
  const { failures } = await linesOf({ fetch: responding(500), repeats: 2 })
  expect(failures.filter((line) => line.includes('created incoming'))).toHaveLength(3)
})

test('a delivery that succeeds has no line', async () => {
  const { failures } = await linesOf({ fetch: responding(202) })
  expect(failures).toEqual([])
})

test('the error of a condition contains the failed delivery', async () => {
  const { call } = await linesOf({ fetch: responding(500) })
  await expect(call.until('established')).rejects.toThrow(
    'created incoming failed: http://127.0.0.1:3978/api/calls',
  )
})

test('failed deliveries and results survive a snapshot', async () => {
  const { tenant, call } = await linesOf({ fetch: responding(401) })
  const restored = createTenant({ clock: 'fast' })
  restored.restore(JSON.parse(JSON.stringify(tenant.snapshot())))
  expect(restored.call(call.id).timeline).toEqual(call.timeline)
})

test('a name with a line break does not add a line', async () => {
  const { lines } = await linesOf(
    { fetch: responding(202) },
    callbackUri,
    'Mira\nrequest       202 POST /answer',
  )
  expect(lines.filter((line) => line.startsWith('request'))).toEqual([])
})
