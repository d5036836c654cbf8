import type {
  AnyIdentitySet,
  ChatInfo,
  JoinMeetingIdMeetingInfo,
  MeetingCapability,
  MeetingInfo,
  OrganizerMeetingInfo,
  TokenMeetingInfo,
} from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { omitUndefined } from './complete.ts'
import { identitySetOf } from './identity.ts'
import { guid } from './ids.ts'
import { boolean, openDigits, openText, pickText } from './text.ts'

/** Kinds of meeting info, the simplest first. */
export const meetingKinds = ['organizer', 'token', 'join-meeting-id'] as const

/**
 * Kind of a meeting info: by organizer, by token, or by the id that people type in.
 *
 * @example
 * ```ts
 * import { anyMeetingInfo, type MeetingKind } from 'graph-call-testkit/generators'
 *
 * const meeting: MeetingKind = 'organizer'
 * const meetings = anyMeetingInfo({ meeting })
 * ```
 */
export type MeetingKind = (typeof meetingKinds)[number]

export function meetingInfo(choices: Choices, kinds: readonly MeetingKind[] = meetingKinds): MeetingInfo {
  switch (choices.pick(kinds)) {
    case 'organizer':
      return omitUndefined<OrganizerMeetingInfo>({
        '@odata.type': '#microsoft.graph.organizerMeetingInfo',
        organizer: choices.one(organizer),
        allowConversationWithoutHost: choices.optional(boolean),
      })
    case 'token':
      return omitUndefined<TokenMeetingInfo>({
        '@odata.type': '#microsoft.graph.tokenMeetingInfo',
        token: token(choices),
      })
    case 'join-meeting-id':
      return omitUndefined<JoinMeetingIdMeetingInfo>({
        '@odata.type': '#microsoft.graph.joinMeetingIdMeetingInfo',
        joinMeetingId: joinMeetingId(choices),
        passcode: choices.optional(passcode),
      })
  }
}

export const meetingCapability: Build<MeetingCapability> = (choices) =>
  omitUndefined<MeetingCapability>({
    '@odata.type': choices.tag('#microsoft.graph.meetingCapability'),
    allowAnonymousUsersToDialOut: choices.optional(boolean),
    allowAnonymousUsersToStartMeeting: choices.optional(boolean),
    autoAdmittedUsers: choices.optional(autoAdmittedUsers),
  })

const autoAdmittedUsers = pickText('everyoneInCompany', 'everyone')

const organizer: Build<AnyIdentitySet> = identitySetOf(['user', 'guest', 'encrypted', 'onPremises'])
const token = openText('<meeting token>', 'eyJ0IjoiY29udG9zbyJ9', '')
const passcode = openText('invented', '123456', '007007', '')
const joinMeetingId = openDigits('200055501234', '200 055 501 234', '020055501234', '9')

export const chatInfo: Build<ChatInfo> = (choices) =>
  omitUndefined<ChatInfo>({
    '@odata.type': choices.tag('#microsoft.graph.chatInfo'),
    threadId: choices.optional(threadId),
    messageId: choices.optional(messageId),
    replyChainMessageId: choices.optional(messageId),
  })

/** Builds the id of a thread of a meeting or a chat. Source: the examples of the call pages. */
const threadId: Build<string> = (choices) => {
  const isChat = choices.flag(1 / 4)
  const id = threadGuid(choices)
  return isChat ? `19:${id.replaceAll('-', '')}@thread.skype` : `19:meeting_${btoa(id)}@thread.v2`
}

const threadGuid = guid('cbee7c1c-860e-465f-8258-e3cebf7bee0d')

/** Id of a message: "0" for a scheduled meeting, or a time in milliseconds. */
const messageId = openDigits('0', '1770110127104', '1533758867081')
