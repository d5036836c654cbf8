import { callHandlers } from 'graph-call-testkit/msw'
import { HttpResponse, http } from 'msw'
import { setupWorker } from 'msw/browser'
import { answers, sameTenant } from './exchanges.ts'

/** A page as an application's developer has it: what it fetches goes through MSW's service worker. */
const tenant = sameTenant()
const worker = setupWorker(
  ...callHandlers(tenant),
  http.get('https://graph.microsoft.com/v1.0/me', () => new HttpResponse('nobody')),
)
await worker.start({ quiet: true, onUnhandledRequest: 'error' })

Object.assign(globalThis, {
  asked: {
    answers: () => answers((url, init) => fetch(url, init)),
    async other() {
      const response = await fetch('https://graph.microsoft.com/v1.0/me')
      return response.text()
    },
    requests: () => tenant.requests.map(({ method, status }) => `${method} ${status}`),
  },
})
