import type { TenantRequest } from './request-log.ts'

/** A request for which a tenant has no call. */
export interface UnmatchedRequest extends TenantRequest {
  /** The ids of calls that are most like the one that it asked for, at most three; none where none is like it. */
  readonly nearestIds: readonly string[]
}

/** Those of the requests that found no call, with the ids that may have been meant. */
export function unmatchedIn(
  requests: readonly TenantRequest[],
  calls: ReadonlyMap<string, unknown>,
): readonly UnmatchedRequest[] {
  const found = new Map<string, readonly string[]>()
  let candidates: readonly Candidate[] | undefined
  const nearest = (id: string) => {
    candidates ??= candidatesOf(calls.keys())
    const ids = found.get(id) ?? nearestOf(id, candidates)
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

/** The ids that may have been meant by one, at most three. */
export function nearestIds(id: string, ids: Iterable<string>): string[] {
  return nearestOf(id, candidatesOf(ids))
}

/** An id that may have been meant, and what of it counts. */
interface Candidate {
  readonly id: string
  readonly letters: string
}

function candidatesOf(ids: Iterable<string>): Candidate[] {
  return Array.from(ids, (id) => ({ id, letters: lettersOf(id) }))
}

/** By how much of the beginning and of the end they share: ids are mistyped, cut off, or written without their hyphens. */
function nearestOf(wanted: string, candidates: readonly Candidate[]): string[] {
  const letters = lettersOf(wanted)
  const like: { readonly id: string; readonly shared: number }[] = []
  for (const candidate of candidates) {
    const both = shared(letters, candidate.letters)
    if (both * 2 >= letters.length) like.push({ id: candidate.id, shared: both })
  }
  return like
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map(({ id }) => id)
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
