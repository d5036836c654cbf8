import type { EnumType } from './definitions.ts'

const metadata = '$metadata v1.0'

/**
 * Enums of calls and notifications. Their members are in the order of the metadata.
 *
 * Graph sends `unknownFutureValue` instead of a newer member unless the client sends `Prefer: include-unknown-enum-members`.
 * Any other member is therefore an error in the body, not a sign of a newer service.
 */
export const enumTypes = {
  callState: {
    doc: 'State of a call.',
    origin: metadata,
    members: [
      'incoming',
      'establishing',
      'established',
      'hold',
      'transferring',
      'transferAccepted',
      'redirecting',
      'terminating',
      'terminated',
      'unknownFutureValue',
    ],
    disputed: {
      ringing: 'listed in the documentation, but not in the metadata, and was never observed',
    },
  },
  callDirection: {
    doc: 'Direction of a call as seen by the bot.',
    origin: metadata,
    members: ['incoming', 'outgoing'],
  },
  modality: {
    doc: 'Kind of media.',
    origin: metadata,
    members: ['audio', 'video', 'videoBasedScreenSharing', 'data', 'unknownFutureValue'],
    disputed: {
      unknown:
        'listed in the documentation, but not in the metadata, and was never observed in this property',
    },
  },
  endpointType: {
    doc: 'Kind of endpoint that a participant uses.',
    origin: metadata,
    members: ['default', 'voicemail', 'skypeForBusiness', 'skypeForBusinessVoipPhone', 'unknownFutureValue'],
  },
  mediaState: {
    doc: 'State of a media stream.',
    origin: metadata,
    members: ['active', 'inactive', 'unknownFutureValue'],
  },
  routingType: {
    doc: 'Reason why a call was routed to another participant.',
    origin: metadata,
    members: ['forwarded', 'lookup', 'selfFork', 'unknownFutureValue'],
  },
  callTranscriptionState: {
    doc: 'State of a transcription.',
    origin: metadata,
    members: ['notStarted', 'active', 'inactive', 'unknownFutureValue'],
  },
  tone: {
    doc: 'DTMF tone.',
    origin: metadata,
    members: [
      'tone0',
      'tone1',
      'tone2',
      'tone3',
      'tone4',
      'tone5',
      'tone6',
      'tone7',
      'tone8',
      'tone9',
      'star',
      'pound',
      'a',
      'b',
      'c',
      'd',
      'flash',
    ],
  },
  mediaDirection: {
    doc: 'Direction of a media stream.',
    origin: metadata,
    members: ['inactive', 'sendOnly', 'receiveOnly', 'sendReceive'],
  },
  recordingStatus: {
    doc: 'Recording status of a participant.',
    origin: metadata,
    members: ['unknown', 'notRecording', 'recording', 'failed', 'unknownFutureValue'],
  },
  onlineMeetingContentSharingDisabledReason: {
    doc: 'Reason why a participant is not allowed to share content.',
    origin: metadata,
    members: ['watermarkProtection', 'unknownFutureValue'],
    flags: true,
  },
  onlineMeetingVideoDisabledReason: {
    doc: 'Reason why the video of a participant is disabled.',
    origin: metadata,
    members: ['watermarkProtection', 'unknownFutureValue'],
    flags: true,
  },
  routingMode: {
    doc: 'Audio routing mode of a group of participants.',
    origin: metadata,
    members: ['oneToOne', 'multicast', 'unknownFutureValue'],
  },
  rejectReason: {
    doc: 'Reason why the bot rejects a call, or the participant of a call that it records.',
    origin: metadata,
    members: ['none', 'busy', 'forbidden', 'unknownFutureValue'],
    alsoReceived: ['None', 'Busy', 'Forbidden'],
  },
  screenSharingRole: {
    doc: 'Role of the bot in screen sharing.',
    origin: metadata,
    members: ['viewer', 'sharer'],
  },
  operationStatus: {
    doc: 'Status of an operation.',
    origin: metadata,
    members: ['NotStarted', 'Running', 'Completed', 'Failed'],
    alsoReceived: ['notStarted', 'running', 'completed', 'failed'],
  },
  changeType: {
    doc: 'Kind of change that a notification reports.',
    origin: metadata,
    members: ['created', 'updated', 'deleted'],
  },
} as const satisfies Record<string, EnumType>
