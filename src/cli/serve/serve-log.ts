import { printable } from '../../output/printable.ts'
import type { TenantRequest } from '../../tenant/index.ts'
import { count } from '../count.ts'
import type { Io } from '../io.ts'
import type { ServeSummary } from './serve-summary.ts'

/** Log of a server. */
export interface ServeLog {
  /** Reports that the server is listening. */
  ready(server: ListeningServer): void
  /** Reports a request. */
  request(request: TenantRequest): void
  /** Summarizes the requests when the server stops. */
  summary(summary: ServeSummary): void
}

/** A server that is listening. */
export interface ListeningServer {
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
        print(`${new Date(time).toISOString()} ${status} ${printable(`${method} ${path}${query}`)}`)
      },
      summary({ statuses, notFound }) {
        print(
          `${count(sum(statuses), 'request')}${statuses.map(([status, times]) => `, ${times} with status ${status}`).join('')}`,
        )
        for (const { path, times, nearestIds } of notFound) {
          const hint = nearestIds.length > 0 ? `; did you mean ${printable(nearestIds.join(' or '))}?` : ''
          print(`Not found: ${printable(path)} (${times === 1 ? 'once' : `${times} times`}${hint})`)
        }
      },
    }
  },
  json(io) {
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
      request: (request) => write('request', request),
      summary: ({ statuses, notFound }) =>
        write('summary', {
          requests: sum(statuses),
          statuses: Object.fromEntries(statuses),
          notFound,
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

function sum(statuses: ServeSummary['statuses']): number {
  return statuses.reduce((total, [, times]) => total + times, 0)
}
