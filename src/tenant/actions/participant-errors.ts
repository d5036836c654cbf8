import type { ReceivedCall } from '../../model/types.generated.ts'
import { rosterOf } from '../calls/roster.ts'
import { assumedError, type ServiceError } from './action.ts'

/** Returns the error for a participant who is not in the call. The code is the one of a sister product. */
export function notInCall(participantId: string): { readonly error: ServiceError } {
  return assumedError(404, '8558', `The participant '${participantId}' is not in the call.`)
}

/** Returns the error for the first participant who is not in the call, or undefined. */
export function absenceError(
  call: Readonly<ReceivedCall>,
  participantIds: readonly string[],
): { readonly error: ServiceError } | undefined {
  const known = new Set(rosterOf(call).map(({ id }) => id))
  const absent = participantIds.find((id) => !known.has(id))
  return absent === undefined ? undefined : notInCall(absent)
}
