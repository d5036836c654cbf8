import {
  AuthenticationHandler,
  Client,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
} from '@microsoft/microsoft-graph-client'
import { graphMiddleware } from '../../src/tenant/index.ts'

/** Microsoft's client, speaking to a server of ours in place of Graph. It retries nothing: an answer is the answer. */
export function clientFor(baseUrl: string, token: string): Client {
  return Client.initWithMiddleware({ middleware: chain(baseUrl, token) })
}

function chain(baseUrl: string, token: string): Middleware[] {
  return [
    new AuthenticationHandler({ getAccessToken: async () => token }),
    new RetryHandler(new RetryHandlerOptions(undefined, 0)),
    graphMiddleware(baseUrl),
  ]
}
