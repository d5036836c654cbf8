import type {
  AnyIdentitySet,
  ChatInfo,
  JoinMeetingIdMeetingInfo,
  MeetingInfo,
  OrganizerMeetingInfo,
  TokenMeetingInfo,
} from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { written } from './complete.ts'
import { identitySet } from './identity.ts'
import { guid } from './ids.ts'
import { boolean, oneOf } from './text.ts'

/** How a meeting is found. */
export const meetingKinds = ['organizer', 'token', 'join-meeting-id'] as const

/** How a meeting is found: by its organiser, a token, or the id that people type in. */
export type MeetingKind = (typeof meetingKinds)[number]

export function meetingInfo(choices: Choices, kinds: readonly MeetingKind[] = meetingKinds): MeetingInfo {
  switch (choices.pick(kinds)) {
    case 'organizer':
      return written<OrganizerMeetingInfo>({
        '@odata.type': '#microsoft.graph.organizerMeetingInfo',
        organizer: choices.one(organizer),
        allowConversationWithoutHost: choices.optional(boolean),
      })
    case 'token':
      return written<TokenMeetingInfo>({
        '@odata.type': '#microsoft.graph.tokenMeetingInfo',
        token: token(choices),
      })
    case 'join-meeting-id':
      return written<JoinMeetingIdMeetingInfo>({
        '@odata.type': '#microsoft.graph.joinMeetingIdMeetingInfo',
        joinMeetingId: joinMeetingId(choices),
        passcode: choices.optional(passcode),
      })
  }
}

const organizer: Build<AnyIdentitySet> = (choices) => identitySet(choices, organizers)
const organizers = ['user', 'guest', 'encrypted', 'onPremises'] as const
const token = oneOf('<meeting token>', 'eyJ0IjoiY29udG9zbyJ9', '')
const passcode = oneOf('invented', '123456', '')
const joinMeetingId = oneOf('200055501234', '200 055 501 234', '9')

export const chatInfo: Build<ChatInfo> = (choices) =>
  written<ChatInfo>({
    '@odata.type': choices.tag('#microsoft.graph.chatInfo'),
    threadId: choices.optional(threadId),
    messageId: choices.optional(messageId),
    replyChainMessageId: choices.optional(messageId),
  })

/** The thread of a meeting, or of a chat. Source: the examples of the call pages. */
const threadId: Build<string> = (choices) => {
  const ofChat = choices.flag(1 / 4)
  const id = threadGuid(choices)
  return ofChat ? `19:${id.replaceAll('-', '')}@thread.skype` : `19:meeting_${btoa(id)}@thread.v2`
}

const threadGuid = guid('cbee7c1c-860e-465f-8258-e3cebf7bee0d')

/** "0" for a scheduled meeting, a time in milliseconds for a message. */
const messageId = oneOf('0', '1770110127104', '1533758867081')
