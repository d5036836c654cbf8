import { assumedError, type ServiceError } from './action.ts'

/** Returns the error for a participant who is not in the call. The code is the one of a sister product. */
export function notInCall(participantId: string): { readonly error: ServiceError } {
  return assumedError(404, '8558', `The participant '${participantId}' is not in the call.`)
}
