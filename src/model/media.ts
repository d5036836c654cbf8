import {
  boolean,
  collection,
  dateTime,
  enumeration,
  int64,
  type ObjectType,
  object,
  property,
  string,
} from './definitions.ts'

const origin = '$metadata v1.0'
const onClosedType = 'examples of the call pages; the metadata has a closed type without it'

/** What is heard and seen: who handles the media, what flows, what was pressed, what is written down. */
export const mediaTypes = {
  mediaConfig: {
    doc: 'Who handles the media of the call: the service or the bot.',
    origin,
    abstract: true,
    properties: {
      removeFromDefaultAudioGroup: property(boolean, 'Whether the bot is taken out of the main audio mix.', {
        documented: onClosedType,
      }),
    },
  },
  serviceHostedMediaConfig: {
    doc: 'The service handles the media; the bot plays prompts and hears tones.',
    origin,
    base: 'mediaConfig',
    properties: {
      preFetchMedia: property(
        collection(object('mediaInfo')),
        'The prompts to fetch before they are played.',
      ),
    },
  },
  appHostedMediaConfig: {
    doc: 'The bot handles the media itself.',
    origin,
    base: 'mediaConfig',
    properties: { blob: property(string, 'The media configuration that the media library of the bot made.') },
  },
  mediaInfo: {
    doc: 'A prompt.',
    origin,
    properties: {
      resourceId: property(string, 'The id under which the prompt is kept.'),
      uri: property(string, 'Where the service gets the prompt, a .wav file.', { nullable: false }),
    },
  },
  callMediaState: {
    doc: 'Whether media flows in the call.',
    origin,
    properties: { audio: property(enumeration('mediaState'), 'Whether audio flows.') },
  },
  toneInfo: {
    doc: 'The last key that somebody pressed.',
    origin,
    properties: {
      sequenceId: property(int64, 'Counts the keys of the call, to put them in order.', { nullable: false }),
      tone: property(enumeration('tone'), 'The key.', { nullable: false }),
    },
  },
  callTranscriptionInfo: {
    doc: 'Whether the call is transcribed.',
    origin,
    properties: {
      lastModifiedDateTime: property(dateTime, 'When that last changed, UTC.'),
      state: property(enumeration('callTranscriptionState'), 'Whether the call is transcribed.', {
        nullable: false,
      }),
    },
  },
  mediaStream: {
    doc: 'One stream of media of a participant.',
    origin,
    properties: {
      direction: property(enumeration('mediaDirection'), 'Which way it flows.', { nullable: false }),
      label: property(string, 'What the stream is for, e.g. "main-audio".'),
      mediaType: property(enumeration('modality'), 'The kind of media.', { nullable: false }),
      serverMuted: property(boolean, 'Whether the service muted it.', { nullable: false }),
      sourceId: property(string, 'The id of the source.', { nullable: false }),
    },
  },
  audioRoutingGroup: {
    doc: 'A private audio route among participants; with `$expand=audioRoutingGroups`.',
    origin,
    properties: {
      id: property(string, 'The id of the group.', { nullable: false }),
      receivers: property(collection(string), 'The ids of the participants who hear.'),
      routingMode: property(enumeration('routingMode'), 'How the audio is routed.', { nullable: false }),
      sources: property(collection(string), 'The ids of the participants who speak.'),
    },
  },
  contentSharingSession: {
    doc: 'A session of content sharing; with `$expand=contentSharingSessions`.',
    origin,
    properties: { id: property(string, 'The id of the session.', { nullable: false }) },
  },
} as const satisfies Record<string, ObjectType>
