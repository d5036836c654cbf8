import { isGraphUrl } from './graph-hosts.ts'

/**
 * What answers in place of Graph: a tenant, or anything else that makes a `Response` of a `Request`; or the base URL of
 * a server, e.g. `http://127.0.0.1:8080`. A path in the base URL is put before that of each request.
 */
export type GraphTarget = { fetch(request: Request): Promise<Response> } | string | URL

/** How requests are sent. */
export interface GraphFetchOptions {
  /** What sends the requests that leave the process; the global `fetch`, as it is at the time of each, unless said. */
  readonly fetch?: typeof fetch | undefined
}

/**
 * A `fetch` that sends requests for Graph to a target, and all others where they belong.
 *
 * The client under test keeps Graph's own address, so that it does all that it does for Graph: Microsoft's clients send
 * a token to no other host. Path, query, method, headers (`Authorization` too) and body arrive as they are. Graph's
 * hosts are `graph.microsoft.com`, `graph.microsoft.us` and `dod-graph.microsoft.us`.
 *
 * @param target - a tenant, or the base URL of a server
 * @throws TypeError where the target is neither
 * @example
 * ```ts
 * const response = await graphFetch(tenant)('https://graph.microsoft.com/v1.0/communications/calls/2e1a', { headers })
 * ```
 * Source: Get call, national cloud deployments (the hosts).
 */
export function graphFetch(target: GraphTarget, options: GraphFetchOptions = {}): typeof fetch {
  const usual: typeof fetch = (input, init) => (options.fetch ?? globalThis.fetch)(input, init)
  const graph = isHandler(target) ? inProcess(target) : at(baseUrl(target), usual)
  return async (input, init) => (isGraphUrl(urlOf(input)) ? graph : usual)(input, init)
}

function inProcess(target: { fetch(request: Request): Promise<Response> }): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    return target.fetch(request)
  }
}

/** Sends to another server what was meant for Graph. `init` goes along as it is: it may hold options of one runtime. */
function at(base: URL, send: typeof fetch): typeof fetch {
  return (input, init) => {
    const { pathname, search } = new URL(urlOf(input))
    const url = new URL(base)
    url.pathname = base.pathname.replace(/\/$/, '') + pathname
    url.search = search
    return send(isRequest(input) ? new Request(url, input) : url, init)
  }
}

function baseUrl(target: string | URL): URL {
  const text = String(target)
  if (URL.canParse(text)) {
    const url = new URL(text)
    if (/^https?:$/.test(url.protocol)) return url
  }
  throw new TypeError(
    `What answers in place of Graph must be a tenant or a base URL such as http://127.0.0.1:8080, found ${JSON.stringify(text)}.`,
  )
}

function isHandler(target: GraphTarget): target is Exclude<GraphTarget, string | URL> {
  return typeof target === 'object' && target !== null && 'fetch' in target
}

/** Whichever realm or library it comes from: a test runner may have a `Request` of its own. */
function isRequest(input: string | URL | Request): input is Request {
  return typeof input === 'object' && 'url' in input
}

function urlOf(input: string | URL | Request): string {
  return isRequest(input) ? input.url : String(input)
}
