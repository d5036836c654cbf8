import type { TenantRequest } from './request-log.ts'

/** A request for which a tenant has no call. */
export interface UnansweredRequest extends TenantRequest {
  /** The ids of calls that are most like the one that it asked for, at most three; none where none is like it. */
  readonly nearestIds: readonly string[]
}

/** Those of the requests that found no call, with the ids that may have been meant. */
export function unansweredOf(
  requests: readonly TenantRequest[],
  calls: ReadonlyMap<string, unknown>,
): readonly UnansweredRequest[] {
  const found = new Map<string, readonly string[]>()
  const nearest = (id: string) => {
    const ids = found.get(id) ?? nearestIds(id, calls.keys())
    found.set(id, ids)
    return ids
  }
  return requests
    .filter(({ status, callId }) => status === 404 && !(callId !== undefined && calls.has(callId)))
    .map((request) => ({
      ...request,
      nearestIds: request.callId === undefined ? [] : nearest(request.callId),
    }))
}

/** By how much of the beginning and of the end they share: ids are mistyped, cut off, or written without their hyphens. */
export function nearestIds(id: string, ids: Iterable<string>): string[] {
  const wanted = lettersOf(id)
  return [...ids]
    .map((candidate) => ({ candidate, shared: shared(wanted, lettersOf(candidate)) }))
    .filter((one) => one.shared * 2 >= wanted.length)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

function lettersOf(id: string): string {
  return id.toLowerCase().replace(/[^a-z\d]/g, '')
}

/** How many letters of the two agree, from the first on and from the last back. */
function shared(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  let end = 0
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return start + end
}
