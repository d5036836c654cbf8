import { callHandlers } from 'graph-call-testkit/msw'
import { HttpResponse, http } from 'msw'
import { setupWorker } from 'msw/browser'
import { createTestTenant, responsesOf } from './exchanges.ts'

/** Page whose requests go through MSW's service worker. */
const tenant = createTestTenant()
const worker = setupWorker(
  ...callHandlers(tenant),
  http.get('https://graph.microsoft.com/v1.0/me', () => new HttpResponse('fallback')),
)
await worker.start({ quiet: true, onUnhandledRequest: 'error' })

Object.assign(globalThis, {
  testPage: {
    responses: () => responsesOf((url, init) => fetch(url, init)),
    async other() {
      const response = await fetch('https://graph.microsoft.com/v1.0/me')
      return response.text()
    },
    requests: () => tenant.requests.map(({ method, status }) => `${method} ${status}`),
  },
})
