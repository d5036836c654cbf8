import { expect, type Page, test } from '@playwright/test'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { routeCalls } from './route-calls.ts'

const calls = 'https://graph.microsoft.com/v1.0/communications/calls'

/** Opens a page of the bot. Returns a function that sends a request from the page. */
async function openPage(page: Page) {
  await page.route('https://bot.contoso.com/', (route) =>
    route.fulfill({ body: '<p>', contentType: 'text/html' }),
  )
  await page.goto('https://bot.contoso.com/')
  return (method: string, path: string, body?: object) =>
    page.evaluate(
      async ([url, init]) => {
        const response = await fetch(url, init)
        const text = await response.text()
        return { status: response.status, body: text === '' ? null : JSON.parse(text) }
      },
      [
        calls + path,
        {
          method,
          headers: { Authorization: 'Bearer x.y.z', 'Content-Type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
        },
      ] as const,
    )
}

test('a page reads a call of the tenant', async ({ page }) => {
  const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z' })
  await routeCalls(page, tenant)
  const send = await openPage(page)
  expect(await send('GET', `/${groupCall().id}`)).toEqual({ status: 200, body: groupCall() })
  expect(await send('GET', '/other')).toMatchObject({ status: 404, body: { error: { code: '8522' } } })
  expect(await send('DELETE', `/${groupCall().id}`)).toEqual({ status: 204, body: null })
  expect(tenant.requests.map(({ status }) => status)).toEqual([200, 404, 204])
})

test('a page creates a call, and mutes the bot, with bodies that the tenant checks', async ({ page }) => {
  const accepts = async () => new Response(null, { status: 202 })
  const tenant = createTenant({ clock: 'manual', notifications: { fetch: accepts } })
  await routeCalls(page, tenant)
  const send = await openPage(page)
  const created = await send('POST', '', {
    '@odata.type': '#microsoft.graph.call',
    subject: 'Grüße, 呼叫 📞',
    callbackUri: 'http://127.0.0.1:3978/api/calls',
    requestedModalities: ['audio'],
    mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
    meetingInfo: { '@odata.type': '#microsoft.graph.joinMeetingIdMeetingInfo', joinMeetingId: '2000001' },
  })
  expect(created).toMatchObject({
    status: 201,
    body: { subject: 'Grüße, 呼叫 📞', meetingInfo: { joinMeetingId: '2000001' } },
  })
  tenant.clock.advance({ seconds: 2 }) // the bot has joined
  expect(await send('POST', `/${created.body.id}/mute`, { clientContext: 'the page' })).toMatchObject({
    status: 200,
    body: { clientContext: 'the page' },
  })
  expect(await send('POST', '', { callbackUri: 42 })).toMatchObject({ status: 400 })
})
