import { createTenant, type Tenant } from 'graph-call-testkit/tenant'
import type { Page } from 'playwright-core'

/** Sends the requests of a page for calls to a tenant. The tenant runs in the test, which can control it. */
export async function routeCalls(page: Page, tenant: Tenant = createTenant()): Promise<void> {
  await page.route(/^https:\/\/graph\.microsoft\.com\/[^/]+\/communications\/calls/, async (route) => {
    const request = route.request()
    const response = await tenant.fetch(
      new Request(request.url(), {
        method: request.method(),
        headers: await request.allHeaders(),
        body: request.postData(),
      }),
    )
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    })
  })
}
