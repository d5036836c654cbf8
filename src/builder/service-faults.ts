import type { Build, Choices } from './choices/choices.ts'

/** Kinds of failures of the service, the simplest first. */
export const failureKinds = [
  'server-error',
  'throttled',
  'client-error',
  'proxy',
  'not-json',
  'reset',
  'truncated',
  'slow',
] as const

/**
 * Kind of a failure: an error of the server (5xx), 429, an error of the client (4xx), a page of a proxy, a page with status 200, or a
 * connection that breaks before the response, breaks in the body, or is slow.
 *
 * @example
 * ```ts
 * import { anyFailure, type FailureKind } from 'graph-call-testkit/generators'
 *
 * const kind: FailureKind[] = ['throttled', 'reset']
 * const failures = anyFailure({ kind })
 * ```
 */
export type FailureKind = (typeof failureKinds)[number]

type ProxyStatus = 502 | 503 | 504

/** Failure of a request, as the virtual tenant takes it. */
export type GeneratedFailure =
  | { readonly status: number; readonly retryAfter?: number | string | null; readonly times?: number }
  | { readonly status: number; readonly body: string; readonly headers: Readonly<Record<string, string>> }
  | { readonly proxy: ProxyStatus; readonly times?: number }
  | { readonly connection: 'reset' | 'truncated'; readonly times?: number }
  | { readonly connection: 'slow'; readonly milliseconds: number }

/** Returns a builder of failures of these kinds. Shrinking keeps the kind. */
export function failureOf(kinds: readonly FailureKind[]): Build<GeneratedFailure> {
  return (choices) => failures[choices.pickKept(kinds)](choices)
}

const failures: Readonly<Record<FailureKind, Build<GeneratedFailure>>> = {
  'server-error': (choices) => ({
    status: choices.pick([500, 503, 504]),
    ...retryAfter(choices),
    ...times(choices),
  }),
  throttled: (choices) => ({ status: 429, ...retryAfter(choices), ...times(choices) }),
  'client-error': (choices) => ({ status: choices.pick([404, 400, 401, 403, 409, 412]), ...times(choices) }),
  proxy: (choices) => ({ proxy: choices.pick([502, 503, 504] as const), ...times(choices) }),
  'not-json': (choices) => ({
    status: 200,
    body: choices.pick(pages),
    headers: { 'Content-Type': 'text/html' },
  }),
  reset: (choices) => ({ connection: 'reset', ...times(choices) }),
  truncated: (choices) => ({ connection: 'truncated', ...times(choices) }),
  slow: (choices) => ({ connection: 'slow', milliseconds: choices.pick([1, 10, 50]) }),
}

/** Pages of captive portals and sign-in proxies. */
const pages = ['<!DOCTYPE html><title>Sign in</title>', '<html></html>', '']

/** Values of `Retry-After`: at most one second, because clients wait for that long. */
const retryAfterValues = [0, 1, 0.1, '0', '1.5, 0', 'Thu, 01 Jan 1970 00:00:00 GMT']

function retryAfter(choices: Choices): { readonly retryAfter?: number | string | null } {
  const value = choices.absentOr((choices) => choices.pick([...retryAfterValues, 'none']), 1)
  return value === undefined ? {} : { retryAfter: value === 'none' ? null : value }
}

/** Number of requests that fail. */
function times(choices: Choices): { readonly times?: number } {
  const more = choices.absentOr((choices) => 2 + choices.below(2), 1)
  return more === undefined ? {} : { times: more }
}

/** Delay of responses in milliseconds, as the virtual tenant takes it. */
export type GeneratedLatency =
  | number
  | { readonly min: number; readonly max: number; readonly seed: number }
  | { readonly median: number; readonly p99: number; readonly seed: number }

/** Returns a builder of delays of at most so many milliseconds. The 99th percentile of a distribution can be exceeded. */
export function latencyUpTo(most: number): Build<GeneratedLatency> {
  return (choices) => {
    const form = choices.below(3)
    const low = choices.below(most + 1)
    if (form === 0) return low
    const high = low + choices.below(most - low + 1)
    const seed = choices.below(100)
    return form === 1 ? { min: low, max: high, seed } : { median: low, p99: high, seed }
  }
}

/** Builds a rate limit: few requests, or rarely the documented 5,000. */
export const rateLimit: Build<{ readonly requests: number; readonly seconds: number }> = (choices) => ({
  requests: choices.flag(1 / 9) ? 5_000 : 1 + choices.below(20),
  seconds: choices.pick([1, 10, 0.5, 60]),
})
