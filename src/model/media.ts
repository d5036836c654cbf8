import {
  boolean,
  collection,
  dateTime,
  enumeration,
  int32,
  int64,
  type ObjectType,
  object,
  property,
  string,
} from './definitions.ts'

const origin = '$metadata v1.0'
const onClosedType = 'Create call, Examples; the metadata has a closed type without it'

/** Media of a call: configuration, state, tones, transcription and streams. */
export const mediaTypes = {
  mediaConfig: {
    doc: 'Media configuration of a call: hosted by the service or by the bot.',
    origin,
    abstract: true,
    properties: {
      removeFromDefaultAudioGroup: property(
        boolean,
        'True if the bot is removed from the default audio group.',
        {
          documented: onClosedType,
        },
      ),
    },
  },
  serviceHostedMediaConfig: {
    doc: 'Media hosted by the service. The bot plays prompts and receives tones.',
    origin,
    base: 'mediaConfig',
    properties: {
      preFetchMedia: property(collection(object('mediaInfo')), 'Prompts to fetch before they are played.'),
    },
  },
  appHostedMediaConfig: {
    doc: 'Media hosted by the bot.',
    origin,
    base: 'mediaConfig',
    properties: { blob: property(string, 'Media configuration created by the media library of the bot.') },
  },
  prompt: {
    doc: 'A prompt that is played in a call.',
    origin,
    abstract: true,
    properties: {},
  },
  mediaPrompt: {
    doc: 'A prompt from an audio file.',
    origin,
    base: 'prompt',
    properties: {
      mediaInfo: property(object('mediaInfo'), 'Audio file.', { nullable: false }),
      loop: property(int32, 'Number of times that the prompt is played.', {
        documented: 'beta: mediaPrompt resource; the metadata has a closed type without it',
      }),
    },
  },
  mediaInfo: {
    doc: 'An audio file: a prompt.',
    origin,
    properties: {
      resourceId: property(string, 'ID of the prompt in the cache.'),
      uri: property(string, 'URI of the prompt, a .wav file.', { nullable: false }),
    },
  },
  callMediaState: {
    doc: 'State of the media in a call.',
    origin,
    properties: { audio: property(enumeration('mediaState'), 'State of the audio.') },
  },
  toneInfo: {
    doc: 'A DTMF tone received in the call.',
    origin,
    properties: {
      sequenceId: property(int64, 'Sequence number for ordering tones.', {
        nullable: false,
      }),
      tone: property(enumeration('tone'), 'Tone.', { nullable: false }),
    },
  },
  callTranscriptionInfo: {
    doc: 'Transcription of a call.',
    origin,
    properties: {
      lastModifiedDateTime: property(dateTime, 'Time of the last change, in UTC.'),
      state: property(enumeration('callTranscriptionState'), 'State of the transcription.', {
        nullable: false,
      }),
    },
  },
  mediaStream: {
    doc: 'A media stream of a participant.',
    origin,
    properties: {
      direction: property(enumeration('mediaDirection'), 'Direction of the stream.', { nullable: false }),
      label: property(string, 'Label of the stream, for example "main-audio".'),
      mediaType: property(enumeration('modality'), 'Kind of media.', { nullable: false }),
      serverMuted: property(boolean, 'True if the service muted the stream.', { nullable: false }),
      sourceId: property(string, 'ID of the source.', { nullable: false }),
    },
  },
  audioRoutingGroup: {
    doc: 'A private audio route between participants. Only with `$expand=audioRoutingGroups`.',
    origin,
    properties: {
      id: property(string, 'ID of the group.', { nullable: false }),
      receivers: property(collection(string), 'IDs of the participants that receive audio.'),
      routingMode: property(enumeration('routingMode'), 'Audio routing mode.', { nullable: false }),
      sources: property(collection(string), 'IDs of the participants that send audio.'),
    },
  },
  contentSharingSession: {
    doc: 'A content sharing session. Only with `$expand=contentSharingSessions`.',
    origin,
    properties: { id: property(string, 'ID of the session.', { nullable: false }) },
  },
} as const satisfies Record<string, ObjectType>
