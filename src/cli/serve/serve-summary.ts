import type { Tenant } from '../../tenant/index.ts'

/** Requests of a server. */
export interface ServeSummary {
  /** Number of responses with each status. */
  readonly statuses: readonly (readonly [status: number, times: number])[]
  /** Paths that matched no call. */
  readonly notFound: readonly NotFound[]
}

interface NotFound {
  readonly path: string
  readonly times: number
  /** IDs of the most similar calls. */
  readonly nearestIds: readonly string[]
}

/** Summarizes the requests of a tenant. */
export function summaryOf(tenant: Tenant, statuses: ReadonlyMap<number, number>): ServeSummary {
  return {
    statuses: [...statuses],
    notFound: byPath(tenant.unmatched.map(({ path, nearestIds }) => ({ path, nearestIds, times: 1 }))),
  }
}

/** Adds up summaries. */
export function sumOf(summaries: readonly ServeSummary[]): ServeSummary {
  const statuses = new Map<number, number>()
  for (const [status, times] of summaries.flatMap((summary) => summary.statuses)) {
    increment(statuses, status, times)
  }
  return { statuses: [...statuses], notFound: byPath(summaries.flatMap(({ notFound }) => notFound)) }
}

/** Adds a number of times to the one of a status. */
export function increment(statuses: Map<number, number>, status: number, times = 1): void {
  statuses.set(status, (statuses.get(status) ?? 0) + times)
}

function byPath(requests: readonly NotFound[]): readonly NotFound[] {
  const found = new Map<string, NotFound>()
  for (const { path, times, nearestIds } of requests) {
    found.set(path, { path, times: (found.get(path)?.times ?? 0) + times, nearestIds })
  }
  return [...found.values()]
}
