import type {
  Call,
  CallDirection,
  CallOptions,
  CallState,
  IncomingCallOptions,
  OutgoingCallOptions,
} from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { omitUndefined, omitUndefinedInPlace } from './complete.ts'
import type { IdentityKind } from './identity.ts'
import { callChainId, callId, participantId, tenantId } from './ids.ts'
import {
  audioRoutingGroup,
  callMediaState,
  contentSharingSession,
  type MediaKind,
  mediaConfig,
  modalities,
  toneInfo,
  transcription,
} from './media.ts'
import { chatInfo, type MeetingKind, meetingCapability, meetingInfo } from './meeting.ts'
import { endResult, failedTransfer, operation } from './operation.ts'
import {
  callRoute,
  incomingContext,
  invitationParticipantInfoOf,
  participant,
  participantInfoOf,
} from './participant.ts'
import { boolean, pickText, prose } from './text.ts'

/**
 * Kind of a call: a peer-to-peer call has targets, a group call has a meeting and a chat.
 *
 * @example
 * ```ts
 * import { anyCall, type CallKind } from 'graph-call-testkit/generators'
 *
 * const kind: CallKind = 'group'
 * const calls = anyCall({ kind })
 * ```
 * Source: the Get call page, Examples 1 and 2.
 */
export type CallKind = 'peer-to-peer' | 'group'

/** Constraints on the calls of a builder. Each list has the simplest value first. */
export interface CallShape {
  readonly kinds: readonly CallKind[]
  /** Directions, each with its possible states. */
  readonly directions: readonly { readonly direction: CallDirection; readonly states: readonly CallState[] }[]
  readonly media: readonly MediaKind[]
  /** True if a call may have no media config. */
  readonly withoutMedia: boolean
  /** Kinds of meeting info of group calls. */
  readonly meetings: readonly MeetingKind[]
  /** Kinds of identity of the people who call the bot or are called by it. */
  readonly identities: readonly IdentityKind[]
}

/** Identities of the bot: the application itself, or its resource account. */
const bot = ['application', 'applicationInstance'] as const

/** States of a call before it is answered. */
const unanswered: readonly CallState[] = ['incoming', 'establishing', 'redirecting']

/**
 * Returns a builder of calls of a shape. Properties of a call are consistent with each other.
 *
 * Sources: the Get call page (Examples 1 and 2), $metadata v1.0, the call end reasons.
 */
export function callOf(shape: CallShape): Build<Call> {
  const botCalling = participantInfoOf(bot)
  const botCalled = invitationParticipantInfoOf(bot)
  const caller = participantInfoOf(shape.identities)
  const callee = invitationParticipantInfoOf(shape.identities)
  const meeting = (choices: Choices) => meetingInfo(choices, shape.meetings)
  const media = (choices: Choices) => mediaConfig(choices, shape.media)

  return (choices) => {
    const { direction, states } = choices.pick(shape.directions)
    const state = choices.pick(states)
    const isGroup = choices.pick(shape.kinds) === 'group'
    const isIncoming = direction === 'incoming'
    const isAnswered = !unanswered.includes(state)
    const expanded = choices.absentOr(expansion, 1) ?? {}
    return omitUndefinedInPlace<Call>({
      '@odata.type': choices.tag('#microsoft.graph.call'),
      state,
      direction,
      callbackUri: callbackUri(choices),
      source: choices.one(isIncoming ? caller : botCalling),
      targets: isGroup ? choices.absentOr(emptyList) : choices.list(1, 3, isIncoming ? botCalled : callee),
      requestedModalities: choices.absentOr(modalities),
      mediaConfig:
        shape.media.length === 0
          ? choices.missing()
          : shape.withoutMedia
            ? choices.optional(media)
            : choices.one(media),
      chatInfo: isGroup ? choices.one(chatInfo) : choices.missing(),
      meetingInfo: isGroup ? choices.one(meeting) : choices.missing(),
      transcription: isGroup && isAnswered ? choices.optional(transcription) : choices.missing(),
      callRoutes: choices.absentOr(isIncoming ? callRoutes : emptyList),
      callOptions: choices.optional(isIncoming ? incomingCallOptions : outgoingCallOptions),
      incomingContext: isIncoming ? choices.optional(incomingContext) : choices.missing(),
      mediaState: choices.optional(callMediaState),
      audioRoutingGroups: expanded.audioRoutingGroups,
      contentSharingSessions: expanded.contentSharingSessions,
      operations: expanded.operations,
      participants: expanded.participants,
      callChainId: choices.optional(callChainId),
      tenantId: choices.optional(tenantId),
      myParticipantId: choices.optional(participantId),
      id: callId(choices),
      '@odata.context': choices.optional(context),
      subject: choices.optional(subject),
      ringingTimeoutInSeconds: choices.optional(ringingTimeout),
      resultInfo:
        state === 'terminated'
          ? choices.one(endResult)
          : state === 'established'
            ? choices.optional(failedTransfer)
            : choices.missing(),
      answeredBy: isAnswered ? choices.optional(isIncoming ? botCalling : caller) : choices.missing(),
      toneInfo: isAnswered ? choices.optional(toneInfo) : choices.missing(),
      activeModalities: choices.absentOr(activeModalities),
      routingPolicies: choices.absentOr(routingPolicies),
      terminationReason: state === 'terminated' ? choices.optional(terminationReason) : choices.missing(),
      meetingCapability: isGroup ? choices.optional(meetingCapability) : choices.missing(),
    })
  }
}

