/** Month in which names first appeared in the metadata of v1.0. */
export interface MetadataChange {
  /** Year and month, for example `2023-11`. */
  readonly since: string
  /** Types, `Type.property`, and actions. */
  readonly subjects: readonly string[]
}

/** Months that the known history of the metadata begins and ends with. Source: public history of the v1.0 metadata. */
export const history = { first: '2022-06', last: '2026-08' } as const

/** Additions to the metadata of v1.0 about calls. Everything else is older. Source: public history of the v1.0 metadata, 154 versions. */
export const changes: readonly MetadataChange[] = [
  {
    since: '2023-11',
    subjects: ['participant.removedState', 'participant.rosterSequenceNumber', 'removedState'],
  },
  { since: '2023-12', subjects: ['sendDtmfTones', 'sendDtmfTonesOperation'] },
  { since: '2024-11', subjects: ['callOptions.isDeltaRosterEnabled'] },
  { since: '2025-09', subjects: ['callOptions.isInteractiveRosterEnabled'] },
  { since: '2025-11', subjects: ['communicationsGuestIdentity.email'] },
]

const usGovernment: readonly string[] = [
  'answer.participantCapacity',
  'answer.callOptions',
  'transfer.transferee',
  'addLargeGalleryView',
  'addLargeGalleryViewOperation',
  'sendDtmfTones',
  'sendDtmfTonesOperation',
  'call.audioRoutingGroups',
  'call.contentSharingSessions',
  'audioRoutingGroup',
  'contentSharingSession',
  'participant.metadata',
  'participant.removedState',
  'participant.restrictedExperience',
  'participant.rosterSequenceNumber',
  'participantInfo.participantId',
  'participantJoiningNotification',
  'participantLeftNotification',
  'participantJoiningResponse',
  'acceptJoinResponse',
  'rejectJoinResponse',
  'inviteNewBotResponse',
]

/** Names that the metadata of a cloud does not have. Source: v1.0 metadata of each cloud, August 2026. */
export const absentIn = {
  global: [],
  usgov: usGovernment,
  usnat: /* @__PURE__ */ usGovernment.concat([
    'removedState',
    'callOptions.hideBotAfterEscalation',
    'callOptions.isContentSharingNotificationEnabled',
    'callOptions.isDeltaRosterEnabled',
    'callOptions.isInteractiveRosterEnabled',
    'incomingCallOptions',
    'communicationsApplicationIdentity',
    'communicationsApplicationInstanceIdentity',
    'communicationsEncryptedIdentity',
    'communicationsGuestIdentity',
    'communicationsPhoneIdentity',
    'communicationsUserIdentity',
    'azureCommunicationServicesUserIdentity',
    'communicationsIdentitySet',
    'invitationParticipantInfo.hidden',
    'invitationParticipantInfo.participantId',
    'invitationParticipantInfo.removeFromDefaultAudioRoutingGroup',
  ]),
} as const satisfies Record<string, readonly string[]>

/**
 * Cloud whose metadata is known: `usgov` is US Government L4 and L5, `usnat` another cloud of the US government. The China
 * cloud has no calls.
 *
 * @example
 * ```ts
 * import type { Cloud } from 'graph-call-testkit/explain'
 *
 * const cloud: Cloud = 'usnat'
 * ```
 * Source: v1.0 metadata of each cloud.
 */
export type Cloud = keyof typeof absentIn

/** Returns the month since which the metadata has a name, or `undefined` if it is older than the known history. */
export function sinceOf(subject: string): string | undefined {
  return changes.find(({ subjects }) => subjects.includes(subject))?.since
}

/** Returns the clouds whose metadata does not have a name. */
export function cloudsWithout(subject: string): readonly Cloud[] {
  const clouds: readonly Cloud[] = ['usgov', 'usnat']
  return clouds.filter((cloud) => absentIn[cloud].some((each) => each === subject))
}
