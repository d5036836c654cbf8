import type { Provenance } from './definitions.ts'

/** End of a media operation, as its notification reports it. */
export interface Completion {
  readonly status: 'completed' | 'failed'
  /** Result of the operation. A sendDtmfTonesOperation has none. */
  readonly result?: { readonly code: number; readonly subcode: number; readonly message: string }
  readonly provenance: Provenance
  readonly origin: string
}

const cancelled = {
  code: 400,
  subcode: 8508,
  message: 'Action failed, the operation was cancelled.',
} as const
const sameNumbers =
  'recordOperation resource (beta), completionReason; Azure Communication Services, the codes'
const dtmf = 'call: sendDtmfTones, Examples'

/**
 * Ends of media operations by `completionReason`. The subcodes of a recording are documented for two reasons; the others follow
 * from the order of the members in beta, and from the codes of Azure Communication Services.
 */
export const completions = {
  playPromptOperation: {
    completedSuccessfully: {
      status: 'completed',
      result: { code: 200, subcode: 0, message: 'Action completed successfully.' },
      provenance: 'reported',
      origin: 'graph-calling-bots, captured notifications; call: playPrompt, Examples',
    },
    mediaOperationCanceled: {
      status: 'failed',
      result: cancelled,
      provenance: 'assumed',
      origin:
        'playPromptOperation resource (beta), completionReason; call: recordResponse, the result of a canceled recording',
    },
    unknown: {
      status: 'completed',
      result: { code: 500, subcode: 9999, message: 'Action failed.' },
      provenance: 'assumed',
      origin: 'graph-comms-samples issue 58, which reports only the reason',
    },
  },
  recordOperation: {
    operationCanceled: {
      status: 'failed',
      result: cancelled,
      provenance: 'documented',
      origin: 'call: recordResponse, Examples',
    },
    maxSilenceTimeout: {
      status: 'completed',
      result: { code: 200, subcode: 8509, message: 'Action completed, max silence timeout reached.' },
      provenance: 'assumed',
      origin: sameNumbers,
    },
    initialSilenceTimeout: {
      status: 'failed',
      result: { code: 400, subcode: 8510, message: 'Action failed, initial silence timeout reached.' },
      provenance: 'assumed',
      origin: sameNumbers,
    },
    playPromptFailed: {
      status: 'failed',
      result: {
        code: 500,
        subcode: 8511,
        message: 'Action failed, encountered failure while trying to play the prompt.',
      },
      provenance: 'assumed',
      origin: sameNumbers,
    },
    playBeepFailed: {
      status: 'failed',
      result: {
        code: 500,
        subcode: 8512,
        message: 'Action failed, encountered failure while trying to play the beep.',
      },
      provenance: 'assumed',
      origin: sameNumbers,
    },
    mediaReceiveTimeout: {
      status: 'failed',
      result: { code: 500, subcode: 8513, message: 'Action failed, no media was received.' },
      provenance: 'assumed',
      origin: sameNumbers,
    },
    stopToneDetected: {
      status: 'completed',
      result: { code: 200, subcode: 8514, message: 'Action completed, stop tone was detected.' },
      provenance: 'assumed',
      origin: sameNumbers,
    },
    maxRecordDurationReached: {
      status: 'completed',
      result: { code: 200, subcode: 8515, message: 'Action completed, max record duration was reached.' },
      provenance: 'documented',
      origin: 'call: recordResponse, Examples',
    },
  },
  sendDtmfTonesOperation: {
    completedSuccessfully: { status: 'completed', provenance: 'documented', origin: dtmf },
    mediaOperationCanceled: { status: 'completed', provenance: 'documented', origin: dtmf },
    unknown: { status: 'completed', provenance: 'documented', origin: dtmf },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Completion>>>>

/** Results of a prompt whose file cannot be played. The status and code are assumed. Source: codes of Azure Communication Services. */
export const promptFailures = {
  badFormat: { code: 400, subcode: 8535, message: 'Action failed, the file format is invalid.' },
  notDownloaded: { code: 400, subcode: 8536, message: 'Action failed, the file could not be downloaded.' },
} as const
