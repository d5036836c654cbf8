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
const operation = (doc: string): ObjectType => ({ doc, origin, base: 'commsOperation', properties: {} })

/** What came of a call, or of something that the bot did in it. */
export const operationTypes = {
  resultInfo: {
    doc: 'What came of it: a code in the manner of HTTP, and a finer one.',
    origin,
    properties: {
      code: property(int32OrText, 'The code, in the manner of an HTTP status.', { nullable: false }),
      message: property(string, 'The words that go with it.'),
      subcode: property(int32OrText, 'The finer code, e.g. 7015 after a transfer.', { nullable: false }),
      subCode: property(int32OrText, 'Another spelling of `subcode`.', {
        reported: 'bodies seen in real traffic',
      }),
    },
  },
  commsOperation: {
    doc: 'Something that the bot did in the call; with `$expand=operations`.',
    origin,
    properties: {
      id: property(string, 'The id of the operation.', { nullable: false }),
      clientContext: property(string, 'The text by which the bot knows the operation again.'),
      resultInfo: property(object('resultInfo'), 'What came of it.'),
      status: property(enumeration('operationStatus'), 'How far it has come.', { nullable: false }),
    },
  },
  cancelMediaProcessingOperation: operation('The media that waited to be played was cancelled.'),
  inviteParticipantsOperation: {
    ...operation('Participants were invited.'),
    properties: {
      participants: property(collection(object('invitationParticipantInfo')), 'Who was invited.', {
        nullable: false,
      }),
    },
  },
  muteParticipantOperation: operation('A participant was muted.'),
  playPromptOperation: operation('A prompt was played.'),
  recordOperation: {
    ...operation('A recording was made.'),
    properties: {
      recordingAccessToken: property(string, 'The token that opens the recording.'),
      recordingLocation: property(string, 'Where the recording is.'),
    },
  },
  startHoldMusicOperation: operation('Hold music was started.'),
  stopHoldMusicOperation: operation('Hold music was stopped.'),
  subscribeToToneOperation: operation('The bot asked to be told of the keys that are pressed.'),
  unmuteParticipantOperation: operation('A participant was unmuted.'),
  updateRecordingStatusOperation: operation('The bot said whether it records.'),
} as const satisfies Record<string, ObjectType>
