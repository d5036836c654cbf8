import type { Arbitrary } from 'fast-check'
import { type CallRequest, callRequest } from '../src/builder/request.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Generates requests for a call: `{ method, path, headers }`. Ids have every observed form. Some requests have `$select` or
 * `$expand`, percent-encoded or not.
 *
 * @example
 * ```ts
 * import { anyCallRequest } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.asyncProperty(anyCallRequest(), async ({ path, headers }) => {
 *   const response = await tenant.fetch(new Request(`https://graph.microsoft.com${path}`, { headers }))
 *   expect([200, 404]).toContain(response.status)
 * }))
 * ```
 * Sources: the Get call page; ids observed in URLs.
 */
export function anyCallRequest(): Arbitrary<CallRequest> {
  return arbitraryOf(callRequest)
}
