import {
  AuthenticationHandler,
  Client,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
} from '@microsoft/microsoft-graph-client'
import { type GraphTarget, graphMiddleware } from '../../src/tenant/index.ts'

/** Microsoft's client, speaking to something else in place of Graph. It retries nothing: an answer is the answer. */
export function clientFor(target: GraphTarget, token: string): Client {
  return Client.initWithMiddleware({ middleware: chain(target, token) })
}

function chain(target: GraphTarget, token: string): Middleware[] {
  return [
    new AuthenticationHandler({ getAccessToken: async () => token }),
    new RetryHandler(new RetryHandlerOptions(undefined, 0)),
    graphMiddleware(target),
  ]
}
