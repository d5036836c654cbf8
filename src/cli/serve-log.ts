import { printable } from '../output/printable.ts'
import type { Tenant, TenantRequest } from '../tenant/index.ts'
import { count } from './count.ts'
import type { Io } from './io.ts'

/** Log of a server. */
interface ServeLog {
  /** Reports that the server is listening. */
  ready(server: ListeningServer): void
  /** Reports a request. */
  request(request: TenantRequest): void
  /** Summarizes the requests when the server stops. */
  summary(tenant: Tenant): void
}

interface ListeningServer {
  readonly url: string
  /** Number of calls. */
  readonly calls: number
  /** Seed of the synthetic calls. Undefined without synthetic calls. */
  readonly seed: number | undefined
  /** IDs of some of the calls. */
  readonly ids: readonly string[]
  /** True if the server accepts only one token. */
  readonly token: boolean
  readonly tlsCert: string | undefined
}

export const logFormats = ['pretty', 'json'] as const
export type LogFormat = (typeof logFormats)[number]

/** Creates a log, by format. */
export const serveLogs: Readonly<Record<LogFormat, (io: Io) => ServeLog>> = {
  pretty(io) {
    const print = (line: string) => io.out(`${line}\n`)
    const statuses = new Map<number, number>()
    return {
      ready(server) {
        const synthetic =
          server.seed === undefined ? '' : `, and a synthetic call for every other ID (seed ${server.seed}),`
        print(`${count(server.calls, 'call')}${synthetic} at ${server.url}`)
        if (server.ids.length > 1)
          print(`IDs: ${printable(server.ids.join(', '))}${server.calls > server.ids.length ? ', ...' : ''}`)
        print(`Try: ${printable(curlFor(server))}`)
      },
      request({ time, method, path, query, status }) {
        increment(statuses, status)
        print(`${new Date(time).toISOString()} ${status} ${printable(`${method} ${path}${query}`)}`)
      },
      summary(tenant) {
        print(
          `${count(sum(statuses), 'request')}${[...statuses].map(([status, times]) => `, ${times} with status ${status}`).join('')}`,
        )
        for (const { path, times, nearestIds } of notFound(tenant)) {
          const hint = nearestIds.length > 0 ? `; did you mean ${printable(nearestIds.join(' or '))}?` : ''
          print(`Not found: ${printable(path)} (${times === 1 ? 'once' : `${times} times`}${hint})`)
        }
      },
    }
  },
  json(io) {
    const statuses = new Map<number, number>()
    const write = (event: string, data: object) => io.json({ event, ...data }, 'line')
    return {
      ready: (server) =>
        write('ready', {
          url: server.url,
          calls: server.calls,
          seed: server.seed,
          ids: server.ids,
          try: curlFor(server),
        }),
      request(request) {
        increment(statuses, request.status)
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

/** Returns a command to try the server with. It never contains the token. */
function curlFor({ url, ids: [id = ''], token, tlsCert }: ListeningServer): string {
  const trust = tlsCert === undefined ? '' : ` --cacert '${tlsCert.replaceAll("'", "'\\''")}'`
  const bearer = token ? '"Authorization: Bearer $TOKEN"' : "'Authorization: Bearer any'"
  return `curl${trust} -H ${bearer} '${url}/v1.0/communications/calls/${quotable(id)}'`
}

/** Encodes an ID for a URL in single quotes. A lone surrogate has no encoding, so it is replaced. */
function quotable(id: string): string {
  return encodeURIComponent(id.toWellFormed()).replaceAll("'", '%27')
}

/** Groups unmatched requests by path. */
function notFound(tenant: Tenant) {
  const byPath = new Map<string, { path: string; times: number; nearestIds: readonly string[] }>()
  for (const { path, nearestIds } of tenant.unmatched) {
    byPath.set(path, { path, times: (byPath.get(path)?.times ?? 0) + 1, nearestIds })
  }
  return [...byPath.values()]
}

function increment(statuses: Map<number, number>, status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
}

function sum(statuses: ReadonlyMap<number, number>): number {
  return [...statuses.values()].reduce((total, times) => total + times, 0)
}
