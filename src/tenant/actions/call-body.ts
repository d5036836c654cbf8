import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { hashOf } from '../hash.ts'
import type { ActionRequest } from './action.ts'

/** Properties that the service adds to the call that a bot creates. Source: Create call, Example 1. */
const addedProperties = {
  callRoutes: [],
  activeModalities: [],
  routingPolicies: [],
  subject: null,
  terminationReason: null,
  ringingTimeoutInSeconds: null,
  mediaState: null,
  resultInfo: null,
  answeredBy: null,
  chatInfo: null,
  meetingInfo: null,
  transcription: null,
  meetingCapability: null,
  toneInfo: null,
} as const

/** Ids of a call that a bot creates. */
interface CreatedIds {
  readonly id: string
  readonly callChainId: string
  readonly myParticipantId: string
}

/** Returns the call that a bot creates, as the response shows it. Source: Create call, Examples. */
export function createdCall({ body, context, appId }: ActionRequest, ids: CreatedIds): JsonObject {
  const { '@odata.type': _, id: _id, ...sent } = body
  return {
    '@odata.context': context,
    '@odata.type': '#microsoft.graph.call',
    ...addedProperties,
    source: sourceOf(appId),
    targets: [],
    requestedModalities: [],
    ...sent,
    ...(sent['meetingInfo'] ? { chatInfo: chatOf(sent) } : {}),
    state: 'establishing',
    direction: 'outgoing',
    ...ids,
  }
}

/**
 * Returns the chat of a meeting. The service adds it if the bot joins with a join id (Create call, Example 7); that it also
 * does so for a token is assumed. The same meeting always gets the same chat.
 */
function chatOf({ chatInfo, meetingInfo }: JsonObject): JsonObject {
  const { joinMeetingId, token } = isJsonObject(meetingInfo) ? meetingInfo : {}
  const threadId = `19:meeting_${hexOf(String(joinMeetingId ?? token ?? ''))}@thread.v2`
  return {
    '@odata.type': '#microsoft.graph.chatInfo',
    threadId,
    messageId: '0',
    replyChainMessageId: null,
    ...(isJsonObject(chatInfo) && chatInfo),
  }
}

/** Returns a hash of a text as 16 hexadecimal digits. */
function hexOf(text: string): string {
  return [text, `${text.length}:${text}`]
    .map((each) => (hashOf(each) >>> 0).toString(16).padStart(8, '0'))
    .join('')
}

/** Returns the caller of a call that a bot creates. */
function sourceOf(appId: string | undefined): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.participantInfo',
    identity: {
      '@odata.type': '#microsoft.graph.identitySet',
      application: {
        '@odata.type': '#microsoft.graph.identity',
        id: appId ?? anonymousApp,
        displayName: 'Calling bot',
      },
    },
    countryCode: null,
    endpointType: null,
    region: null,
    languageId: null,
  }
}

/** Id of an app whose token does not name it. */
export const anonymousApp = '0a990000-0000-4000-8000-000000000000'
