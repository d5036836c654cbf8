import type { PlainRequest } from './plain-request.ts'

/** Responds to a request that needs no `Request`. */
type DirectResponse = (request: PlainRequest) => Promise<Response>

/** By the `fetch` of a tenant. A test that replaces `tenant.fetch` gets every request. */
const responses = new WeakMap<object, DirectResponse>()

/** Returns the `fetch` of a tenant, for which {@link directResponseOf} finds the direct one. */
export function withDirectResponse<Fetch extends object>(fetch: Fetch, respond: DirectResponse): Fetch {
  responses.set(fetch, respond)
  return fetch
}

/** Returns undefined for a `fetch` that needs a `Request`. */
export function directResponseOf(fetch: object): DirectResponse | undefined {
  return responses.get(fetch)
}
