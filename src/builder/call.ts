import type {
  Call,
  CallDirection,
  CallOptions,
  CallRoute,
  CallState,
  IncomingCallOptions,
  IncomingContext,
  InvitationParticipantInfo,
  OutgoingCallOptions,
  ParticipantInfo,
} from '../model/types.generated.ts'
import { chainRoutes, identityOf, refer, roster, routeWithin } from './call-roster.ts'
import type { Build, Choices } from './choices/choices.ts'
import { type Distribution, weightOf } from './choices/distribution.ts'
import { weighted } from './choices/weighted.ts'
import { cloneJson } from './clone-json.ts'
import { omitUndefined, omitUndefinedInPlace } from './complete.ts'
import { type IdentityKind, identitySetOf } from './identity.ts'
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
  participantInfoOf,
  participantInfoWith,
} from './participant.ts'
import { boolean, numberBelow, openText, openUri, pickText, prose } from './text.ts'

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
  /** Defaults to `'mixed'`. */
  readonly distribution?: Distribution | undefined
}

/** Identities of the bot: the application itself, or its resource account. */
const bot = ['application', 'applicationInstance'] as const

/** Weights of the kinds, states and directions that bots meet most. The weight of the others is 1. */
const likelyKinds: Readonly<Partial<Record<CallKind, number>>> = { 'peer-to-peer': 2 }
const likelyStates: Readonly<Partial<Record<CallState, number>>> = {
  established: 12,
  incoming: 3,
  terminated: 3,
  establishing: 2,
  unknownFutureValue: 1 / 3,
}

/** States of a call before it is answered. */
const unanswered: readonly CallState[] = ['incoming', 'establishing', 'redirecting']

/**
 * Returns a builder of calls of a shape. Properties of a call are consistent with each other.
 *
 * Sources: the Get call page (Examples 1 and 2), $metadata v1.0, the call end reasons.
 */
export function callOf(shape: CallShape): Build<Call> {
  const { distribution } = shape
  const botCalling = participantInfoOf(bot, distribution)
  const botCalled = invitationParticipantInfoOf(bot, distribution)
  const caller = participantInfoOf(shape.identities, distribution)
  const callee = invitationParticipantInfoOf(shape.identities, distribution)
  const kinds = weighted(shape.kinds, (kind) => weightOf(likelyKinds[kind], distribution))
  const directions = shape.directions.map(({ direction, states }) => ({
    direction,
    states: weighted(states, (state) => weightOf(likelyStates[state], distribution)),
  }))
  const meeting = (choices: Choices) => meetingInfo(choices, shape.meetings)
  const media = (choices: Choices) => mediaConfig(choices, shape.media)

  return (choices) => {
    const { direction, states } = choices.pick(directions)
    const state = choices.pickWeighted(states)
    const isGroup = choices.pickWeighted(kinds) === 'group'
    const isIncoming = direction === 'incoming'
    const isAnswered = !unanswered.includes(state)
    const source = choices.one(isIncoming ? caller : botCalling)
    const targets = isGroup
      ? choices.absentOr(emptyList)
      : choices.longList(1, 3, isIncoming ? botCalled : callee)
    const [target] = targets ?? []
    const myParticipantId = choices.optional(participantId)
    refer(isIncoming ? target : source, myParticipantId)
    const participants = choices.absentOr((choices) => {
      const others = isIncoming ? [source] : (targets ?? [])
      return roster(choices, [
        { id: myParticipantId, identity: identityOf(isIncoming ? target : source) ?? anyBot },
        ...others.map((other) => ({ id: other.participantId, identity: identityOf(other) })),
      ])
    }, expansionWeight)
    const groups = choices.absentOr(audioRoutingGroups, expansionWeight)
    if (groups && participants) routeWithin(groups, participants)
    const callRoutes = choices.absentOr((choices) => (isIncoming ? routesTo(choices, target) : []))
    // Copies of similar calls share their hidden classes.
    const complete = choices.isReplay ? omitUndefined : omitUndefinedInPlace
    return complete<Call>({
      '@odata.type': choices.tag('#microsoft.graph.call'),
      state,
      direction,
      callbackUri: callbackUri(choices),
      source,
      targets,
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
      callRoutes,
      callOptions: choices.optional(isIncoming ? incomingCallOptions : outgoingCallOptions),
      incomingContext: isIncoming ? choices.optional(contextOf(source, callRoutes)) : choices.missing(),
      mediaState: choices.optional(callMediaState),
      audioRoutingGroups: groups,
      contentSharingSessions: choices.absentOr(contentSharingSessions, expansionWeight),
      operations: choices.absentOr(operations, expansionWeight),
      participants,
      callChainId: choices.optional(callChainId),
      tenantId: choices.optional(tenantId),
      myParticipantId,
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
      answeredBy: isAnswered
        ? isIncoming
          ? refer(choices.optional(target ? answeringOne([target]) : botCalling), myParticipantId)
          : choices.optional(targets?.length ? answeringOne(targets) : caller)
        : choices.missing(),
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

/** Weight of each navigation property: about half of the calls have none, and one in ten has several. */
const expansionWeight = 1 / 6

const operations = (choices: Choices) => choices.longList(0, 3, operation)
const audioRoutingGroups = (choices: Choices) => choices.longList(0, 2, audioRoutingGroup)
const contentSharingSessions = (choices: Choices) => choices.longList(0, 2, contentSharingSession)

const emptyList = (): never[] => []
const anyBot = identitySetOf(bot)

/** Returns a builder of the participant that answered: one of the targets. */
function answeringOne(targets: readonly InvitationParticipantInfo[]): Build<ParticipantInfo> {
  return (choices) => {
    const target = choices.pick(targets)
    return refer(participantInfoWith(identityOf(target))(choices), target.participantId)
  }
}

/** Builds the routes of a call to a participant. Most of them follow each other. */
function routesTo(choices: Choices, called: InvitationParticipantInfo | undefined): CallRoute[] {
  const routes = choices.longList(0, 2, callRoute)
  if (choices.flag(2)) chainRoutes(routes, called)
  return routes
}

/** Returns a builder of the context of a call from this caller, on behalf of the one who forwarded it last. */
function contextOf(
  { participantId }: ParticipantInfo,
  routes: readonly CallRoute[] | undefined,
): Build<IncomingContext> {
  return (choices) => {
    const context = incomingContext(choices)
    if (context.sourceParticipantId && participantId) context.sourceParticipantId = participantId
    const forwarder = routes?.at(-1)?.original
    if (choices.flag(2) && context.onBehalfOf && forwarder) context.onBehalfOf = cloneJson(forwarder)
    return context
  }
}

const callbackUri = openUri(
  'https://bot.contoso.com/callback',
  'https://bot.contoso.com:9441/api/calls?tenant=4b7c3b8a&retry=1',
  'HTTPS://bücher.contoso.com/%F0%9F%93%9E',
)
const context = pickText('https://graph.microsoft.com/v1.0/$metadata#communications/calls/$entity')
const subject = prose('Standup')
const terminationReason = openText('Call ended', 'AppTransfer', '')

/** In seconds. */
const ringingTimeout: Build<number> = (choices) =>
  choices.pickOr([30, 1, 0, 120, 99_999], numberBelow(100_000))

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
