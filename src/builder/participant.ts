import type {
  AnyIdentitySet,
  CallRoute,
  IncomingContext,
  InvitationParticipantInfo,
  OnlineMeetingRestricted,
  Participant,
  ParticipantInfo,
  RecordingInfo,
  RemovedState,
} from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import type { Distribution } from './choices/distribution.ts'
import { membersOf } from './choices/members.ts'
import { omitUndefined } from './complete.ts'
import { endpointType, type IdentityKind, identityKinds, identitySetOf } from './identity.ts'
import { callId, guid, participantId } from './ids.ts'
import { mediaStream, sequenceId } from './media.ts'
import { boolean, pickText, prose } from './text.ts'

const routingType = membersOf('routingType', 'forwarded')
const recordingStatus = membersOf('recordingStatus', 'notRecording')
const contentSharingDisabledReason = membersOf(
  'onlineMeetingContentSharingDisabledReason',
  'watermarkProtection',
)
const videoDisabledReason = membersOf('onlineMeetingVideoDisabledReason', 'watermarkProtection')

const region = pickText('amer', 'emea', 'apac')
const countryCode: Build<string> = (choices) => choices.pickOr(['US', 'DE', 'CN', 'SA'], composedCountry)
const languageId: Build<string> = (choices) =>
  choices.pickOr(['en-US', 'de-DE', 'zh-Hans-CN', 'ar-SA', 'fr', ''], (choices) => {
    const language = twoLetters(choices)
    return `${language}-${composedCountry(choices)}`
  })

const letters = [...'abcdefghijklmnopqrstuvwxyz'] as const
const twoLetters: Build<string> = (choices) => choices.pick(letters) + choices.pick(letters)
const composedCountry: Build<string> = (choices) => twoLetters(choices).toUpperCase()

const anybody = identitySetOf(identityKinds)

/** Returns a builder of participants, as in `source` and `answeredBy`, with an identity. */
export function participantInfoWith(identity: Build<AnyIdentitySet>): Build<ParticipantInfo> {
  return (choices) =>
    omitUndefined<ParticipantInfo>({
      '@odata.type': choices.tag('#microsoft.graph.participantInfo'),
      identity: choices.one(identity),
      region: choices.optional(region),
      languageId: choices.optional(languageId),
      countryCode: choices.optional(countryCode),
      endpointType: choices.optional(endpointType),
      participantId: choices.optional(participantId),
      id: choices.optional(participantId),
    })
}

/** Returns a builder of participants, as in `source` and `answeredBy`, with identities of these kinds. */
export function participantInfoOf(
  kinds: readonly IdentityKind[],
  distribution?: Distribution,
): Build<ParticipantInfo> {
  return participantInfoWith(identitySetOf(kinds, distribution))
}

/** Returns a builder of participants, as in `targets`, with identities of these kinds. */
export function invitationParticipantInfoOf(
  kinds: readonly IdentityKind[],
  distribution?: Distribution,
): Build<InvitationParticipantInfo> {
  const identity = identitySetOf(kinds, distribution)
  return (choices) =>
    omitUndefined<InvitationParticipantInfo>({
      '@odata.type': choices.tag('#microsoft.graph.invitationParticipantInfo'),
      identity: choices.one(identity),
      participantId: choices.optional(participantId),
      hidden: choices.optional(boolean),
      removeFromDefaultAudioRoutingGroup: choices.optional(boolean),
      replacesCallId: choices.optional(callId),
    })
}

/** Builds a route of a call that was forwarded. */
export const callRoute: Build<CallRoute> = (choices) =>
  omitUndefined<CallRoute>({
    '@odata.type': choices.tag('#microsoft.graph.callRoute'),
    routingType: choices.member(routingType),
    original: choices.one(anybody),
    final: choices.one(anybody),
  })

export const incomingContext: Build<IncomingContext> = (choices) =>
  omitUndefined<IncomingContext>({
    '@odata.type': choices.tag('#microsoft.graph.incomingContext'),
    observedParticipantId: choices.optional(participantId),
    onBehalfOf: choices.optional(anybody),
    sourceParticipantId: choices.optional(participantId),
    transferor: choices.optional(anybody),
  })

/** Returns a builder of participants in the roster of a call, with identities of these kinds. */
export function participantOf(kinds: readonly IdentityKind[]): Build<Participant> {
  return participantWith(identitySetOf(kinds))
}

/** Returns a builder of participants in the roster of a call, with an identity. */
export function participantWith(identity: Build<AnyIdentitySet>): Build<Participant> {
  const info = participantInfoWith(identity)
  return (choices) =>
    omitUndefined<Participant>({
      '@odata.type': choices.tag('#microsoft.graph.participant'),
      id: rosterId(choices),
      info: choices.one(info),
      isInLobby: choices.flag(),
      isMuted: choices.flag(),
      mediaStreams: choices.absentOr(mediaStreams),
      metadata: choices.optional(metadata),
      recordingInfo: choices.optional(recordingInfo),
      removedState: choices.optional(removedState),
      restrictedExperience: choices.optional(restrictedExperience),
      rosterSequenceNumber: choices.optional(sequenceId),
    })
}

const rosterId = guid('a79f20ca-1492-45d1-866f-83ae58c0beec')
const metadata = prose('answers questions')
const mediaStreams = (choices: Choices) => choices.longList(0, 2, mediaStream)

const recordingInfo: Build<RecordingInfo> = (choices) =>
  omitUndefined<RecordingInfo>({
    '@odata.type': choices.tag('#microsoft.graph.recordingInfo'),
    recordingStatus: choices.member(recordingStatus),
    initiator: choices.optional(anybody),
  })

const removedState: Build<RemovedState> = (choices) =>
  omitUndefined<RemovedState>({
    '@odata.type': choices.tag('#microsoft.graph.removedState'),
    reason: choices.optional(reason),
  })

const reason = prose('Removed by the organizer')

const restrictedExperience: Build<OnlineMeetingRestricted> = (choices) =>
  omitUndefined<OnlineMeetingRestricted>({
    '@odata.type': choices.tag('#microsoft.graph.onlineMeetingRestricted'),
    contentSharingDisabled: choices.optional(contentSharingReason),
    videoDisabled: choices.optional(videoReason),
  })

const contentSharingReason = (choices: Choices) => choices.member(contentSharingDisabledReason)
const videoReason = (choices: Choices) => choices.member(videoDisabledReason)

/** Builds an invited participant with any kind of identity. */
export const invitationParticipantInfo = invitationParticipantInfoOf(identityKinds)

/** Builds a participant in the roster with any kind of identity. */
export const participant = participantOf(identityKinds)

/** Builds a participant, as in `source`, with any kind of identity. */
export const participantInfo = participantInfoOf(identityKinds)
