import type { ErrorStatus } from '../model/error.ts'
import type { CallError, CallErrorDetail, CallInnerError } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { written } from './complete.ts'
import { guid } from './ids.ts'
import { oneOf } from './text.ts'

/** An answer that is no success. */
export interface ErrorResponse<Status extends ErrorStatus = ErrorStatus> {
  /** The HTTP status. */
  status: Status
  /** With the ids that the body repeats, and `Retry-After` where it was seen. */
  headers: Record<string, string>
  /** The envelope of the error, its `innerError` complete, sparse or absent. */
  body: CallError
}

/** An answer that somebody got. */
interface SeenResponse {
  readonly status: ErrorStatus
  readonly headers: Readonly<Record<string, string>>
  readonly body: CallError
}

/** Answers such as these, with the ids, dates and waits of other days. */
export function errorOf(seen: readonly SeenResponse[]): Build<ErrorResponse> {
  return (choices) => {
    const { status, headers, body } = choices.pick(seen)
    const { code, message } = body.error
    const requestId = guidOfRequest(choices)
    const clientRequestId = choices.absentOr(guidOfClientRequest, 1) ?? requestId
    const innerError = choices.absentOr((choices) => innerErrorOf(choices, requestId, clientRequestId), 3)
    return {
      status,
      headers: written<Record<string, string>>({
        ...headers,
        Date: choices.absentOr(httpDate, 1),
        'request-id': requestId,
        'client-request-id': clientRequestId,
        'x-ms-ags-diagnostic': choices.one(diagnostic),
        'Retry-After': 'Retry-After' in headers ? retryAfter(choices) : undefined,
      }),
      body: {
        error: written<CallErrorDetail>({
          code,
          message,
          target: undefined,
          details: undefined,
          innerError,
        }),
      },
    }
  }
}

/** All of it, or some. */
function innerErrorOf(choices: Choices, requestId: string, clientRequestId: string): CallInnerError {
  return written<CallInnerError>({
    date: choices.absentOr(dateWithoutZone, 4),
    'request-id': choices.flag(4) ? requestId : undefined,
    'client-request-id': choices.flag(2) ? clientRequestId : undefined,
  })
}

const guidOfRequest = guid('c0a1d5e2-37b4-4f68-92d1-5e8f0b6a7c93')
const guidOfClientRequest = guid('7b2e64c1-9d05-4a3f-8e17-0c5d92ab6f48')
const dateWithoutZone = oneOf('2026-02-03T09:15:27', '2021-05-13T08:12:19', '2024-02-29T23:59:59')
const httpDate = oneOf('Tue, 03 Feb 2026 09:15:27 GMT', 'Thu, 29 Feb 2024 23:59:59 GMT')

/** How long to wait: whole seconds (documented), or with a fraction (reported). */
const retryAfter = oneOf('2', '1', '10', '120', '0', '2.128', '0.5')

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
