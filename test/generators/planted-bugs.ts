import type { Call } from 'graph-call-testkit'

/** A bug that somebody might have, and the smallest call that shows it. */
export interface PlantedBug {
  readonly title: string
  /** Whether the code breaks on the call. */
  readonly breaks: (call: Call) => boolean
  /** What the smallest call has beyond the smallest of all. */
  readonly minimum: Partial<Call>
}

const plain = '#microsoft.graph.identitySet'
const identity = { '@odata.type': '#microsoft.graph.identity' } as const
const callee = (identity: Call['source']['identity']) =>
  ({ '@odata.type': '#microsoft.graph.invitationParticipantInfo', identity }) as const

/** The call that all failures shrink to that need nothing. */
export const smallestCall: Call = {
  '@odata.type': '#microsoft.graph.call',
  state: 'established',
  direction: 'outgoing',
  callbackUri: 'https://bot.contoso.com/callback',
  source: {
    '@odata.type': '#microsoft.graph.participantInfo',
    identity: { '@odata.type': plain, application: identity },
  },
  targets: [callee({ '@odata.type': plain, user: identity })],
  id: '2e1a0b00-2db4-4022-9570-243709c565ab',
}

export const plantedBugs: readonly PlantedBug[] = [
  { title: 'every call', breaks: () => true, minimum: {} },
  {
    title: 'a target with a phone identity',
    breaks: ({ targets }) => targets?.some(({ identity }) => identity.phone) ?? false,
    minimum: { targets: [callee({ '@odata.type': plain, phone: identity })] },
  },
  {
    title: 'two targets',
    breaks: ({ targets }) => (targets?.length ?? 0) > 1,
    minimum: {
      targets: [
        callee({ '@odata.type': plain, user: identity }),
        callee({ '@odata.type': plain, user: identity }),
      ],
    },
  },
  {
    title: 'a subject of several lines',
    breaks: ({ subject }) => subject?.includes('\n') ?? false,
    minimum: { subject: 'First line\nSecond line' },
  },
  {
    title: 'a call that ended with 480',
    breaks: ({ resultInfo }) => resultInfo?.code === 480,
    minimum: {
      state: 'terminated',
      resultInfo: { '@odata.type': '#microsoft.graph.resultInfo', code: 480, subcode: 10037 },
    },
  },
  {
    title: 'a tone after a transcription that is active',
    breaks: ({ toneInfo, transcription }) => toneInfo?.tone === 'pound' && transcription?.state === 'active',
    minimum: {
      targets: undefined as never,
      chatInfo: { '@odata.type': '#microsoft.graph.chatInfo' },
      meetingInfo: {
        '@odata.type': '#microsoft.graph.organizerMeetingInfo',
        organizer: { '@odata.type': plain, user: identity },
      },
      transcription: { '@odata.type': '#microsoft.graph.callTranscriptionInfo', state: 'active' },
      toneInfo: { '@odata.type': '#microsoft.graph.toneInfo', sequenceId: 1, tone: 'pound' },
    },
  },
  {
    title: 'an organiser whose name is null',
    breaks: ({ meetingInfo }) =>
      meetingInfo?.['@odata.type'] === '#microsoft.graph.organizerMeetingInfo' &&
      meetingInfo.organizer.user?.displayName === null,
    minimum: {
      targets: undefined as never,
      chatInfo: { '@odata.type': '#microsoft.graph.chatInfo' },
      meetingInfo: {
        '@odata.type': '#microsoft.graph.organizerMeetingInfo',
        organizer: { '@odata.type': plain, user: { ...identity, displayName: null } },
      },
    },
  },
  {
    title: 'a muted participant in the lobby',
    breaks: ({ participants }) =>
      participants?.some(({ isInLobby, isMuted }) => isInLobby && isMuted) ?? false,
    minimum: {},
  },
  {
    title: 'a prompt without a resource id, played by the service',
    breaks: ({ mediaConfig }) =>
      mediaConfig?.['@odata.type'] === '#microsoft.graph.serviceHostedMediaConfig' &&
      (mediaConfig.preFetchMedia?.some(({ resourceId }) => resourceId === null) ?? false),
    minimum: {},
  },
  {
    title: 'an incoming call that was forwarded by itself',
    breaks: ({ callRoutes, incomingContext }) =>
      (callRoutes?.some(({ routingType }) => routingType === 'selfFork') ?? false) &&
      incomingContext === null,
    minimum: {},
  },
]
