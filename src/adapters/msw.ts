import { type HttpHandler, HttpResponse, http } from 'msw'
import { isGraphUrl } from '../tenant/hosts/graph-hosts.ts'
import { readPath } from '../tenant/http/address.ts'
import type { Tenant } from '../tenant/tenant.ts'

/**
 * The handlers of MSW by which a tenant answers in place of Graph, in Node and in browsers.
 *
 * They take requests for one call on Graph's hosts (`graph.microsoft.com`, `graph.microsoft.us`, `dod-graph.microsoft.us`), with
 * any method. All else is left to your other handlers, and to what you told MSW to do with requests that nobody handles.
 * A handler of yours that stands before these, or comes by `server.use()`, goes first.
 *
 * @param tenant - what answers: a virtual tenant, or anything else that makes a `Response` of a `Request`
 * @returns handlers for `setupServer` or `setupWorker`, of MSW 2 or 3
 * @example
 * ```ts
 * const server = setupServer(...callHandlers(createTenant({ calls: [groupCall()] })))
 * server.listen({ onUnhandledRequest: 'error' })
 * ```
 * Source: Get call, national cloud deployments (the hosts); MSW 2 and 3, `http.all`.
 */
export function callHandlers(tenant: Pick<Tenant, 'fetch'>): HttpHandler[] {
  return [
    http.all(
      ({ request }) => asksForCall(request.url),
      ({ request }) => tenant.fetch(request).catch(networkError),
    ),
  ]
}

/** A connection that breaks is a `TypeError`, as `fetch` has it. MSW would make a 500 of it, as of all that is thrown. */
function networkError(error: unknown): Response {
  if (error instanceof TypeError) return HttpResponse.error()
  throw error
}

function asksForCall(url: string): boolean {
  return isGraphUrl(url) && 'callId' in readPath(new URL(url).pathname)
}
