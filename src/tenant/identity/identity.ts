import { parseUrl } from '../../model/parse-url.ts'
import { keyDocuments } from '../../model/sign-in.ts'
import type { RequestContext } from '../../odata/error-envelope.ts'
import { isGraphHost } from '../hosts/graph-hosts.ts'
import { isKeyHost, isServiceHost, isSignInHost } from '../hosts/service-hosts.ts'
import type { IncomingRequest, TenantResponse } from '../http/exchange.ts'
import { instanceDiscovery, keyConfiguration, tenantConfiguration } from './discovery-documents.ts'
import { anyTenant, type RegisteredApps } from './registered-apps.ts'
import { publicKeys } from './test-keys.ts'
import { respondToTokenRequest } from './token-endpoint.ts'
import { documentResponse, plainError, tokenErrorResponse } from './token-response.ts'
import type { TokenClock } from './token-time.ts'

/** Request that can be for a document or a token. */
export interface IdentityRequest extends IncomingRequest {
  /** Scheme, host and port under which the client reaches the tenant, for the URLs in documents. */
  readonly origin: string
}

/** Parts of a tenant that a response depends on. */
export interface IdentityParts {
  readonly apps: RegisteredApps
  readonly clock: TokenClock
}

/** Responds to a request for a document or a token. */
export type IdentityRoute = (
  parts: IdentityParts,
  context: RequestContext,
) => TenantResponse | Promise<TenantResponse>

/**
 * Returns the route of a request, or undefined if it is for another part of the tenant. Each host of Microsoft has only its own
 * paths. Every other host that the tenant responds to, such as localhost, has all of them.
 */
export function identityRouteOf(request: IdentityRequest): IdentityRoute | undefined {
  const route = knownRoute(request)
  if (route || isGraphHost(request.host) || !isServiceHost(request.host)) return route
  return (_, context) => plainError(404, {}, context)
}

/** True for URLs of keys, discovery documents and tokens on a host of Microsoft. */
export function isIdentityUrl(url: string): boolean {
  const { hostname: host, origin, pathname: path, search: query } = new URL(url)
  const request = { method: 'GET', host, origin, path, query, header: () => null }
  return isServiceHost(host) && knownRoute(request) !== undefined
}

function knownRoute(request: IdentityRequest): IdentityRoute | undefined {
  const { host } = request
  if (isGraphHost(host)) return undefined
  return (!isSignInHost(host) && keyRoute(request)) || (!isKeyHost(host) && signInRoute(request)) || undefined
}

function keyRoute({ method, host, origin, path }: IdentityRequest): IdentityRoute | undefined {
  const documents = isKeyHost(host) ? keyDocuments.filter((each) => each.host === host) : keyDocuments
  const isPath = (known: string) => known.toLowerCase() === path.toLowerCase()
  const configured = documents.find(({ configurationPath }) => isPath(configurationPath))
  if (configured) return (_, context) => reading(method, keyConfiguration(configured, origin), context)
  if (!documents.some(({ keysPath }) => isPath(keysPath))) return undefined
  return (_, context) => reading(method, publicKeys(), context)
}

/** Paths of Microsoft Entra: the tenant, and the rest of the path. */
const signInPath =
  /^\/([^/]+)\/(oauth2\/v2\.0\/token|v2\.0\/\.well-known\/openid-configuration|discovery\/v2\.0\/keys|discovery\/instance)\/?$/i

function signInRoute(request: IdentityRequest): IdentityRoute | undefined {
  const { method, origin, path } = request
  const [, encoded = '', target = ''] = signInPath.exec(path) ?? []
  const tenant = decoded(encoded)
  if (!target || tenant === undefined) return undefined
  if (/token$/i.test(target)) return tokenRoute(request, tenant)
  if (/keys$/i.test(target)) return (_, context) => reading(method, publicKeys(), context)
  if (/instance$/i.test(target)) return (_, context) => discoveryResponse(request, context)
  return ({ apps }, context) => {
    const tenantId = apps.tenantNamed(tenant)
    if (tenantId === undefined) return tokenErrorResponse({ code: 90002, values: { tenant } }, context)
    const issuerTenant = tenantId === anyTenant ? '{tenantid}' : tenantId
    return reading(method, tenantConfiguration(origin, encoded, issuerTenant), context)
  }
}

function tokenRoute({ method, header, body = '' }: IdentityRequest, tenant: string): IdentityRoute {
  return ({ apps, clock }, context) => {
    if (method !== 'POST') return plainError(405, { Allow: 'POST' }, context)
    const request = {
      tenant,
      contentType: header('content-type'),
      authorization: header('authorization'),
      clientRequestId: header('client-request-id'),
      body,
    }
    return respondToTokenRequest(request, apps, clock, context)
  }
}

/** Responds with the hosts of a cloud. An authorization endpoint on another host is unknown. */
function discoveryResponse(
  { method, origin, query }: IdentityRequest,
  context: RequestContext,
): TenantResponse {
  const endpoint = new URLSearchParams(query).get('authorization_endpoint') ?? ''
  const url = parseUrl(endpoint)
  if (!url || (url.origin !== origin && !isSignInHost(url.hostname))) {
    return tokenErrorResponse({ code: 50049 }, context)
  }
  return reading(method, instanceDiscovery(origin, url), context)
}

/** Responds to GET and HEAD with a document. */
function reading(method: string, document: object, context: RequestContext): TenantResponse {
  if (method === 'GET' || method === 'HEAD') return documentResponse(document, context)
  return plainError(405, { Allow: 'GET, HEAD' }, context)
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
