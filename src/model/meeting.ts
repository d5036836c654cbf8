import { boolean, type ObjectType, object, property, string } from './definitions.ts'

const origin = '$metadata v1.0'

/** The meeting that a group call is, and its chat. */
export const meetingTypes = {
  chatInfo: {
    doc: 'The Teams chat that belongs to the meeting.',
    origin,
    properties: {
      messageId: property(
        string,
        'The message in the chat that started the meeting; "0" for a scheduled one.',
      ),
      replyChainMessageId: property(string, 'The message whose replies the meeting is in.'),
      threadId: property(string, 'The thread of the chat, e.g. "19:meeting_...@thread.v2".'),
    },
  },
  meetingInfo: {
    doc: 'How the meeting is found: by its organiser, a token or a meeting id.',
    origin,
    abstract: true,
    properties: {},
  },
  organizerMeetingInfo: {
    doc: 'A meeting that is found by its organiser.',
    origin,
    base: 'meetingInfo',
    properties: {
      organizer: property(object('identitySet'), 'Who organises the meeting.', { nullable: false }),
      allowConversationWithoutHost: property(
        boolean,
        'Whether the others may talk before the host is there.',
        {
          documented: 'Get call, Example 2; the metadata does not declare it',
        },
      ),
    },
  },
  tokenMeetingInfo: {
    doc: 'A meeting that is found by a token.',
    origin,
    base: 'meetingInfo',
    properties: { token: property(string, 'The token.', { nullable: false }) },
  },
  joinMeetingIdMeetingInfo: {
    doc: 'A meeting that is found by the id that people type in to join.',
    origin,
    base: 'meetingInfo',
    properties: {
      joinMeetingId: property(string, 'The id.', { nullable: false }),
      passcode: property(string, 'The passcode that goes with it.'),
    },
  },
} as const satisfies Record<string, ObjectType>
