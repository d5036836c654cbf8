import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Browser, openBrowser } from './browser.ts'
import { createTestTenant, type RecordedResponse, requests, responsesOf } from './exchanges.ts'
import { serveSite } from './site.ts'

/** Functions that `behind-msw.ts` defines. */
declare const testPage: {
  responses(): Promise<RecordedResponse[]>
  other(): Promise<string>
  requests(): string[]
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** Returns the responses of the tenant in Node. */
const expected = () => {
  const { fetch } = createTestTenant()
  return responsesOf((url, init) => fetch(new Request(url, init)))
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

test('a tenant in a worker of a page responds as it does in Node', async () => {
  const page = await openPage(['in-worker'])
  const responses = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/in-worker.js', { type: 'module' })
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
      }),
  )
  expect(responses).toEqual(await expected())
})

describe.each(['msw', 'msw-3'] as const)('a page behind the service worker of %s', (msw) => {
  test('gets the same responses as from the tenant in Node', async () => {
    const page = await openPage(['behind-msw'], msw)
    await page.addScriptTag({ url: '/behind-msw.js', type: 'module' })
    await page.waitForFunction(() => 'testPage' in globalThis)
    expect(await page.evaluate(() => testPage.responses())).toEqual(await expected())
    expect(await page.evaluate(() => testPage.requests())).toHaveLength(requests.length)
    expect(await page.evaluate(() => testPage.other())).toBe('fallback')
  })
})
