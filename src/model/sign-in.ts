/** Facts about the tokens of notifications and of Microsoft Entra. */

/** Issuers of the tokens on notifications. Bots accept both. Sources: calling authentication; samples of Microsoft. */
export const notificationIssuers = ['https://api.botframework.com', 'https://graph.microsoft.com'] as const

/**
 * Issuer of a token on a notification.
 *
 * @example
 * ```ts
 * import type { NotificationIssuer } from 'graph-call-testkit/tenant'
 *
 * const issuer: NotificationIssuer = 'https://graph.microsoft.com'
 * ```
 */
export type NotificationIssuer = (typeof notificationIssuers)[number]

/** Seconds for which a token of a notification is valid. Source: reported tokens. */
export const notificationTokenLifetime = 3_900

/** Seconds for which an access token is valid, and those for clients that support continuous access evaluation. Sources: client credentials flow; reported responses. */
export const accessTokenLifetime = { default: 3_599, withContinuousEvaluation: 86_399 } as const

/** Document from which bots get the keys for notifications. */
export interface KeyDocument {
  /** Host that has the document. */
  readonly host: string
  readonly configurationPath: string
  readonly keysPath: string
  readonly issuer: string
  /** Name of the algorithm. The first document does not spell it as the tokens do. */
  readonly algorithm: string
}

/** Documents with keys. Sources: Bot Framework, connector authentication; reported documents. */
export const keyDocuments: readonly KeyDocument[] = [
  {
    host: 'api.aps.skype.com',
    configurationPath: '/v1/.well-known/OpenIdConfiguration',
    keysPath: '/v1/keys',
    issuer: 'https://api.botframework.com',
    algorithm: 'RSA256',
  },
  {
    host: 'login.botframework.com',
    configurationPath: '/v1/.well-known/openidconfiguration',
    keysPath: '/v1/.well-known/keys',
    issuer: 'https://api.botframework.com',
    algorithm: 'RS256',
  },
  {
    host: 'login.botframework.azure.us',
    configurationPath: '/v1/.well-known/openidconfiguration',
    keysPath: '/v1/.well-known/keys',
    issuer: 'https://api.botframework.us',
    algorithm: 'RS256',
  },
]

/** Hosts of Microsoft Entra for each cloud; the first of each is the preferred one. Source: reported instance discovery. */
export const signInClouds = [
  {
    hosts: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
    cacheHost: 'login.windows.net',
    graph: 'graph.microsoft.com',
  },
  {
    hosts: ['login.microsoftonline.us', 'login.usgovcloudapi.net'],
    cacheHost: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
  },
] as const

/** App id of Microsoft Graph, which scopes can name instead of its URL. Source: Microsoft Entra, first-party apps. */
export const graphAppId = '00000003-0000-0000-c000-000000000000'

/**
 * Application permissions for calls. Source: Create call, permissions.
 *
 * @example
 * ```ts
 * import type { CallRole } from 'graph-call-testkit/tenant'
 *
 * const roles: readonly CallRole[] = ['Calls.Initiate.All', 'Calls.AccessMedia.All']
 * ```
 */
export type CallRole = (typeof callRoles)[number]

/** Application permissions for calls. Source: Create call, permissions. */
export const callRoles = [
  'Calls.Initiate.All',
  'Calls.InitiateGroupCall.All',
  'Calls.JoinGroupCall.All',
  'Calls.JoinGroupCallAsGuest.All',
  'Calls.AccessMedia.All',
] as const

/** Error of the token endpoint. Its text has placeholders in braces. */
export interface SignInError {
  readonly status: 400 | 401
  /** Error code of OAuth 2.0. */
  readonly error: string
  readonly text: string
  /** True if no source shows the status. */
  readonly isStatusAssumed: boolean
}

/**
 * Errors of the token endpoint by their number. The numbers and `error` are documented, the status of 7000215 is reported, and
 * the texts are similar to those of the service.
 *
 * Sources: AADSTS error codes; client credentials flow, error response; reported responses.
 */
export const signInErrors = {
  50027: assumed(401, 'invalid_client', 'JWT token is invalid or malformed.'),
  50049: assumed(400, 'invalid_instance', 'Unknown or invalid instance.'),
  500011: assumed(
    400,
    'invalid_resource',
    'The resource principal named {resource} was not found in the tenant named {tenant}.',
  ),
  70003: assumed(400, 'unsupported_grant_type', "The app requested an unsupported grant type '{grantType}'."),
  70011: assumed(
    400,
    'invalid_scope',
    "The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
  ),
  700016: assumed(
    400,
    'unauthorized_client',
    "Application with identifier '{appId}' was not found in the directory '{tenant}'.",
  ),
  7000215: {
    status: 401,
    error: 'invalid_client',
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{appId}'.",
    isStatusAssumed: false,
  },
  7000218: assumed(
    401,
    'invalid_client',
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  ),
  7000222: assumed(401, 'invalid_client', "The provided client secret keys for app '{appId}' are expired."),
  90002: assumed(400, 'invalid_request', "Tenant '{tenant}' not found."),
  90011: {
    ...assumed(400, 'invalid_request', 'The request is malformed: {reason}.'),
    isStatusAssumed: false,
  },
  1002012: assumed(
    400,
    'invalid_scope',
    'The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
  ),
} as const satisfies Record<number, SignInError>

/** Number of an error of the token endpoint. */
export type SignInErrorCode = keyof typeof signInErrors

function assumed(status: SignInError['status'], error: string, text: string): SignInError {
  return { status, error, text, isStatusAssumed: true }
}
