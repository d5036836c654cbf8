import type { Provenance } from '../definitions.ts'

/** Result of an operation on the media of a call, as its notification reports it. */
export interface MediaResult {
  readonly status: 'completed' | 'failed'
  readonly completionReason: string
  readonly code: number
  readonly subcode: number
  readonly message: string
  /** Kind of source of the code and the subcode. `assumed` if only a sister product documents them. */
  readonly provenance: Provenance
  readonly origin: string
}

const sisterProduct = 'Azure Communication Services, Call Automation'
const canceled = {
  status: 'failed',
  code: 400,
  subcode: 8508,
  message: 'Action failed, the operation was canceled.',
} as const

/** Ends of a recording. Source: recordOperation (beta), completionReason. */
export const recordingResults = {
  operationCanceled: {
    ...canceled,
    completionReason: 'operationCanceled',
    provenance: 'documented',
    origin: 'call: recordResponse',
  },
  maxSilenceTimeout: {
    status: 'completed',
    completionReason: 'maxSilenceTimeout',
    code: 200,
    subcode: 8509,
    message: 'Action completed, the maximum silence was reached.',
    provenance: 'assumed',
    origin: sisterProduct,
  },
  initialSilenceTimeout: {
    status: 'failed',
    completionReason: 'initialSilenceTimeout',
    code: 400,
    subcode: 8510,
    message: 'Action failed, the initial silence timeout was reached.',
    provenance: 'assumed',
    origin: sisterProduct,
  },
  playPromptFailed: {
    status: 'failed',
    completionReason: 'playPromptFailed',
    code: 500,
    subcode: 8511,
    message: 'Action failed, the prompt could not be played.',
    provenance: 'assumed',
    origin: sisterProduct,
  },
  stopToneDetected: {
    status: 'completed',
    completionReason: 'stopToneDetected',
    code: 200,
    subcode: 8514,
    message: 'Action completed, a stop tone was detected.',
    provenance: 'assumed',
    origin: sisterProduct,
  },
  maxRecordDurationReached: {
    status: 'completed',
    completionReason: 'maxRecordDurationReached',
    code: 200,
    subcode: 8515,
    message: 'Action completed, the maximum record duration was reached.',
    provenance: 'documented',
    origin: 'call: recordResponse',
  },
} as const satisfies Record<string, MediaResult>

/** Name of an end of a recording. */
export type RecordingEnd = keyof typeof recordingResults

/** Ends of a prompt. */
export const promptResults = {
  completedSuccessfully: {
    status: 'completed',
    completionReason: 'completedSuccessfully',
    code: 200,
    subcode: 0,
    message: 'Action completed successfully.',
    provenance: 'reported',
    origin: 'graph-calling-bots, captured notifications',
  },
  mediaOperationCanceled: {
    ...canceled,
    completionReason: 'mediaOperationCanceled',
    provenance: 'assumed',
    origin: 'playPromptOperation resource (beta), completionReason; call: recordResponse, the same codes',
  },
  wrongFormat: {
    status: 'failed',
    completionReason: 'unknown',
    code: 400,
    subcode: 8535,
    message: 'Action failed, the format of the file is not valid.',
    provenance: 'assumed',
    origin: sisterProduct,
  },
  notDownloaded: {
    status: 'failed',
    completionReason: 'unknown',
    code: 500,
    subcode: 8536,
    message: 'Action failed, the file could not be downloaded.',
    provenance: 'assumed',
    origin: sisterProduct,
  },
} as const satisfies Record<string, MediaResult>

/** Name of an end of a prompt. */
export type PromptEnd = keyof typeof promptResults
