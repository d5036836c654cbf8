import { accessTokenLifetime, callRoles, graphAppId } from '../../model/sign-in.ts'
import type { RequestContext } from '../../odata/error-envelope.ts'
import { hostsOfGraph } from '../hosts/graph-hosts.ts'
import type { TenantResponse } from '../http/exchange.ts'
import { issuedAccessToken } from './access-token.ts'
import { decodedToken } from './jwt.ts'
import { anyTenant, type RegisteredApps, type StoredApp } from './registered-apps.ts'
import { type TokenProblem, tokenErrorResponse, tokenResponse } from './token-response.ts'
import { type TokenClock, validityOf } from './token-time.ts'

/** Request for a token. */
export interface TokenRequest {
  /** Tenant in the path, percent-decoded. */
  readonly tenant: string
  readonly contentType: string | null
  readonly authorization: string | null
  readonly clientRequestId: string | null
  readonly body: string
}

/** Kind of credential of an app. */
type Credential = 'secret' | 'assertion'

/** Credentials of an app, as the request has them. */
interface ClientCredentials {
  readonly appId: string
  readonly secret: string | undefined
  readonly assertion: string | undefined
}

/** Parameters that a request must not repeat. Source: OAuth 2.0 (RFC 6749), 3.2. */
const parameters = ['client_id', 'client_secret', 'client_assertion', 'grant_type', 'scope'] as const

/** Type of a client assertion. Source: RFC 7523, 2.2. */
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * Responds to a request for a token by client credentials. Ignores the parameters that Microsoft's libraries add.
 *
 * Sources: client credentials flow; AADSTS error codes; reported requests of MSAL.
 */
export async function respondToTokenRequest(
  request: TokenRequest,
  apps: RegisteredApps,
  clock: TokenClock,
  received: RequestContext,
): Promise<TenantResponse> {
  const form = new URLSearchParams(request.body)
  const context = withCorrelation(received, form.get('client-request-id') ?? request.clientRequestId)
  const grant = grantFor(request, form, apps)
  if ('code' in grant) return tokenErrorResponse(grant, context)
  const lifetime = lifetimeFor(form.get('claims'))
  const accessToken = await issuedAccessToken({
    ...grant,
    validity: validityOf(clock(), lifetime),
  })
  const body = {
    token_type: 'Bearer',
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: accessToken,
  }
  return tokenResponse(body, context, grant.credential === 'assertion')
}

/** Token that an app may have. */
interface Grant {
  readonly appId: string
  readonly tenantId: string
  readonly roles: readonly string[]
  readonly audience: string
  readonly credential: Credential
}

function grantFor(request: TokenRequest, form: URLSearchParams, apps: RegisteredApps): Grant | TokenProblem {
  const tenantId = apps.tenantNamed(request.tenant)
  if (tenantId === undefined) return { code: 90002, values: { tenant: request.tenant } }
  const malformed = malformedReason(request, form)
  if (malformed) return { code: 90011, values: { reason: malformed } }
  const grantType = form.get('grant_type') ?? ''
  if (grantType !== 'client_credentials') return { code: 70003, values: { grantType } }
  const credentials = credentialsIn(form, request.authorization)
  if (!credentials.appId) return { code: 90011, values: { reason: 'client_id is missing' } }
  const app = appFor(credentials.appId, apps)
  if (!app || isElsewhere(app, tenantId, apps)) {
    return { code: 700016, values: { appId: credentials.appId, tenant: request.tenant } }
  }
  const audience = audienceOf(form.get('scope'), request.tenant)
  if (typeof audience !== 'string') return audience
  const credential = checkedCredential(credentials, app)
  if (typeof credential !== 'string') return credential
  return {
    appId: app.appId,
    tenantId: tenantId === anyTenant ? app.tenantId : tenantId,
    roles: app.roles,
    audience,
    credential,
  }
}

