import { boolean, type ObjectType, object, property, string } from './definitions.ts'

const origin = '$metadata v1.0'
const capabilities = 'beta: meetingCapability resource; the metadata does not declare it'

/** Meeting of a group call and its chat. */
export const meetingTypes = {
  chatInfo: {
    doc: 'Teams chat of a meeting.',
    origin,
    properties: {
      messageId: property(
        string,
        'ID of the chat message that started the meeting. "0" for a scheduled meeting.',
      ),
      replyChainMessageId: property(string, 'ID of the message whose reply chain contains the meeting.'),
      threadId: property(string, 'ID of the chat thread, for example "19:meeting_...@thread.v2".'),
    },
  },
  meetingCapability: {
    doc: 'Capabilities of a meeting. Often empty.',
    origin: capabilities,
    properties: {
      allowAnonymousUsersToDialOut: property(boolean, 'True if anonymous users can call phones.', {
        documented: capabilities,
      }),
      allowAnonymousUsersToStartMeeting: property(boolean, 'True if anonymous users can start the meeting.', {
        documented: capabilities,
      }),
      autoAdmittedUsers: property(string, 'People who skip the lobby, for example "everyoneInCompany".', {
        documented: capabilities,
      }),
    },
  },
  meetingInfo: {
    doc: 'Meeting, identified by its organizer, a token or a meeting ID.',
    origin,
    abstract: true,
    properties: {},
  },
  organizerMeetingInfo: {
    doc: 'Meeting identified by its organizer.',
    origin,
    base: 'meetingInfo',
    properties: {
      organizer: property(object('identitySet'), 'Organizer of the meeting.', { nullable: false }),
      allowConversationWithoutHost: property(
        boolean,
        'True if participants can talk before the host joins.',
        {
          documented: 'Get call, Example 2; the metadata does not declare it',
        },
      ),
    },
  },
  tokenMeetingInfo: {
    doc: 'Meeting identified by a token.',
    origin,
    base: 'meetingInfo',
    properties: { token: property(string, 'Token of the meeting.', { nullable: false }) },
  },
  joinMeetingIdMeetingInfo: {
    doc: 'Meeting identified by the ID that people enter to join.',
    origin,
    base: 'meetingInfo',
    properties: {
      joinMeetingId: property(string, 'Meeting ID.', { nullable: false }),
      passcode: property(string, 'Passcode of the meeting.'),
    },
  },
} as const satisfies Record<string, ObjectType>
