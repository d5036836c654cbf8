import type { EnumType } from './definitions.ts'

const metadata = '$metadata v1.0'

/**
 * Every enum that a call reaches, and those of notifications, its members in the order of the metadata.
 *
 * Graph answers `unknownFutureValue` in place of a member that the client did not say it understands
 * (`Prefer: include-unknown-enum-members`), so a member outside these lists is a wrong body and no newer service.
 */
export const enumTypes = {
  callState: {
    doc: 'Where a call is in its life.',
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
      ringing: 'listed in the documentation, absent from metadata, never seen',
    },
  },
  callDirection: {
    doc: 'Who started the call, seen from the bot.',
    origin: metadata,
    members: ['incoming', 'outgoing'],
  },
  modality: {
    doc: 'A kind of media.',
    origin: metadata,
    members: ['audio', 'video', 'videoBasedScreenSharing', 'data', 'unknownFutureValue'],
    disputed: {
      unknown: 'listed in the documentation, absent from metadata, never seen in this place',
    },
  },
  endpointType: {
    doc: 'The kind of endpoint that a participant uses.',
    origin: metadata,
    members: ['default', 'voicemail', 'skypeForBusiness', 'skypeForBusinessVoipPhone', 'unknownFutureValue'],
  },
  mediaState: {
    doc: 'Whether media flows.',
    origin: metadata,
    members: ['active', 'inactive', 'unknownFutureValue'],
  },
  routingType: {
    doc: 'How a call came to be routed on.',
    origin: metadata,
    members: ['forwarded', 'lookup', 'selfFork', 'unknownFutureValue'],
  },
  callTranscriptionState: {
    doc: 'Whether the call is being transcribed.',
    origin: metadata,
    members: ['notStarted', 'active', 'inactive', 'unknownFutureValue'],
  },
  tone: {
    doc: 'A key that was pressed (DTMF).',
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
    doc: 'Which way a media stream flows.',
    origin: metadata,
    members: ['inactive', 'sendOnly', 'receiveOnly', 'sendReceive'],
  },
  recordingStatus: {
    doc: 'Whether a participant records.',
    origin: metadata,
    members: ['unknown', 'notRecording', 'recording', 'failed', 'unknownFutureValue'],
  },
  onlineMeetingContentSharingDisabledReason: {
    doc: 'Why a participant may not share content.',
    origin: metadata,
    members: ['watermarkProtection', 'unknownFutureValue'],
    flags: true,
  },
  onlineMeetingVideoDisabledReason: {
    doc: 'Why a participant has no video.',
    origin: metadata,
    members: ['watermarkProtection', 'unknownFutureValue'],
    flags: true,
  },
  routingMode: {
    doc: 'How audio is routed in a group of participants.',
    origin: metadata,
    members: ['oneToOne', 'multicast', 'unknownFutureValue'],
  },
  operationStatus: {
    doc: 'How far an operation has come.',
    origin: metadata,
    members: ['NotStarted', 'Running', 'Completed', 'Failed'],
    alsoReceived: ['notStarted', 'running', 'completed', 'failed'],
  },
  changeType: {
    doc: 'What has happened to what a notification tells of.',
    origin: metadata,
    members: ['created', 'updated', 'deleted'],
  },
} as const satisfies Record<string, EnumType>
