import { type GraphFetchOptions, type GraphTarget, graphFetch } from './graph-fetch.ts'

/**
 * Context that graph-client passes from one middleware to the next. It has only the properties that the last middleware needs.
 *
 * @example
 * ```ts
 * const context: GraphMiddlewareContext = {
 *   request: `https://graph.microsoft.com/beta/communications/calls/${id}`,
 *   options: { method: 'DELETE', headers },
 * }
 * await graphMiddleware(server.url).execute(context)
 * ```
 */
export interface GraphMiddlewareContext {
  /** URL, or a complete request. */
  request: string | Request
  /** Method, headers and body if `request` is a URL. */
  options?: RequestInit | undefined
  /** Response, set by the last middleware. */
  response?: Response | undefined
}

/**
 * Middleware of `@microsoft/microsoft-graph-client` 3. It has the shape of its `Middleware` type, without importing the package.
 *
 * @example
 * ```ts
 * import { Client } from '@microsoft/microsoft-graph-client'
 *
 * const middleware: GraphMiddleware = graphMiddleware(tenant)
 * const client = Client.initWithMiddleware({ middleware })
 * await client.api(`/communications/calls/${id}`).headers(headers).get()
 * ```
 */
export interface GraphMiddleware {
  /** Sends the request and sets `context.response`. */
  execute(context: GraphMiddlewareContext): Promise<void>
  /** Does nothing: this middleware is the last one. */
  setNext(): void
}

/**
 * Returns the last middleware for Microsoft's `@microsoft/microsoft-graph-client` 3. It sends requests as {@link graphFetch}
 * does, and replaces `HTTPMessageHandler`.
 *
 * Do not set the client's `baseUrl` to a test server instead: the client then sends no token, and removes a token that you
 * set.
 *
 * @param target - a tenant, or the base URL of a server
 * @throws TypeError if the target is neither a tenant nor an http or https URL
 * @example
 * ```ts
 * const middleware = graphMiddleware(tenant)
 * const context: GraphMiddlewareContext = {
 *   request: `https://graph.microsoft.com/v1.0/communications/calls/${id}`,
 *   options: { headers },
 * }
 * await middleware.execute(context)
 * expect(context.response?.status).toBe(200)
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
