import { endMessage } from '../lifecycle/end-reasons.ts'
import { completions } from '../model/completion-reasons.ts'
import type {
  CallState,
  ChangeType,
  CommsNotification,
  CommsNotifications,
  NotifiedItem,
  NotifiedResource,
  ReceivedCall,
  ReceivedParticipant,
} from '../model/types.generated.ts'
import { callOf } from './call.ts'
import type { Build, Choices } from './choices/choices.ts'
import type { Members } from './choices/members.ts'
import { weighted } from './choices/weighted.ts'
import { identityKinds } from './identity.ts'
import { callChainId, guid, notifiedCallId, participantId } from './ids.ts'
import { callMediaState, contentSharingSession, mediaKinds, toneInfo } from './media.ts'
import { chatInfo, meetingCapability, meetingInfo, meetingKinds } from './meeting.ts'
import { endResult, operation } from './operation.ts'
import { participant } from './participant.ts'

/** Resources that notifications are about, the simplest first. */
export const notifiedResources = [
  'call',
  'participants',
  'operation',
  'contentSharingSessions',
  'participantJoining',
  'participantLeft',
] as const

/**
 * Resource that a notification is about, as in a {@link NotificationEntry}.
 *
 * @example
 * ```ts
 * import { anyNotifications, type NotifiedResourceKind } from 'graph-call-testkit/generators'
 *
 * const resource: NotifiedResourceKind = 'participants'
 * const rosters = anyNotifications({ resource })
 * ```
 */
export type NotifiedResourceKind = (typeof notifiedResources)[number]

/** Change of a resource in a call. */
interface Change {
  readonly changeType: ChangeType
  /** Path of the resource below the call. */
  readonly path: string
  readonly data: NotifiedResource | NotifiedItem[] | undefined
}

/** Builds a change of the call with this ID, or of a resource in it. */
type BuildChange = (choices: Choices, callId: string) => Change

/** Weights of the resources that bots are notified of most. The weight of the others is 1. */
const likelyResources: Readonly<Partial<Record<NotifiedResourceKind, number>>> = {
  call: 4,
  participants: 2,
  operation: 2,
}

/**
 * Returns a builder of posts about resources of these kinds. `ofCall` is the ID of the call. By default it is any ID, and changes in the
 * same post are often about the same call.
 */
export function notificationsAbout(
  kinds: readonly NotifiedResourceKind[],
  ofCall?: string,
): Build<CommsNotifications> {
  const likely = weighted(kinds, (kind) => likelyResources[kind] ?? 1)
  const entryAbout = (choices: Choices, callId: string): CommsNotification => {
    const change = changes[choices.pickWeighted(likely)]
    const { changeType, path, data } = choices.one((choices) => change(choices, callId))
    const hasOlderPath = choices.flag(3)
    const resource = `calls/${encodeURIComponent(callId.toWellFormed())}${path}`
    return {
      '@odata.type': '#microsoft.graph.commsNotification',
      changeType,
      ...(hasOlderPath && { resource: `/app/${resource}` }),
      ...(!(hasOlderPath && choices.flag(1 / 7)) && { resourceUrl: `/communications/${resource}` }),
      ...(data && { resourceData: data }),
    }
  }
  return (choices) => {
    let previous = ofCall
    const entry: Build<CommsNotification> = (choices) => {
      const [isOther, other] = [choices.flag(), notifiedCallId(choices)]
      previous = ofCall ?? (isOther ? other : (previous ?? other))
      return entryAbout(choices, previous)
    }
    return {
      '@odata.type': '#microsoft.graph.commsNotifications',
      value: choices.list(1, 3, entry, 16),
    }
  }
}

const updated = (properties: ReceivedCall): Change => ({
  changeType: 'updated',
  path: '',
  data: { '@odata.type': '#microsoft.graph.call', ...properties },
})

/** Builds a call, complete and incoming. */
const incomingCall = callOf({
  kinds: ['peer-to-peer', 'group'],
  directions: [{ direction: 'incoming', states: ['incoming'] }],
  media: mediaKinds,
  withoutMedia: true,
  meetings: meetingKinds,
  identities: identityKinds,
})

/** State of an established call, or `unknownFutureValue`, which the service sends in place of a newer state. */
const establishedState: Members<CallState> = {
  current: ['established'],
  all: ['established', 'unknownFutureValue'],
}

