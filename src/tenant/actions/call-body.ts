import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { hashOf } from '../hash.ts'
import { type ActionRequest, metadataUrlOf } from './action.ts'

/** Properties of the call that a bot creates, in the order of the response. Source: Create call, Example 1. */
const emptyCall = {
  state: null,
  direction: null,
  callbackUri: null,
  callChainId: null,
  callRoutes: [],
  source: null,
  targets: [],
  requestedModalities: [],
  activeModalities: [],
  mediaConfig: null,
  routingPolicies: [],
  tenantId: null,
  myParticipantId: null,
  id: null,
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

/** Properties of the source and of each target, null if the bot has not sent them. Source: Create call, Examples 1 and 2. */
const emptySource = { countryCode: null, endpointType: null, region: null, languageId: null } as const
const emptyTarget = { endpointType: null, region: null, replacesCallId: null, languageId: null } as const

/** Bot that creates a call, as far as it is known. */
interface CallingBot {
  readonly appId: string | undefined
  readonly displayName: string | undefined
}

/** Facts about a call that a bot creates. */
interface CreatedFacts {
  readonly caller: CallingBot
  readonly id: string
  readonly callChainId: string
  readonly myParticipantId: string
}

/** Returns the call that a bot creates, as the response shows it. Source: Create call, Examples. */
export function createdCall(request: ActionRequest, { caller, ...ids }: CreatedFacts): JsonObject {
  const { body } = request
  const { '@odata.type': _, id: _id, ...sent } = body
  const { source, targets, mediaConfig } = sent
  return {
    '@odata.context': `${metadataUrlOf(request)}#app/calls/$entity`,
    '@odata.type': '#microsoft.graph.call',
    ...emptyCall,
    ...sent,
    source: isJsonObject(source) ? completed(source, emptySource) : sourceOf(caller),
    ...(Array.isArray(targets) && { targets: targets.map((each) => completed(each, emptyTarget)) }),
    mediaConfig: isServiceHosted(mediaConfig) ? completed(mediaConfig, { preFetchMedia: [] }) : mediaConfig,
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

/** Adds properties that an object lacks. */
function completed(value: unknown, missing: JsonObject): unknown {
  if (!isJsonObject(value)) return value
  const { '@odata.type': type, identity, ...rest } = value
  return {
    ...(type !== undefined && { '@odata.type': type }),
    ...(identity !== undefined && { identity }),
    ...missing,
    ...rest,
  }
}

function isServiceHosted(mediaConfig: unknown): boolean {
  return isJsonObject(mediaConfig) && /serviceHostedMediaConfig$/.test(String(mediaConfig['@odata.type']))
}

/** Returns the caller of a call that a bot creates. */
function sourceOf({ appId = anonymousApp, displayName = 'Calling bot' }: CallingBot): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.participantInfo',
    identity: {
      '@odata.type': '#microsoft.graph.identitySet',
      application: {
        '@odata.type': '#microsoft.graph.identity',
        id: appId,
        displayName,
      },
    },
    ...emptySource,
  }
}

/** Id of an app whose token does not name it. */
export const anonymousApp = '0a990000-0000-4000-8000-000000000000'
