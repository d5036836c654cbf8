import type { JsonObject } from '../../model/json.ts'
import type {
  Modality,
  ReceivedCall,
  ReceivedIdentitySet,
  ReceivedMediaStream,
  ReceivedParticipant,
} from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'
import type { PersonIdentity } from '../people/identities.ts'

/** Participant who joins a call. */
export interface JoiningParticipant {
  readonly identity: ReceivedIdentitySet
  /** Id of the participant. Defaults to a new one. */
  readonly id?: string | undefined
  readonly isMuted?: boolean | undefined
  readonly isInLobby?: boolean | undefined
}

/** Tenant of participants in a call without a `tenantId`. */
const unknownTenant = '7e4a0000-0000-4000-8000-000000000000'

/** App of a call whose bot is not known. */
const unknownApp = '0a990000-0000-4000-8000-000000000000'

/** Media streams of a person, with the last digits of their source id. Source: captured rosters. */
const streamsOfPerson = [
  ['audio', 'main-audio', 2, 'sendReceive'],
  ['video', 'main-video', 3, 'receiveOnly'],
  ['videoBasedScreenSharing', 'applicationsharing-video', 13, 'receiveOnly'],
  ['data', 'data', 14, 'sendReceive'],
] as const

/** Media streams of a bot. Source: captured rosters. */
const streamsOfBot = [['audio', 'main-audio', 1, 'sendReceive']] as const

type StreamTable = readonly (readonly [
  mediaType: Modality,
  label: string,
  digits: number,
  direction: 'sendReceive' | 'receiveOnly',
])[]

/** Returns the entry of a person in a roster. Source: captured rosters. */
export function personEntry(
  { ids }: Pick<LiveParts, 'ids'>,
  call: ReceivedCall,
  { identity, id = ids.next('participant'), isMuted = false, isInLobby = false }: JoiningParticipant,
): ReceivedParticipant {
  const endpointId = ids.next('endpoint')
  const info = {
    '@odata.type': '#microsoft.graph.participantInfo',
    identity: withTenant(identity, call),
    endpointType: 'default',
    endpointId,
    languageId: 'en-US',
    clientVersion: 'Teams/1.0 (os=windows; deviceType=computer)',
    participantId: id,
    replacementLink: replacementLinkOf(id),
  } as const
  return entry(id, info, streams(streamsOfPerson, endpointId), { isMuted, isInLobby })
}

/** Returns the entry of the bot in a roster. Source: captured rosters. */
export function botEntry(
  { ids, sessions }: Pick<LiveParts, 'ids' | 'sessions'>,
  callId: string,
  call: ReceivedCall,
): ReceivedParticipant {
  const id = call.myParticipantId ?? ids.next('participant')
  const endpointId = ids.next('endpoint')
  const appId = sessions.of(callId).appId ?? call.source?.identity?.application?.id ?? unknownApp
  const info = {
    '@odata.type': '#microsoft.graph.participantInfo',
    identity: withTenant(identityOfBot(call, appId), call),
    endpointType: 'default',
    endpointId,
    clientVersion: `CallingBot (appid:${appId})`,
    participantId: id,
    replacementLink: replacementLinkOf(id),
  } as const
  return entry(id, info, streams(streamsOfBot, endpointId), { isMuted: false, isInLobby: false })
}

/** Returns the entry of the large gallery view: an application with metadata. Source: call: addLargeGalleryView, Example. */
export function largeGalleryEntry({ ids }: Pick<LiveParts, 'ids'>, call: ReceivedCall): ReceivedParticipant {
  const id = ids.next('participant')
  const application = {
    '@odata.type': '#microsoft.graph.identity',
    id: '0a992000-0000-4000-8000-000000000001',
    displayName: 'Large Gallery',
    ApplicationType: 'LargeGallery-V2',
  }
  const info = {
    '@odata.type': '#microsoft.graph.participantInfo',
    identity: withTenant({ '@odata.type': '#microsoft.graph.identitySet', application }, call),
    participantId: id,
    replacementLink: replacementLinkOf(id),
  }
  const mediaStreams = streams([['video', 'main-video', 3, 'sendReceive']], ids.next('endpoint'))
  return {
    ...entry(id, info, mediaStreams, { isMuted: false, isInLobby: false }),
    metadata: JSON.stringify({ layout: 'largeGallery' }),
  }
}

