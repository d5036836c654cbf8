import { expect, test } from '@playwright/test'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'

test('a page reads a call of the tenant', async ({ page }) => {
  const tenant = createTenant({ calls: [groupCall()] })
  await page.route('https://graph.microsoft.com/*/communications/calls/**', async (route) => {
    const request = route.request()
    const headers = await request.allHeaders()
    const response = await tenant.fetch(new Request(request.url(), { method: request.method(), headers }))
    const { status } = response
    await route.fulfill({
      status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    })
  })
  await page.route('https://bot.contoso.com/', (route) =>
    route.fulfill({ body: '<p>', contentType: 'text/html' }),
  )
  await page.goto('https://bot.contoso.com/')
  const state = await page.evaluate(async (id) => {
    const url = `https://graph.microsoft.com/v1.0/communications/calls/${id}`
    return (await (await fetch(url, { headers: { Authorization: 'Bearer any' } })).json()).state
  }, groupCall().id)
  expect(state).toBe('established')
})
