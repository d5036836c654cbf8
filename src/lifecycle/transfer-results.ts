/** Result of a call that was transferred. Source: Transfer call, Example 1. The table of end reasons has the code 200. */
export const completedTransfer = {
  code: 0,
  subcode: 7015,
  message: 'GracefulTransferCompleted',
} as const

/** Result of a call whose target has not answered. Source: Transfer call, Example 1. The message is assumed. */
export const unansweredTransfer = {
  code: 500,
  subcode: 7000,
  message: 'The transfer has failed. DiagCode: 500#7000.@',
} as const

/** Result of a consultative transfer that has failed. Source: Transfer call, Example 2. The message is assumed. */
export const failedConsultation = {
  code: 500,
  subcode: 7700,
  message: 'The transfer has failed. DiagCode: 500#7700.@',
} as const

/** Results of transfers, with their meaning and source. */
export const transferResults = [
  { ...completedTransfer, meaning: 'the transfer was completed', origin: 'call: transfer, Example 1' },
  {
    ...unansweredTransfer,
    meaning: 'the target of the transfer did not answer',
    origin: 'call: transfer, Example 1',
  },
  { ...failedConsultation, meaning: 'the consultative transfer failed', origin: 'call: transfer, Example 2' },
] as const
