import type { ErrorStatus } from '../model/error.ts'
import type { CallError, CallErrorDetail, CallInnerError } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { omitUndefined } from './complete.ts'
import { guid } from './ids.ts'
import { pickText } from './text.ts'

/**
 * An error response.
 *
 * @example
 * ```ts
 * import { anyCallError, type ErrorResponse } from 'graph-call-testkit/generators'
 *
 * const isThrottled = ({ status }: ErrorResponse) => status === 429
 * const throttled = anyCallError().filter(isThrottled)
 * ```
 */
export interface ErrorResponse<Status extends ErrorStatus = ErrorStatus> {
  /** HTTP status code. */
  status: Status
  /** Headers, with the ids that the body repeats. Has `Retry-After` if the service was observed to send it. */
  headers: Record<string, string>
  /** Error envelope. Its `innerError` is complete, sparse or absent. */
  body: CallError
}

/** An error response that was observed. */
interface ObservedResponse {
  readonly status: ErrorStatus
  readonly headers: Readonly<Record<string, string>>
  readonly body: CallError
}

/** Returns a builder of error responses like the observed ones, with other ids, dates and retry intervals. */
export function errorOf(observed: readonly ObservedResponse[]): Build<ErrorResponse> {
  return (choices) => {
    const { status, headers, body } = choices.pick(observed)
    const { code, message } = body.error
    const requestId = guidOfRequest(choices)
    const clientRequestId = choices.absentOr(guidOfClientRequest, 1) ?? requestId
    const innerError = choices.absentOr((choices) => innerErrorOf(choices, requestId, clientRequestId), 3)
    return {
      status,
      headers: omitUndefined<Record<string, string>>({
        ...headers,
        Date: choices.absentOr(httpDate, 1),
        'request-id': requestId,
        'client-request-id': clientRequestId,
        'x-ms-ags-diagnostic': choices.one(diagnostic),
        'Retry-After': 'Retry-After' in headers ? retryAfter(choices) : undefined,
      }),
      body: {
        error: omitUndefined<CallErrorDetail>({
          code,
          message,
          target: undefined,
          details: undefined,
          innerError,
          innererror: undefined,
        }),
      },
    }
  }
}

/** Builds a complete or sparse `innerError`. */
function innerErrorOf(choices: Choices, requestId: string, clientRequestId: string): CallInnerError {
  return omitUndefined<CallInnerError>({
    date: choices.absentOr(dateWithoutZone, 4),
    'request-id': choices.flag(4) ? requestId : undefined,
    'client-request-id': choices.flag(2) ? clientRequestId : undefined,
  })
}

const guidOfRequest = guid('c0a1d5e2-37b4-4f68-92d1-5e8f0b6a7c93')
const guidOfClientRequest = guid('7b2e64c1-9d05-4a3f-8e17-0c5d92ab6f48')
const dateWithoutZone = pickText('2026-02-03T09:15:27', '2021-05-13T08:12:19', '2024-02-29T23:59:59')
const httpDate = pickText('Tue, 03 Feb 2026 09:15:27 GMT', 'Thu, 29 Feb 2024 23:59:59 GMT')

/** Retry interval in seconds: an integer (documented), or with a fraction (reported). */
const retryAfter = pickText('2', '1', '10', '120', '0', '2.128', '0.5')

const diagnostic: Build<string> = (choices) =>
  JSON.stringify({
    ServerInfo: {
      DataCenter: choices.pick(['Central US', 'West Europe', 'Japan East']),
      Slice: 'E',
      Ring: choices.pick(['2', '4', '5']),
      ScaleUnit: '000',
      RoleInstance: 'TESTKIT00000001',
    },
  })
