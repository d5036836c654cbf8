import type {
  AppHostedMediaConfig,
  AudioRoutingGroup,
  CallMediaState,
  CallTranscriptionInfo,
  ContentSharingSession,
  MediaConfig,
  MediaInfo,
  MediaStream,
  Modality,
  ServiceHostedMediaConfig,
  ToneInfo,
} from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { membersOf } from './choices/members.ts'
import { omitUndefined } from './complete.ts'
import { guid, participantId } from './ids.ts'
import { boolean, dateTime, numberBelow, openText, openUri, pickText, prose } from './text.ts'

const modality = membersOf('modality', 'audio')
const mediaState = membersOf('mediaState', 'active')
const transcriptionState = membersOf('callTranscriptionState', 'inactive')
const tone = membersOf('tone', 'tone1')
const routingMode = membersOf('routingMode', 'oneToOne')
const mediaDirection = membersOf('mediaDirection', 'sendReceive')

/** Hosts of the media of a call, the simplest first. */
export const mediaKinds = ['service-hosted', 'app-hosted'] as const

/**
 * Host of the media of a call: the service or the bot.
 *
 * @example
 * ```ts
 * import { anyMediaConfig, type MediaKind } from 'graph-call-testkit/generators'
 *
 * const media: MediaKind = 'app-hosted'
 * const configs = anyMediaConfig({ media })
 * ```
 */
export type MediaKind = (typeof mediaKinds)[number]

/** Builds the requested modalities: audio alone, or any subset. */
export const modalities: Build<Modality[]> = (choices) =>
  choices.flag() ? choices.someMembers(modality) : ['audio']

export function mediaConfig(choices: Choices, kinds: readonly MediaKind[] = mediaKinds): MediaConfig {
  return choices.pick(kinds) === 'service-hosted' ? serviceHosted(choices) : appHosted(choices)
}

const serviceHosted: Build<MediaConfig> = (choices) =>
  omitUndefined<ServiceHostedMediaConfig>({
    '@odata.type': '#microsoft.graph.serviceHostedMediaConfig',
    preFetchMedia: choices.absentOr(prompts),
    removeFromDefaultAudioGroup: choices.optional(boolean),
  })

const appHosted: Build<MediaConfig> = (choices) =>
  omitUndefined<AppHostedMediaConfig>({
    '@odata.type': '#microsoft.graph.appHostedMediaConfig',
    blob: choices.optional(blob),
    removeFromDefaultAudioGroup: choices.optional(boolean),
  })

const blob = prose('<Media Session Configuration>')

const prompts: Build<MediaInfo[]> = (choices) => choices.longList(0, 2, mediaInfo)

const mediaInfo: Build<MediaInfo> = (choices) =>
  omitUndefined<MediaInfo>({
    '@odata.type': choices.tag('#microsoft.graph.mediaInfo'),
    uri: promptUri(choices),
    resourceId: choices.optional(resourceId),
  })

const promptUri = openUri(
  'https://cdn.contoso.com/beep.wav',
  'https://cdn.contoso.com/cool.wav',
  'https://cdn.contoso.com/prompts/willkommen%20zur%C3%BCck.wav?sig=a%2Bb%3D',
)

const resourceId = guid('f8971b04-b53e-418c-9222-c82ce681a582')

export const callMediaState: Build<CallMediaState> = (choices) =>
  omitUndefined<CallMediaState>({
    '@odata.type': choices.tag('#microsoft.graph.callMediaState'),
    audio: choices.optional(audio),
  })

const audio: Build<CallMediaState['audio'] & string> = (choices) => choices.member(mediaState)

export const toneInfo: Build<ToneInfo> = (choices) =>
  omitUndefined<ToneInfo>({
    '@odata.type': choices.tag('#microsoft.graph.toneInfo'),
    sequenceId: sequenceId(choices),
    tone: choices.member(tone),
  })

/** Edm.Int64, limited to the 53 bits that JavaScript reads from JSON. */
export const sequenceId: Build<number> = (choices) =>
  choices.pickOr(sequenceIds, numberBelow(Number.MAX_SAFE_INTEGER), 1 / 3)

const sequenceIds = [1, 2, 10, 0, 2 ** 31, Number.MAX_SAFE_INTEGER] as const

export const transcription: Build<CallTranscriptionInfo> = (choices) =>
  omitUndefined<CallTranscriptionInfo>({
    '@odata.type': choices.tag('#microsoft.graph.callTranscriptionInfo'),
    state: choices.member(transcriptionState),
    lastModifiedDateTime: choices.optional(dateTime),
  })

export const mediaStream: Build<MediaStream> = (choices) =>
  omitUndefined<MediaStream>({
    '@odata.type': choices.tag('#microsoft.graph.mediaStream'),
    mediaType: choices.member(modality),
    direction: choices.member(mediaDirection),
    sourceId: String(1 + choices.mostly(4, 2 ** 31 - 1, 1 / 7)),
    label: choices.optional(streamLabel),
    serverMuted: choices.flag(),
  })

const streamLabel = openText('main-audio', 'main-video', 'applicationsharing-video', 'data')

/** Builds a private audio route between participants. */
export const audioRoutingGroup: Build<AudioRoutingGroup> = (choices) =>
  omitUndefined<AudioRoutingGroup>({
    '@odata.type': choices.tag('#microsoft.graph.audioRoutingGroup'),
    id: audioRoutingGroupId(choices),
    routingMode: choices.member(routingMode),
    sources: choices.absentOr(participantIds),
    receivers: choices.absentOr(participantIds),
  })

const audioRoutingGroupId = pickText('oneToOne', 'multicast')
const participantIds: Build<string[]> = (choices) => choices.longList(0, 3, participantId)

export const contentSharingSession: Build<ContentSharingSession> = (choices) =>
  omitUndefined<ContentSharingSession>({
    '@odata.type': choices.tag('#microsoft.graph.contentSharingSession'),
    id: contentSharingSessionId(choices),
  })

const contentSharingSessionId = guid('61d559d5-e288-4dbc-93b0-71d8ac20411a')
