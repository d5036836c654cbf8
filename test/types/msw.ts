import { callHandlers } from 'graph-call-testkit/msw'
import { createTenant } from 'graph-call-testkit/tenant'
import { http } from 'msw'
import { type SetupServer, setupServer } from 'msw/node'

// The handlers can be combined with others, in any order.
export const server: SetupServer = setupServer(
  http.get('https://graph.microsoft.com/v1.0/me', () => undefined),
  ...callHandlers(createTenant()),
)

// Any function from `Request` to `Response` can be a target.
export const others = callHandlers({ fetch: async () => new Response() })
// @ts-expect-error a base URL has no fetch
callHandlers('http://127.0.0.1:8080')
