import { type GraphFetchOptions, type GraphTarget, graphFetch } from './graph-fetch.ts'

/** What graph-client hands from one middleware to the next, as far as the last one needs it. */
export interface GraphMiddlewareContext {
  /** What is asked for: an address, or a whole request. */
  request: string | Request
  /** Method, headers and body, where the request is an address. */
  options?: RequestInit | undefined
  /** The answer, once there is one. */
  response?: Response | undefined
}

/** A middleware of `@microsoft/microsoft-graph-client` 3: its `Middleware` by shape, so that the package is not needed. */
export interface GraphMiddleware {
  /** Sends the request and puts the response into the context. */
  execute(context: GraphMiddlewareContext): Promise<void>
  /** Does nothing: this one is the last. */
  setNext(): void
}

/**
 * What {@link graphFetch} does, as the last middleware of Microsoft's `@microsoft/microsoft-graph-client` 3.
 *
 * With the client's `baseUrl` set to a server of yours, the client sends no token, and deletes one that you set. With
 * this in place of its `HTTPMessageHandler`, it believes to speak with Graph.
 *
 * @param target - a tenant, or the base URL of a server
 * @throws TypeError where the target is neither
 * @example
 * ```ts
 * const client = Client.initWithMiddleware({
 *   middleware: [new AuthenticationHandler(authProvider), new RetryHandler(), graphMiddleware(tenant)],
 * })
 * await client.api('/communications/calls/2e1a').get()
 * ```
 * Source: graph-client 3.0.7, AuthenticationHandler, HTTPMessageHandler.
 */
export function graphMiddleware(target: GraphTarget, options?: GraphFetchOptions): GraphMiddleware {
  const send = graphFetch(target, options)
  return {
    async execute(context) {
      context.response = await send(context.request, context.options)
    },
    setNext() {},
  }
}
