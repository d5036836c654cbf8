import { derivedTypesOf, enumType, type Provenance } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'

/** A kind of body that can be mistaken for a call or for notifications. */
export interface BodyKind {
  /** Description for a message: "This is ...". */
  readonly found: string
  /** Suggested fix. By default, that of the expected body. */
  readonly fix?: string
  /** Types of this kind, without the namespace. */
  readonly types?: readonly string[]
  /** True if a body without `@odata.type` looks like one of this kind. */
  readonly isLike: (body: JsonObject) => boolean
  readonly provenance: Provenance
  readonly origin: string
}

const isNotification = (value: unknown) =>
  isJsonObject(value) &&
  'changeType' in value &&
  ('resource' in value || 'resourceUrl' in value || 'resourceData' in value)

const hasNeither = (body: JsonObject, ...keys: readonly string[]) =>
  keys.every((key) => !Object.hasOwn(body, key))

const hasText = (body: JsonObject, key: string) => typeof body[key] === 'string'

const hasArray = (body: JsonObject, key: string) => Array.isArray(body[key])

const hasObject = (body: JsonObject, key: string) => isJsonObject(body[key])

/** True for the text of a JSON object, as in an event of a serverless function. */
const hasJson = (body: JsonObject, key: string) => hasText(body, key) && /^\s*\{/.test(String(body[key]))

const operationStatuses: readonly unknown[] = [
  ...enumType('operationStatus').members,
  ...(enumType('operationStatus').alsoReceived ?? []),
]

const checkStatus = 'Check the status of the response first.'

/** Kinds of bodies that were passed in place of a call, the most specific first. */
export const bodyKinds: readonly BodyKind[] = [
  {
    found: 'the body of an error',
    fix: 'Check the status of the response first, and parse errors with callErrorSchema.',
    types: ['callError'],
    isLike: ({ id, error }) =>
      id === undefined && isJsonObject(error) && ('code' in error || 'message' in error),
    provenance: 'documented',
    origin: 'Graph error responses',
  },
  {
    found: 'an error of Microsoft Entra',
    fix: 'The request for a token failed: check its status, and see error_description.',
    isLike: (body) => hasNeither(body, 'id') && hasText(body, 'error'),
    provenance: 'documented',
    origin: 'Microsoft Entra, client credentials flow, Error response',
  },
  {
    found: 'an access token',
    fix: 'Request the call with it, and pass the body of that response.',
    isLike: (body) => hasNeither(body, 'id') && hasText(body, 'access_token'),
    provenance: 'documented',
    origin: 'Microsoft Entra, client credentials flow, Successful response',
  },
  {
    found: 'an error of the calling service',
    fix: checkStatus,
    isLike: (body) => hasNeither(body, 'id', 'state') && Object.hasOwn(body, 'errorCode'),
    provenance: 'reported',
    origin: 'messages of errors with the code UnknownError',
  },
  {
    found: 'a post of change notifications',
    fix: 'A subscription sends it. The notifications of a call arrive at its callbackUri.',
    isLike: ({ value, validationTokens }) =>
      Array.isArray(value) &&
      (Array.isArray(validationTokens) || (isJsonObject(value[0]) && 'subscriptionId' in value[0])),
    provenance: 'documented',
    origin: 'changeNotificationCollection resource',
  },
  {
    found: 'a post of notifications',
    fix: 'Read it with readNotifications, or with commsNotificationsSchema. Each notification has the call in resourceData.',
    types: ['commsNotifications'],
    isLike: ({ value }) => Array.isArray(value) && isJsonObject(value[0]) && 'changeType' in value[0],
    provenance: 'metadata',
    origin: '$metadata v1.0, commsNotifications',
  },
  {
    found: 'a subscription',
    types: ['subscription'],
    isLike: (body) => hasText(body, 'notificationUrl'),
    provenance: 'documented',
    origin: 'subscription resource',
  },
  {
    found: 'a single notification',
    fix: 'Read the body of the post with readNotifications. The call of a notification is in resourceData.',
    types: ['commsNotification'],
    isLike: isNotification,
    provenance: 'metadata',
    origin: '$metadata v1.0, commsNotification',
  },
  {
    found: 'a notification that a participant joins or leaves',
    fix: 'Its property call has the call. Policy-based recording bots receive it.',
    types: ['participantJoiningNotification', 'participantLeftNotification'],
    isLike: () => false,
    provenance: 'documented',
    origin: 'the pages of policy-based recording',
  },
  {
    found: 'a list',
    isLike: (body) => hasNeither(body, 'id', 'state') && hasArray(body, 'value'),
    provenance: 'documented',
    origin: 'OData JSON Format 4.0, 12',
  },
  {
    found: 'the responses of a batch',
    fix: 'Pass the body of one response.',
    isLike: (body) => hasNeither(body, 'id', 'state') && hasArray(body, 'responses'),
    provenance: 'documented',
    origin: 'JSON batching',
  },
  {
    found: 'an activity of the Bot Framework',
    fix: 'Give calls a callbackUri of their own: the messages of a bot arrive at another endpoint.',
    isLike: (body) => hasText(body, 'serviceUrl') && hasText(body, 'channelId'),
    provenance: 'documented',
    origin: 'Bot Framework, Activity object',
  },
  {
    found: 'a response with its status',
    fix: 'Pass only the body of the response.',
    isLike: ({ status, body, data }) =>
      typeof status === 'number' && (body !== undefined || data !== undefined),
    provenance: 'documented',
    origin: 'JSON batching',
  },
  {
    found: 'a call in the older Skype format',
    fix: 'Respond with status 204: the service then sends the same call in the format of Graph.',
    isLike: (body) => hasNeither(body, 'state') && hasText(body, 'callState'),
    provenance: 'documented',
    origin: 'Teams, Incoming call notifications',
  },
  {
    found: 'a call record',
    types: ['callRecords.callRecord'],
    isLike: (body) =>
      hasNeither(body, 'state') &&
      (hasArray(body, 'modalities') || ('version' in body && 'organizer' in body)),
    provenance: 'documented',
    origin: 'Get callRecord',
  },
  {
    found: 'a participant',
    types: ['participant', 'participantInfo', 'invitationParticipantInfo'],
    isLike: (body) =>
      hasNeither(body, 'state') && ('isInLobby' in body || 'info' in body || hasArray(body, 'mediaStreams')),
    provenance: 'documented',
    origin: 'Get participant',
  },
  {
    found: 'an audio routing group',
    types: ['audioRoutingGroup'],
    isLike: (body) => hasNeither(body, 'state') && hasText(body, 'routingMode'),
    provenance: 'metadata',
    origin: '$metadata v1.0, audioRoutingGroup',
  },
  {
    found: 'an operation',
    types: ['commsOperation', ...derivedTypesOf('commsOperation')],
    isLike: ({ status, ...body }) =>
      hasNeither(body, 'state') &&
      typeof status === 'string' &&
      ('clientContext' in body || operationStatuses.includes(status)),
    provenance: 'documented',
    origin: 'commsOperation resource',
  },
  {
    found: 'a content sharing session',
    types: ['contentSharingSession'],
    isLike: (body) => hasNeither(body, 'state') && hasText(body, 'presenterParticipantId'),
    provenance: 'metadata',
    origin: '$metadata v1.0, contentSharingSession',
  },
  {
    found: 'a chat or a message',
    types: ['chat', 'chatMessage'],
    isLike: (body) =>
      hasNeither(body, 'state') && (hasText(body, 'chatType') || hasText(body, 'messageType')),
    provenance: 'documented',
    origin: 'Get chat; Get chatMessage',
  },
  {
    found: 'a presence',
    types: ['presence'],
    isLike: (body) => hasNeither(body, 'state') && hasText(body, 'availability') && hasText(body, 'activity'),
    provenance: 'documented',
    origin: 'Get presence',
  },
  {
    found: 'a transcript or a recording',
    types: ['callTranscript', 'callRecording'],
    isLike: (body) =>
      hasNeither(body, 'state') &&
      (hasText(body, 'transcriptContentUrl') || hasText(body, 'recordingContentUrl')),
    provenance: 'documented',
    origin: 'Get callTranscript; Get callRecording',
  },
  {
    found: 'an event',
    types: ['event'],
    isLike: (body) => hasNeither(body, 'state') && hasObject(body, 'start') && hasObject(body, 'end'),
    provenance: 'documented',
    origin: 'Get event',
  },
  {
    found: 'a user',
    types: ['user'],
    isLike: (body) => hasText(body, 'userPrincipalName'),
    provenance: 'documented',
    origin: 'Get user',
  },
  {
    found: 'an online meeting',
    types: ['onlineMeeting'],
    isLike: (body) => hasNeither(body, 'state') && hasText(body, 'joinWebUrl'),
    provenance: 'documented',
    origin: 'Get onlineMeeting',
  },
  {
    found: 'a call',
    fix: 'Check it with readCall or callSchema.',
    types: ['call'],
    isLike: (body) => hasText(body, 'state') || hasText(body, 'callbackUri'),
    provenance: 'metadata',
    origin: '$metadata v1.0, call',
  },
  {
    found: 'a HAR file',
    fix: 'Pass the body of one response, or check all of them: graph-call-testkit drift --traffic FILE.',
    isLike: ({ log }) => isJsonObject(log) && hasArray(log, 'entries'),
    provenance: 'documented',
    origin: 'HAR 1.2, log',
  },
  {
    found: 'an object that contains the body',
    fix: 'Pass only that property: body, data, call or resourceData. If it is a string, parse it first.',
    isLike: (body) =>
      hasNeither(body, 'id', 'state') &&
      ['body', 'data', 'call', 'resourceData'].some((key) => hasObject(body, key) || hasJson(body, key)),
    provenance: 'documented',
    origin: 'Get call, Response',
  },
]