/** Navigation properties, which a GET returns only with `$expand`. Source: $metadata v1.0, call. */
export const expansions = [
  'participants',
  'operations',
  'audioRoutingGroups',
  'contentSharingSessions',
] as const

/** Builds one expanded navigation property. */
const expansion: Build<Pick<Call, (typeof expansions)[number]>> = (choices) => {
  switch (choices.pick(expansions)) {
    case 'participants':
      return { participants: choices.list(0, 3, participant) }
    case 'operations':
      return { operations: choices.list(0, 3, operation) }
    case 'audioRoutingGroups':
      return { audioRoutingGroups: choices.list(0, 2, audioRoutingGroup) }
    case 'contentSharingSessions':
      return { contentSharingSessions: choices.list(0, 2, contentSharingSession) }
  }
}

const emptyList = (): never[] => []
const callRoutes = (choices: Choices) => choices.list(0, 2, callRoute)

const callbackUri = pickText(
  'https://bot.contoso.com/callback',
  'https://bot.contoso.com:9441/api/calls?tenant=4b7c3b8a&retry=1',
  'HTTPS://bücher.contoso.com/%F0%9F%93%9E',
)
const context = pickText('https://graph.microsoft.com/v1.0/$metadata#communications/calls/$entity')
const subject = prose('Standup')
const terminationReason = pickText('Call ended', 'AppTransfer', '')

/** In seconds. */
const ringingTimeout: Build<number> = (choices) => choices.pick([30, 1, 0, 120, 99_999])

const incomingCallOptions: Build<CallOptions> = (choices) =>
  omitUndefined<IncomingCallOptions>({
    '@odata.type': '#microsoft.graph.incomingCallOptions',
    ...callOptions(choices),
  })

const outgoingCallOptions: Build<CallOptions> = (choices) =>
  omitUndefined<OutgoingCallOptions>({
    '@odata.type': '#microsoft.graph.outgoingCallOptions',
    ...callOptions(choices),
  })

const callOptions = (choices: Choices) => ({
  hideBotAfterEscalation: choices.optional(boolean),
  isContentSharingNotificationEnabled: choices.optional(boolean),
  isDeltaRosterEnabled: choices.optional(boolean),
  isInteractiveRosterEnabled: choices.optional(boolean),
})

/** Active modalities. No source lists all of them, and `unknown` was observed. */
const activeModalities = (choices: Choices) =>
  choices.some(['audio', 'unknown', 'video', 'videoBasedScreenSharing', 'data'])

const routingPolicies = (choices: Choices) => choices.some(['noMissedCall', 'disableForwarding'])
