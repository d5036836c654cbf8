import type { Arbitrary } from 'fast-check'
import { type CallRequest, callRequest } from '../src/builder/request.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Requests for a call: `{ method, path, headers }`, with ids of every form that was seen, with and without `$select` and
 * `$expand`, encoded or not.
 *
 * @example
 * ```ts
 * fc.assert(fc.asyncProperty(anyCallRequest(), async ({ path, headers }) => {
 *   const response = await tenant.fetch(new Request(`https://graph.microsoft.com${path}`, { headers }))
 *   expect([200, 404]).toContain(response.status)
 * }))
 * ```
 * Sources: the Get call page; ids as they were seen in URLs.
 */
export function anyCallRequest(): Arbitrary<CallRequest> {
  return arbitraryOf(callRequest)
}
