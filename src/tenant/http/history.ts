import type { CallState } from '../../model/types.generated.ts'
import type { LoggedRequest } from './logged-request.ts'

/**
 * Response to a GET of a call.
 *
 * @example
 * ```ts
 * const last: CallResponse | undefined = tenant.history(id).at(-1)
 * expect(last).toMatchObject({ status: 200, state: 'established' })
 * ```
 */
export interface CallResponse {
  /** Time at which the request arrived, in milliseconds since 1970, by the tenant's clock. */
  readonly time: number
  /** Value of the response header `request-id`. */
  readonly requestId: string
  /** Status code, or 0 if the connection was reset. */
  readonly status: number
  /** State of the call in the body. Absent if the response is an error or `$select` does not include the state. */
  readonly state?: CallState
  /** Body of the response. Complete even if the body was truncated, empty if the connection was reset. */
  readonly body: string
}

/** Returns the response to each GET of a call, oldest first. */
export function historyOf(logged: readonly LoggedRequest[], callId: string): readonly CallResponse[] {
  return logged
    .filter(({ request }) => request.method === 'GET' && request.callId === callId)
    .map(({ request: { time, requestId, status }, state, body }) => ({
      time,
      requestId,
      status,
      ...(state && { state }),
      body,
    }))
}
