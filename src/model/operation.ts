import {
  collection,
  enumeration,
  int32OrText,
  type ObjectType,
  object,
  property,
  string,
} from './definitions.ts'

const origin = '$metadata v1.0'
const posts = 'graph-calling-bots, captured notifications; commsOperation is an open type'
const examples = 'call: playPrompt, Examples; not in a call'
const operation = (doc: string): ObjectType => ({ doc, origin, base: 'commsOperation', properties: {} })

/** Results of calls, and the operations that a bot can start in a call. */
export const operationTypes = {
  resultInfo: {
    doc: 'Result of a call or an operation: a code like an HTTP status, and a subcode.',
    origin,
    properties: {
      code: property(int32OrText, 'Code, like an HTTP status code.', { nullable: false }),
      message: property(string, 'Message of the result.'),
      subcode: property(int32OrText, 'Subcode, for example 7015 after a transfer.', { nullable: false }),
      subCode: property(int32OrText, 'Alternative spelling of `subcode`.', {
        documented: 'call: transfer, Examples; graph-comms-samples, reported bodies',
        tolerantOnly: true,
      }),
    },
  },
  commsOperation: {
    doc: 'An operation that the bot started in the call. Only with `$expand=operations`.',
    origin,
    properties: {
      id: property(string, 'ID of the operation.', { nullable: false }),
      '@odata.context': property(string, 'URL of the metadata that describes this response.', {
        documented: 'call: mute, Examples; not in a call',
        tolerantOnly: true,
      }),
      '@odata.id': property(string, 'Path of the operation. Only in notifications.', {
        documented: examples,
        tolerantOnly: true,
      }),
      '@odata.etag': property(string, 'ETag of the operation. Only in notifications.', {
        documented: examples,
        tolerantOnly: true,
      }),
      clientContext: property(string, 'Context set by the bot to identify the operation. Any text.'),
      resultInfo: property(object('resultInfo'), 'Result of the operation.'),
      status: property(enumeration('operationStatus'), 'Status of the operation.', { nullable: false }),
    },
  },
  addLargeGalleryViewOperation: operation('Adds the large gallery view.'),
  cancelMediaProcessingOperation: operation('Cancels queued media.'),
  inviteParticipantsOperation: {
    ...operation('Invites participants.'),
    properties: {
      participants: property(collection(object('invitationParticipantInfo')), 'Invited participants.', {
        nullable: false,
      }),
    },
  },
  muteParticipantOperation: operation('Mutes a participant.'),
  playPromptOperation: {
    ...operation('Plays a prompt.'),
    properties: {
      completionReason: property(string, 'Reason why the operation ended.', { reported: posts }),
      prompts: property(collection(object('prompt')), 'Prompts that were played.', { reported: posts }),
    },
  },
  recordOperation: {
    ...operation('Records audio.'),
    properties: {
      recordingAccessToken: property(string, 'Access token for the recording.'),
      recordingLocation: property(string, 'URL of the recording.'),
      completionReason: property(string, 'Reason why the operation ended.', { reported: posts }),
    },
  },
  sendDtmfTonesOperation: {
    ...operation('Sends DTMF tones.'),
    properties: {
      completionReason: property(
        string,
        'Reason why the operation ended, for example "completedSuccessfully".',
        { documented: 'call: sendDtmfTones, Response' },
      ),
    },
  },
  startHoldMusicOperation: operation('Starts hold music.'),
  stopHoldMusicOperation: operation('Stops hold music.'),
  subscribeToToneOperation: operation('Subscribes the bot to DTMF tones.'),
  unmuteParticipantOperation: operation('Unmutes a participant.'),
  updateRecordingStatusOperation: operation('Updates the recording status of the bot.'),
} as const satisfies Record<string, ObjectType>
