import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Browser, openBrowser } from './browser.ts'
import { type Answered, answers, requests, sameTenant } from './exchanges.ts'
import { serveSite } from './site.ts'

/** What `behind-msw.ts` offers to the tests. */
declare const asked: {
  answers(): Promise<Answered[]>
  other(): Promise<string>
  requests(): string[]
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** What the tenant answers in Node. */
const expected = () => {
  const { fetch } = sameTenant()
  return answers((url, init) => fetch(new Request(url, init)))
}

async function openPage(scripts: readonly string[], msw: 'msw' | 'msw-3' = 'msw'): Promise<Page> {
  const site = await serveSite(scripts, msw)
  const page = await browser.newPage()
  onTestFinished(async () => {
    await page.close()
    await site.close()
  })
  await page.goto(site.url)
  return page
}

test('a tenant in a worker of a page answers as it does in Node', async () => {
  const page = await openPage(['in-worker'])
  const answered = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/in-worker.js', { type: 'module' })
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
      }),
  )
  expect(answered).toEqual(await expected())
})

describe.each(['msw', 'msw-3'] as const)("behind the service worker of MSW's %s", (msw) => {
  test('a page gets what the tenant answers in Node', async () => {
    const page = await openPage(['behind-msw'], msw)
    await page.addScriptTag({ url: '/behind-msw.js', type: 'module' })
    await page.waitForFunction(() => 'asked' in globalThis)
    expect(await page.evaluate(() => asked.answers())).toEqual(await expected())
    expect(await page.evaluate(() => asked.requests())).toHaveLength(requests.length)
    expect(await page.evaluate(() => asked.other())).toBe('nobody')
  })
})

test("Playwright's page.route leads to a tenant in the test", async () => {
  const page = await openPage([])
  const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z' })
  await page.route('https://graph.microsoft.com/*/communications/calls/**', async (route) => {
    const request = route.request()
    const response = await tenant.fetch(
      new Request(request.url(), { method: request.method(), headers: await request.allHeaders() }),
    )
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    })
  })
  const get = (id: string | undefined) =>
    page.evaluate(async (url) => {
      const response = await fetch(url, { headers: { Authorization: 'Bearer x.y.z' } })
      return { status: response.status, body: await response.json() }
    }, `https://graph.microsoft.com/v1.0/communications/calls/${id}`)
  expect(await get(groupCall().id)).toEqual({ status: 200, body: groupCall() })
  expect(await get('other')).toMatchObject({ status: 404, body: { error: { code: '8522' } } })
  expect(tenant.requests.map(({ status }) => status)).toEqual([200, 404])
})