/** Returns the identity of a person whose phone rings. */
export function identityOfPerson({ name, id, phone }: PersonIdentity): ReceivedIdentitySet {
  const type = '#microsoft.graph.identity'
  return {
    '@odata.type': '#microsoft.graph.identitySet',
    ...(phone === undefined
      ? { user: { '@odata.type': type, id, displayName: name } }
      : { phone: { '@odata.type': type, id: phone } }),
  }
}

/** True if a participant is a person. */
export function isPerson({ info }: ReceivedParticipant, { id, phone }: PersonIdentity): boolean {
  const { user, phone: number } = info?.identity ?? {}
  return user?.id === id || (phone !== undefined && number?.id === phone)
}

/** Returns the identity of a bot: the application instance that was called or that calls, or the application itself. */
function identityOfBot({ direction, source, targets }: ReceivedCall, appId: string): ReceivedIdentitySet {
  const own = direction === 'incoming' ? targets?.[0]?.identity : source?.identity
  const instance = own?.applicationInstance
  return {
    '@odata.type': '#microsoft.graph.identitySet',
    ...(instance
      ? { applicationInstance: instance }
      : {
          application: { '@odata.type': '#microsoft.graph.identity', id: appId, displayName: `28:${appId}` },
        }),
  }
}

/** Adds the tenant and the provider to each identity that lacks them, as rosters have them. A phone has neither. */
export function withTenant(set: ReceivedIdentitySet, { tenantId }: ReceivedCall): ReceivedIdentitySet {
  const { phone, '@odata.type': type, ...identities } = set
  const complete = Object.entries(identities).flatMap(([kind, identity]) =>
    typeof identity === 'object' && identity !== null
      ? [[kind, { ...identity, ...tenantOf(identity, tenantId ?? unknownTenant) }]]
      : [],
  )
  return {
    '@odata.type': type ?? '#microsoft.graph.identitySet',
    ...Object.fromEntries(complete),
    ...(phone && { phone }),
  }
}

function tenantOf(identity: object, tenantId: string): JsonObject {
  return {
    tenantId: 'tenantId' in identity ? identity.tenantId : tenantId,
    identityProvider: 'identityProvider' in identity ? identity.identityProvider : 'AAD',
  }
}

function replacementLinkOf(participantId: string): string {
  return `https://calls.contoso.com/callParticipant/${participantId}/replacement`
}

/** Returns streams with source ids that contain the number of the endpoint. */
function streams(table: StreamTable, endpointId: string): ReceivedMediaStream[] {
  const number = Number.parseInt(endpointId.slice(-12), 16)
  return table.map(([mediaType, label, digits, direction]) => ({
    '@odata.type': '#microsoft.graph.mediaStream',
    mediaType,
    label,
    sourceId: String(number * 100 + digits),
    direction,
    serverMuted: false,
  }))
}

function entry(
  id: string,
  info: NonNullable<ReceivedParticipant['info']> & { readonly replacementLink: string },
  mediaStreams: ReceivedMediaStream[],
  { isMuted, isInLobby }: { readonly isMuted: boolean; readonly isInLobby: boolean },
): ReceivedParticipant {
  return {
    '@odata.type': '#microsoft.graph.participant',
    info,
    mediaStreams,
    isMuted,
    isInLobby,
    publishedStates: [],
    meetingRole: 'none',
    replacementLink: info.replacementLink,
    isIdentityAnonymized: false,
    id,
  }
}