/** Changes of a call, as captured: sparse, and usually without an ID. */
const callChanges: readonly BuildChange[] = [
  (choices) => updated({ state: choices.member(establishedState), ...chain(choices) }),
  (choices) => updated({ state: 'establishing', ...chain(choices) }),
  (choices) => updated({ state: 'established', direction: 'outgoing', ...chain(choices) }),
  (choices) =>
    updated({
      state: 'established',
      mediaState: choices.one(callMediaState),
      ...ofMeeting(choices),
      ...chain(choices),
    }),
  (choices) =>
    updated({
      state: 'established',
      chatInfo: choices.one(chatInfo),
      meetingInfo: choices.one((choices) => meetingInfo(choices)),
      ...ofMeeting(choices),
      ...chain(choices),
    }),
  (choices) => updated({ state: 'established', toneInfo: choices.one(toneInfo) }),
  () => updated({ state: 'transferring' }),
  () => updated({ state: 'transferAccepted' }),
  (choices) => updated({ state: 'established', resultInfo: failedTransfer(choices.pick([7000, 7700])) }),
  () => updated({ state: 'terminating' }),
  (choices) => ({
    ...updated({
      state: 'terminated',
      resultInfo: choices.one(endResult),
      ...ofMeeting(choices),
      ...chain(choices),
    }),
    changeType: 'deleted',
  }),
  () => ({ ...updated({}), changeType: 'deleted' }),
  (choices, id) => ({ changeType: 'created', path: '', data: { ...choices.one(incomingCall), id } }),
]

const chain = (choices: Choices) => ({ callChainId: callChainId(choices) })
const ofMeeting = (choices: Choices) => ({
  meetingCapability: choices.one(meetingCapability),
  coOrganizers: [],
})

/** Result of a failed transfer, with the misspelled subcode of the documentation. */
const failedTransfer = (subCode: number) => ({
  '@odata.type': '#microsoft.graph.resultInfo',
  code: 500,
  subCode,
  message: endMessage({ code: 500, subcode: subCode }),
})

const operationId = guid('dedfce6e-f4cd-4773-8296-4dd508455358')

/** Properties of participants that only rosters have. */
const rosterEntry: Build<ReceivedParticipant> = (choices) => {
  const { info, ...rest } = choices.one(participant)
  const id = participantId(choices)
  const replacementLink = `https://cc-01.calls.contoso.com/callParticipant/${id}/replacement`
  return {
    ...rest,
    info: {
      ...info,
      endpointId: choices.one(operationId),
      clientVersion: choices.pick([
        'ContosoBot (appid:2891555a-92ff-42e6-80fa-6e1300c6b5c6)',
        'SkypeSpaces/1415/1.0',
      ]),
      participantId: id,
      replacementLink,
    },
    publishedStates: [],
    meetingRole: choices.pick(['none', 'presenter', 'organizer']),
    replacementLink,
    isIdentityAnonymized: choices.flag(),
    id,
  }
}

const roster = (choices: Choices) => choices.longList(0, 4, rosterEntry)

const participantsChange: Build<Change> = (choices) => ({
  changeType: 'updated',
  path: '/participants',
  data: choices.flag(1 / 3)
    ? {
        '@odata.type': '#microsoft.graph.deltaParticipants',
        sequenceNumber: choices.pick([1, 7, 100]),
        participants: choices.one(roster),
      }
    : choices.one(roster),
})

/** Ends of media operations, by the type of the operation. */
const reasonsOf = Object.fromEntries(
  Object.entries(completions).map(([type, reasons]) => [`#microsoft.graph.${type}`, Object.entries(reasons)]),
)

const operationChange: Build<Change> = (choices) => {
  const id = operationId(choices)
  const data = choices.one(operation)
  const reasons = reasonsOf[data['@odata.type'] ?? '']
  const [completionReason, end] = reasons ? choices.pick(reasons) : []
  const isFailed = end ? end.status === 'failed' : choices.flag(1 / 4)
  return {
    changeType: 'deleted',
    path: `/operations/${id}`,
    data: {
      ...data,
      id,
      status: isFailed ? 'failed' : 'completed',
      ...(completionReason && { completionReason }),
      ...(end && { resultInfo: 'result' in end ? { ...end.result } : null }),
    },
  }
}

const contentSharingChange: Build<Change> = (choices) => {
  const changeType = choices.pick(['created', 'updated', 'deleted'] as const)
  const session = choices.one(contentSharingSession)
  return changeType === 'deleted' && choices.flag(1 / 3)
    ? { changeType, path: `/contentsharingsessions/${session.id}`, data: undefined }
    : { changeType, path: '/contentsharingsessions', data: [session] }
}

const changes: Readonly<Record<NotifiedResourceKind, BuildChange>> = {
  call: (choices, id) => choices.pick(callChanges)(choices, id),
  participants: participantsChange,
  operation: operationChange,
  contentSharingSessions: contentSharingChange,
  participantJoining: (choices, id) => ({
    changeType: 'created',
    path: '',
    data: {
      '@odata.type': '#microsoft.graph.participantJoiningNotification',
      call: { ...choices.one(incomingCall), id },
    },
  }),
  participantLeft: (choices, id) => ({
    changeType: 'deleted',
    path: '',
    data: {
      '@odata.type': '#microsoft.graph.participantLeftNotification',
      participantId: participantId(choices),
      call: { ...choices.one(incomingCall), id },
    },
  }),
}
