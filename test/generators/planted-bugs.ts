import type { Call } from 'graph-call-testkit'

/** A bug that code could have, and the smallest call that reveals it. */
export interface PlantedBug {
  readonly title: string
  /** True if the code fails for the call. */
  readonly breaks: (call: Call) => boolean
  readonly minimum: Call
}

const identity = { '@odata.type': '#microsoft.graph.identity' } as const
const user = { '@odata.type': '#microsoft.graph.identitySet', user: identity } as const
const application = { '@odata.type': '#microsoft.graph.identitySet', application: identity } as const
const callee = { '@odata.type': '#microsoft.graph.invitationParticipantInfo', identity: user } as const

/** Simplest call, which every failure shrinks to if it needs nothing else. */
const simplest: Call = {
  '@odata.type': '#microsoft.graph.call',
  state: 'established',
  direction: 'outgoing',
  callbackUri: 'https://bot.contoso.com/callback',
  source: { '@odata.type': '#microsoft.graph.participantInfo', identity: application },
  targets: [callee],
  id: '2e1a0b00-2db4-4022-9570-243709c565ab',
}

const { targets: _, ...withoutTargets } = simplest
const simplestGroup: Call = {
  ...withoutTargets,
  chatInfo: { '@odata.type': '#microsoft.graph.chatInfo' },
  meetingInfo: { '@odata.type': '#microsoft.graph.organizerMeetingInfo', organizer: user },
}

export const plantedBugs: readonly PlantedBug[] = [
  { title: 'every call', breaks: () => true, minimum: simplest },
  {
    title: 'a target with a phone identity',
    breaks: ({ targets }) => targets?.some(({ identity }) => identity.phone) ?? false,
    minimum: {
      ...simplest,
      targets: [{ ...callee, identity: { '@odata.type': '#microsoft.graph.identitySet', phone: identity } }],
    },
  },
  {
    title: 'two targets',
    breaks: ({ targets }) => (targets?.length ?? 0) > 1,
    minimum: { ...simplest, targets: [callee, callee] },
  },
  {
    title: 'a subject with several lines',
    breaks: ({ subject }) => /\w{4}\n\w{6}/.test(subject ?? ''),
    minimum: { ...simplest, subject: 'First line\nSecond line' },
  },
  {
    title: 'a call that ended with 480',
    breaks: ({ resultInfo }) => resultInfo?.code === 480,
    minimum: {
      ...simplest,
      state: 'terminated',
      resultInfo: { '@odata.type': '#microsoft.graph.resultInfo', code: 480, subcode: 10037 },
    },
  },
  {
    title: 'the pound key during a transcription',
    breaks: ({ toneInfo, transcription }) => toneInfo?.tone === 'pound' && transcription?.state === 'active',
    minimum: {
      ...simplestGroup,
      transcription: { '@odata.type': '#microsoft.graph.callTranscriptionInfo', state: 'active' },
      toneInfo: { '@odata.type': '#microsoft.graph.toneInfo', sequenceId: 1, tone: 'pound' },
    },
  },
  {
    title: 'an organizer whose name is null',
    breaks: ({ meetingInfo }) =>
      meetingInfo?.['@odata.type'] === '#microsoft.graph.organizerMeetingInfo' &&
      meetingInfo.organizer.user?.displayName === null,
    minimum: {
      ...simplestGroup,
      meetingInfo: {
        '@odata.type': '#microsoft.graph.organizerMeetingInfo',
        organizer: { ...user, user: { ...identity, displayName: null } },
      },
    },
  },
  {
    title: 'a muted participant in the lobby',
    breaks: ({ participants }) =>
      participants?.some(({ isInLobby, isMuted }) => isInLobby && isMuted) ?? false,
    minimum: {
      ...simplest,
      participants: [
        {
          '@odata.type': '#microsoft.graph.participant',
          id: 'a79f20ca-1492-45d1-866f-83ae58c0beec',
          info: { '@odata.type': '#microsoft.graph.participantInfo', identity: user },
          isInLobby: true,
          isMuted: true,
        },
      ],
    },
  },
  {
    title: 'a prompt whose resource id is null',
    breaks: ({ mediaConfig }) =>
      mediaConfig?.['@odata.type'] === '#microsoft.graph.serviceHostedMediaConfig' &&
      (mediaConfig.preFetchMedia?.some(({ resourceId }) => resourceId === null) ?? false),
    minimum: {
      ...simplest,
      mediaConfig: {
        '@odata.type': '#microsoft.graph.serviceHostedMediaConfig',
        preFetchMedia: [
          {
            '@odata.type': '#microsoft.graph.mediaInfo',
            uri: 'https://cdn.contoso.com/beep.wav',
            resourceId: null,
          },
        ],
      },
    },
  },
  {
    title: 'a forked call whose incoming context is null',
    breaks: ({ callRoutes, incomingContext }) =>
      incomingContext === null &&
      (callRoutes?.some(({ routingType }) => routingType === 'selfFork') ?? false),
    minimum: {
      ...simplest,
      direction: 'incoming',
      source: { '@odata.type': '#microsoft.graph.participantInfo', identity: user },
      targets: [{ ...callee, identity: application }],
      callRoutes: [
        {
          '@odata.type': '#microsoft.graph.callRoute',
          routingType: 'selfFork',
          original: user,
          final: user,
        },
      ],
      incomingContext: null,
    },
  },
]
