import { nearestIdsAmong } from '../calls/nearest-ids.ts'
import type { TenantRequest } from './logged-request.ts'

/**
 * Request that matched no call.
 *
 * @example
 * ```ts
 * for (const { path, nearestIds } of tenant.unmatched) {
 *   console.log(`404 for ${path}. Did you mean ${nearestIds.join(' or ')}?`)
 * }
 * ```
 */
export interface UnmatchedRequest extends TenantRequest {
  /** Ids of the most similar calls, at most three. */
  readonly nearestIds: readonly string[]
}

/** Returns the requests that matched no call, with similar ids. */
export function unmatchedIn(
  requests: readonly TenantRequest[],
  calls: ReadonlyMap<string, unknown>,
): readonly UnmatchedRequest[] {
  const nearestIds = nearestIdsAmong(calls.keys())
  return requests
    .filter(({ status, callId }) => status === 404 && !(callId !== undefined && calls.has(callId)))
    .map((request) => ({
      ...request,
      nearestIds: request.callId === undefined ? [] : nearestIds(request.callId),
    }))
}
