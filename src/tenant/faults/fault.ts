import { type ErrorFixtureName, fixtures } from '../../../fixtures/index.ts'
import { type CheckedFailure, isErrorName } from './checked-failure.ts'
import type { ProxyStatus } from './failure.ts'
import { retryAfterText } from './failure-headers.ts'
import type { TransmissionFault } from './transmission.ts'

/** Error response that a fixture shows, with its message or another one. */
export interface ReportedError {
  readonly fixture: ErrorFixtureName
  readonly message?: string | undefined
}

/** Response that no fixture shows: an error with a code, a body as it is, or an empty body. */
export interface CustomResponse {
  readonly status: number
  readonly error?: { readonly code: string; readonly message: string }
  readonly body?: unknown
}

/** Response in place of that of the service. */
export type FaultResponse = (ReportedError | CustomResponse | { readonly proxy: ProxyStatus }) & {
  /** Headers that replace those of the response. Null removes one. */
  readonly headers: Readonly<Record<string, string | null>>
}

/** Failure of one request: a response, or a fault of the transmission. */
export type Fault = FaultResponse | { readonly transmission: TransmissionFault }

/** Error of each status that a failure without a code gets. The first reported error with a status is not always the usual one. */
const usualErrors: Readonly<Record<number, ErrorFixtureName>> = {
  400: 'bad-request',
  401: 'access-token-empty',
  403: 'insufficient-tenant-permissions',
  404: 'call-not-found',
  409: 'conflict',
  412: 'precondition-failed',
  429: 'throttled',
  500: 'internal-server-error',
  503: 'service-unavailable',
  504: 'gateway-timeout',
}

/**
 * Returns the fault of one request.
 *
 * @param index - number of requests that the failure has failed before
 */
export function faultOf(failure: CheckedFailure, index: number): Fault {
  const { connection, milliseconds = 1_000 } = failure
  if (connection) {
    return { transmission: connection === 'slow' ? { kind: connection, milliseconds } : { kind: connection } }
  }
  return { ...responseOf(failure), headers: headersOf(failure, index) }
}

/** Number of requests that a failure fails with `failNext`. */
export function timesOf({ times, retryAfter }: CheckedFailure): number {
  return times ?? (isList(retryAfter) ? retryAfter.length : 1)
}

function headersOf({ headers, retryAfter }: CheckedFailure, index: number): FaultResponse['headers'] {
  const value = isList(retryAfter) ? retryAfter[Math.min(index, retryAfter.length - 1)] : retryAfter
  return { ...headers, ...(value !== undefined && { 'Retry-After': retryAfterText(value) }) }
}

/** Unlike `Array.isArray`, this distinguishes a list that is read-only. */
function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value)
}

function responseOf(
  failure: CheckedFailure,
): ReportedError | CustomResponse | { readonly proxy: ProxyStatus } {
  const { fixture, proxy, status = 0, code, message, body } = failure
  if (fixture) return { fixture, message }
  if (proxy) return { proxy }
  if (body !== undefined) return { status, body }
  const reported = reportedError(status, code)
  if (reported) return { fixture: reported, message }
  const hasError = code !== undefined || message !== undefined
  if (status === 502 && !hasError) return { proxy: status }
  if (status < 400 && !hasError) return { status }
  return { status, error: { code: code ?? 'UnknownError', message: message ?? '' } }
}

/** Returns the fixture of an error that was reported with this status and code. */
function reportedError(status: number, code: string | undefined): ErrorFixtureName | undefined {
  const usual = usualErrors[status]
  if (usual && (code === undefined || hasCode(usual, code))) return usual
  if (code === undefined) return undefined
  return Object.values(fixtures)
    .map(({ name }) => name)
    .filter(isErrorName)
    .find((name) => fixtures[name].status === status && hasCode(name, code))
}

/** True for the code of an error, and for the one that the JSON in its message contains. */
function hasCode(name: ErrorFixtureName, code: string): boolean {
  const { error } = fixtures[name].body
  return error.code === code || error.message.startsWith(`{"errorCode":${JSON.stringify(code)},`)
}
