import type { Tenant, TenantRequest } from '../tenant/index.ts'

/** What is said of a server: that it is there, what it is asked, and at the end what it was asked. */
export interface ServeLog {
  ready(server: Served): void
  request(request: TenantRequest): void
  summary(tenant: Tenant): void
}

interface Served {
  readonly url: string
  /** How many calls it has. */
  readonly calls: number
  /** The seed of the calls that all other ids have, where they do. */
  readonly seed: number | undefined
  /** The id of one of them. */
  readonly id: string
  /** Whether it takes one token only. */
  readonly token: boolean
  readonly tlsCert: string | undefined
}

export const logFormats = ['pretty', 'json'] as const
export type LogFormat = (typeof logFormats)[number]

/** A log, by the way in which it is written; each takes what prints a line. */
export const serveLogs: Readonly<Record<LogFormat, (print: (line: string) => void) => ServeLog>> = {
  pretty(print) {
    const statuses = new Map<number, number>()
    return {
      ready(server) {
        const others = server.seed === undefined ? '' : `, and one for every other id (seed ${server.seed}),`
        print(`${server.calls} ${server.calls === 1 ? 'call' : 'calls'}${others} at ${server.url}`)
        print(`Try: ${curlOf(server)}`)
      },
      request({ time, method, path, query, status }) {
        count(statuses, status)
        print(`${new Date(time).toISOString()} ${status} ${printable(`${method} ${path}${query}`)}`)
      },
      summary(tenant) {
        print(
          `${sum(statuses)} requests${[...statuses].map(([status, times]) => `, ${times} answered ${status}`).join('')}`,
        )
        for (const { path, times, nearestIds } of notFound(tenant)) {
          const meant = nearestIds.length > 0 ? `; was it ${nearestIds.join(' or ')}?` : ''
          print(`No call at ${printable(path)} (asked ${times === 1 ? 'once' : `${times} times`}${meant})`)
        }
      },
    }
  },
  json(print) {
    const statuses = new Map<number, number>()
    const write = (event: string, data: object) => print(JSON.stringify({ event, ...data }))
    return {
      ready: (server) =>
        write('ready', { url: server.url, calls: server.calls, seed: server.seed, try: curlOf(server) }),
      request(request) {
        count(statuses, request.status)
        write('request', request)
      },
      summary: (tenant) =>
        write('summary', {
          requests: sum(statuses),
          statuses: Object.fromEntries(statuses),
          notFound: notFound(tenant),
        }),
    }
  },
}

/** A line to paste. The token itself is in no log. */
function curlOf({ url, id, token, tlsCert }: Served): string {
  const trust = tlsCert === undefined ? '' : ` --cacert '${tlsCert.replaceAll("'", "'\\''")}'`
  const bearer = token ? '"Authorization: Bearer $TOKEN"' : "'Authorization: Bearer any'"
  return `curl${trust} -H ${bearer} '${url}/v1.0/communications/calls/${quotable(id)}'`
}

/** An id as it stands in a URL between the quotes of a shell. A half of a surrogate pair has no encoding. */
function quotable(id: string): string {
  return encodeURIComponent(id.toWellFormed()).replaceAll("'", '%27')
}

/** What was asked for and is not there, each once. */
function notFound(tenant: Tenant) {
  const byPath = new Map<string, { path: string; times: number; nearestIds: readonly string[] }>()
  for (const { path, nearestIds } of tenant.unmatched) {
    byPath.set(path, { path, times: (byPath.get(path)?.times ?? 0) + 1, nearestIds })
  }
  return [...byPath.values()]
}

function count(statuses: Map<number, number>, status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
}

function sum(statuses: ReadonlyMap<number, number>): number {
  return [...statuses.values()].reduce((all, times) => all + times, 0)
}

/** A request may hold what moves the cursor of a terminal. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, encodeURIComponent)
}
