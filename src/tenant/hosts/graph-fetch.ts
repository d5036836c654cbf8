import type { OptionKinds } from '../../model/known-options.ts'
import { parseHttpUrl, parseUrl } from '../../model/parse-url.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { directResponseOf } from './direct-responses.ts'
import { isRequest, loopbackFetch, urlOf } from './loopback-fetch.ts'
import { plainRequest } from './plain-request.ts'
import { isServiceHost } from './service-hosts.ts'

/**
 * Target of the requests for Graph: a tenant (or any object with the same `fetch`), or the base URL of a server, for example
 * `http://127.0.0.1:8080`. If the base URL has a path, the path of each request is appended to it.
 *
 * @example
 * ```ts
 * const target: GraphTarget = process.env['GRAPH_URL'] ?? createTenant({ synthetic: true })
 * const fetch = graphFetch(target)
 * ```
 */
export type GraphTarget = { fetch(request: Request): Promise<Response> } | string | URL

/**
 * Options of {@link graphFetch}.
 *
 * @example
 * ```ts
 * const offline: typeof fetch = async () => {
 *   throw new Error('This test must not use the network.')
 * }
 * const graph = graphFetch(tenant, { fetch: offline })
 * ```
 */
export interface GraphFetchOptions {
  /**
   * Sends the requests that leave the process. Defaults to the current global `fetch`, so you can replace it later. By
   * default, requests to loopback do not use a proxy.
   */
  readonly fetch?: typeof fetch | undefined
}

/**
 * Returns a `fetch` that sends requests for Graph to a target, and all other requests to the network.
 *
 * The client under test keeps Graph's URL, so it behaves as in production: Microsoft's clients send a token only to
 * Graph's hosts. Path, query, method, headers (`Authorization` too) and body arrive unchanged. Graph's hosts are
 * `graph.microsoft.com`, `graph.microsoft.us` and `dod-graph.microsoft.us`. Requests for tokens (`login.microsoftonline.com`),
 * and for the keys of notifications (`api.aps.skype.com`, `login.botframework.com`), go to the target as well.
 *
 * @param target - a tenant, or the base URL of a server
 * @throws TypeError if the target is neither a tenant nor an http or https URL
 * @example
 * ```ts
 * const fetch = graphFetch(tenant)
 * const response = await fetch(`https://graph.microsoft.com/v1.0/communications/calls/${id}`, { headers })
 * ```
 * Source: Get call, national cloud deployments (the hosts).
 */
export function graphFetch(target: GraphTarget, options: GraphFetchOptions = {}): typeof fetch {
  checkOptions('graphFetch', options, { fetch: 'function' } satisfies OptionKinds<GraphFetchOptions>)
  const network: typeof fetch = (input, init) => (options.fetch ?? loopbackFetch)(input, init)
  const graph = isHandler(target) ? inProcess(target) : toServer(baseUrl(target), network)
  return async (input, init) => {
    const url = parseUrl(urlOf(input))
    return url && isServiceHost(url.hostname) ? graph(url, input, init) : network(input, init)
  }
}

/** Sends a request for a URL that was parsed. It may throw instead of rejecting. */
type SendTo = (url: URL, ...request: Parameters<typeof fetch>) => Promise<Response>

function inProcess(target: { fetch(request: Request): Promise<Response> }): SendTo {
  return (url, input, init) => {
    const respond = isRequest(input) ? undefined : directResponseOf(target.fetch)
    const plain = respond && plainRequest(url, init ?? undefined)
    if (plain) return respond(plain)
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    return target.fetch(request)
  }
}

/** Passes `init` on unchanged, because it can have options of a particular runtime. */
function toServer(base: URL, send: typeof fetch): SendTo {
  return ({ pathname, search }, input, init) => {
    const url = new URL(base)
    url.pathname = base.pathname.replace(/\/$/, '') + pathname
    url.search = search
    return send(isRequest(input) ? new Request(url, input) : url, init)
  }
}

function baseUrl(target: string | URL): URL {
  const url = parseHttpUrl(String(target))
  if (url) return url
  throw invalidValue('target', target, 'a tenant, or a base URL such as http://127.0.0.1:8080')
}

function isHandler(target: GraphTarget): target is Exclude<GraphTarget, string | URL> {
  return typeof target === 'object' && target !== null && 'fetch' in target
}
