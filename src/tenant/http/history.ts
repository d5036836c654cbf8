import { parseState } from '../../lifecycle/transitions.ts'
import type { CallState } from '../../model/types.generated.ts'
import type { LoggedRequest } from './request-log.ts'

/** What a GET of a call got. */
export interface CallResponse {
  /** When, in milliseconds since 1970, by the tenant's clock. */
  readonly time: number
  /** The `request-id` that it got. */
  readonly requestId: string
  /** The status that it got; 0 where the connection was reset. */
  readonly status: number
  /** The state of the call that it saw; absent where it saw none: an error, or a `$select` without it. */
  readonly state?: CallState
  /** The body that it got, to the byte; the whole of it, though the connection may have broken in the middle. */
  readonly body: string
}

/** What each GET of a call got, the oldest first. */
export function historyOf(logged: readonly LoggedRequest[], callId: string): readonly CallResponse[] {
  return logged
    .filter(({ request }) => request.method === 'GET' && request.callId === callId)
    .map(({ request: { time, requestId, status }, body }) => {
      const state = status === 200 ? parseState(stateIn(body)) : undefined
      return { time, requestId, status, ...(state && { state }), body }
    })
}

function stateIn(body: string): string | null | undefined {
  const { state }: { state?: string | null } = JSON.parse(body)
  return state
}
