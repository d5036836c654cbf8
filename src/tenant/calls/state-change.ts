import type { ResultCode } from '../../lifecycle/paths.ts'
import type { JsonObject } from '../../model/json.ts'
import type { StoredCall } from './stored-call.ts'

/** Call that was added or has entered a state. */
export interface StateChange {
  readonly callId: string
  readonly call: StoredCall
  /** Properties that changed with the state. */
  readonly changes?: JsonObject | undefined
}

/** Changes that come with a state. */
export interface Entering {
  readonly result?: ResultCode | undefined
  /** Properties that change with the state, and that the notification has too. */
  readonly changes?: JsonObject
}
