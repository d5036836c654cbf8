import type { ResultCode } from '../../lifecycle/paths.ts'
import type { OperationResult } from '../calls/operations.ts'

/** Result of an invitation that nobody has taken. Source: graph-comms-samples issue 410. */
const notAnswered: OperationResult = {
  code: 412,
  subcode: 9999,
  message: 'The invitation has failed. DiagCode: 412#10073.@',
}

/** Result of an invitation that was declined. The DiagCode is reported, its meaning is assumed. Source: as above. */
const declined: OperationResult = {
  code: 403,
  subcode: 9999,
  message: 'The invitation has failed. DiagCode: 403#10151.@',
}

/** Result of an invitation that replaces a call that does not exist. Source: graph-comms-samples issue 511 (the code). */
export const replacementFailure: OperationResult = {
  code: 500,
  subcode: 9999,
  message: 'The call to replace was not found. DiagCode: 500#9999.@',
}

/** Returns the result of an invitation for the result of a call to the same person. */
export function inviteFailure({ code }: ResultCode): OperationResult {
  return code === 603 || code === 486 ? declined : notAnswered
}