function malformedReason({ contentType }: TokenRequest, form: URLSearchParams): string | undefined {
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType ?? '')) {
    return 'the Content-Type must be application/x-www-form-urlencoded'
  }
  const repeated = parameters.find((name) => form.getAll(name).length > 1)
  if (repeated) return `${repeated} is repeated`
  return form.get('grant_type') ? undefined : 'grant_type is missing'
}

/** Reads the credentials from the form, or from basic authentication. Source: OAuth 2.0 (RFC 6749), 2.3.1. */
function credentialsIn(form: URLSearchParams, authorization: string | null): ClientCredentials {
  const [, basic] = /^basic +(\S+) *$/i.exec(authorization ?? '') ?? []
  if (basic !== undefined && !form.has('client_secret')) {
    const [appId = '', secret] = decodedPair(basic)
    return { appId, secret, assertion: undefined }
  }
  const hasAssertion = form.get('client_assertion_type') === assertionType
  return {
    appId: form.get('client_id') ?? '',
    secret: form.get('client_secret') ?? undefined,
    assertion: hasAssertion ? (form.get('client_assertion') ?? '') : undefined,
  }
}

function decodedPair(basic: string): readonly string[] {
  try {
    // The names and secrets are encoded as in a form.
    return atob(basic)
      .split(/:(.*)/s)
      .map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
  } catch {
    return []
  }
}

function appFor(appId: string, apps: RegisteredApps): StoredApp | undefined {
  if (!apps.isOpen) return apps.find(appId)
  return { appId, secret: undefined, secretExpired: false, tenantId: apps.tenantId, roles: callRoles }
}

/** True if the app has no service principal in a tenant: it is known in its own tenant and in the virtual one. */
function isElsewhere(app: StoredApp, tenantId: string, apps: RegisteredApps): boolean {
  if (tenantId === anyTenant || apps.isOpen) return false
  return tenantId !== app.tenantId && tenantId !== apps.tenantId
}

/** Names that a scope can contain next to a resource. Source: OpenID Connect scopes of Microsoft Entra. */
const openIdScopes = ['openid', 'profile', 'email', 'offline_access']

function audienceOf(scope: string | null, tenant: string): string | TokenProblem {
  const scopes = (scope ?? '').split(' ').filter((name) => name !== '' && !openIdScopes.includes(name))
  const [name, ...others] = scopes
  if (name === undefined || others.length > 0) return { code: 70011, values: { scope: scope ?? '' } }
  const [, resource] = /^(.+?)\/{1,2}\.default$/.exec(name) ?? []
  if (resource === undefined) return { code: 1002012, values: { scope: name } }
  if (resource.toLowerCase() === graphAppId) return resource
  const isGraph = hostsOfGraph.some((host) => resource.toLowerCase() === `https://${host}`)
  return isGraph ? resource : { code: 500011, values: { resource, tenant } }
}

/** Checks the credential of an app. The signature of an assertion is not checked, because the tenant has no key for it. */
function checkedCredential(
  { appId, secret, assertion }: ClientCredentials,
  app: StoredApp,
): Credential | TokenProblem {
  if (secret) {
    if (app.secret !== undefined && secret !== app.secret) return { code: 7000215, values: { appId } }
    return app.secretExpired ? { code: 7000222, values: { appId } } : 'secret'
  }
  if (assertion === undefined) return { code: 7000218 }
  return decodedToken(assertion) ? 'assertion' : { code: 50027 }
}

/** Returns the lifetime of a token. Clients with the capability cp1 support continuous access evaluation. */
function lifetimeFor(claims: string | null): number {
  const hasCapability = claims !== null && /"xms_cc"[^\]]*"cp1"/i.test(claims)
  return hasCapability ? accessTokenLifetime.withContinuousEvaluation : accessTokenLifetime.default
}

/** Uses the id of the client, if it has the form of one. */
function withCorrelation(context: RequestContext, id: string | null): RequestContext {
  return id !== null && /^[\da-f-]{36}$/i.test(id) ? { ...context, clientRequestId: id } : context
}
