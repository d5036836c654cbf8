import type { OptionKinds } from '../model/known-options.ts'

/**
 * Result that a call ends with.
 *
 * @example
 * ```ts
 * const removedFromMeeting: CallEndReason = { code: 200, subcode: 5300 }
 * tenant.endCall(id, removedFromMeeting)
 * ```
 */
export interface CallEndReason {
  /** `code` of the `resultInfo`, for example 480. */
  readonly code: number
  /** `subcode` of the `resultInfo`, for example 10037. */
  readonly subcode: number
}

export const endReasonKinds: OptionKinds<CallEndReason> = { code: 'checked', subcode: 'checked' }
