import { type HttpHandler, HttpResponse, http } from 'msw'
import { checkTenant } from '../read/check-tenant.ts'
import { isGraphUrl } from '../tenant/hosts/graph-hosts.ts'
import { readPath } from '../tenant/http/address.ts'
import { isIdentityUrl } from '../tenant/identity/identity.ts'
import type { Tenant } from '../tenant/tenant.ts'

/**
 * Returns MSW handlers that send requests for calls to a tenant, in Node and in browsers.
 *
 * They handle requests for calls, and for recordings of calls, on Graph's hosts (`graph.microsoft.com`, `graph.microsoft.us`,
 * `dod-graph.microsoft.us`), with any method, and requests for keys and tokens (`login.microsoftonline.com`,
 * `api.aps.skype.com`, `login.botframework.com`). All other requests go to your other handlers. Handlers that you list before
 * these, or add with `server.use()`, take precedence.
 *
 * @param tenant - a virtual tenant, or any object with the same `fetch`
 * @returns handlers for `setupServer` or `setupWorker` of MSW 2 or 3
 * @throws TypeError if `tenant` has no `fetch`
 * @example
 * ```ts
 * import { setupServer } from 'msw/node'
 *
 * const mockServer = setupServer(...callHandlers(tenant))
 * mockServer.listen({ onUnhandledRequest: 'error' })
 * ```
 * Source: Get call, national cloud deployments (the hosts); MSW 2 and 3, `http.all`.
 */
export function callHandlers(tenant: Pick<Tenant, 'fetch'>): HttpHandler[] {
  checkTenant(tenant, 'fetch')
  return [
    http.all(
      ({ request }) => isCallUrl(request.url) || isIdentityUrl(request.url),
      ({ request }) => tenant.fetch(request).catch(networkError),
    ),
  ]
}

/** Turns the `TypeError` of a broken connection into a network error. MSW would turn it into a 500 response. */
function networkError(error: unknown): Response {
  if (error instanceof TypeError) return HttpResponse.error()
  throw error
}

function isCallUrl(url: string): boolean {
  return isGraphUrl(url) && !('unknownSegment' in readPath(new URL(url).pathname))
}
