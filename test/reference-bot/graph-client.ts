import {
  AuthenticationHandler,
  Client,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
} from '@microsoft/microsoft-graph-client'
import { type GraphTarget, graphMiddleware } from 'graph-call-testkit/tenant'

/** Creates Microsoft's client for a target in place of Graph. It does not retry. */
export function graphClient(target: GraphTarget, token: string): Client {
  return Client.initWithMiddleware({ middleware: middlewareFor(target, token) })
}

function middlewareFor(target: GraphTarget, token: string): Middleware[] {
  return [
    new AuthenticationHandler({ getAccessToken: async () => token }),
    new RetryHandler(new RetryHandlerOptions(undefined, 0)),
    graphMiddleware(target),
  ]
}
