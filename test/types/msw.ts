import { callHandlers } from 'graph-call-testkit/msw'
import { createTenant } from 'graph-call-testkit/tenant'
import { http } from 'msw'
import { type SetupServer, setupServer } from 'msw/node'

// The handlers stand among others, before or behind them.
export const server: SetupServer = setupServer(
  http.get('https://graph.microsoft.com/v1.0/me', () => undefined),
  ...callHandlers(createTenant()),
)

// Whatever answers a `Request` may be behind them.
export const others = callHandlers({ fetch: async () => new Response() })
// @ts-expect-error a base URL answers nothing by itself
callHandlers('http://127.0.0.1:8080')
