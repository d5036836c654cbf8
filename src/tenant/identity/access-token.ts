import { hashOf } from '../hash.ts'
import { type Claims, decodedToken, signedToken } from './jwt.ts'
import { serviceKey } from './test-keys.ts'
import type { TokenValidity } from './token-time.ts'

/** Content of an access token for Graph. */
export interface AccessTokenContent {
  readonly appId: string
  readonly tenantId: string
  readonly roles: readonly string[]
  /** Graph's URL, as the scope has it. */
  readonly audience: string
  /** Credential of the app. */
  readonly credential: 'secret' | 'assertion'
  readonly validity: TokenValidity
}

/** Access token that a tenant of this package has issued. */
export interface IssuedToken {
  readonly appId: string
  readonly tenantId: string
  readonly roles: readonly string[]
  /** Seconds since 1970. */
  readonly expiresAt: number
}

/**
 * Returns an access token for Graph.
 *
 * @throws TypeError if the platform cannot sign
 * Source: Microsoft Entra, access token claims.
 */
export function issuedAccessToken(content: AccessTokenContent): Promise<string> {
  const { appId, tenantId, roles, audience, credential, validity } = content
  const objectId = guidOf(`${tenantId}/${appId}`)
  const claims = {
    aud: audience,
    iss: `https://sts.windows.net/${tenantId}/`,
    iat: validity.issuedAt,
    nbf: validity.issuedAt,
    exp: validity.expiresAt,
    appid: appId,
    appidacr: credential === 'secret' ? '1' : '2',
    idtyp: 'app',
    oid: objectId,
    roles,
    sub: objectId,
    tid: tenantId,
    ver: '1.0',
  }
  const { kid } = serviceKey
  return signedToken(
    { typ: 'JWT', alg: 'RS256', x5t: kid, kid },
    { ...claims, uti: checkOf(claims) },
    serviceKey,
  )
}

/** Newest access token that was read. Most clients send one token many times. */
let newest: { readonly token: string; readonly issued: IssuedToken | undefined } | undefined

/**
 * Returns the content of an access token of a tenant of this package, or undefined for any other token.
 *
 * Requests are handled synchronously, and WebCrypto verifies signatures asynchronously. The claim `uti` shows that the claims
 * were not changed. It does not protect them: the key is public, so a signature would not protect them either.
 */
export function readAccessToken(token: string): IssuedToken | undefined {
  if (!token.startsWith('eyJ')) return undefined
  if (newest?.token !== token) newest = { token, issued: decodedAccessToken(token) }
  return newest.issued
}

function decodedAccessToken(token: string): IssuedToken | undefined {
  const decoded = decodedToken(token)
  if (decoded?.header.kid !== serviceKey.kid) return undefined
  const { uti, ...claims } = decoded.claims
  const { appid: appId, tid: tenantId, exp: expiresAt, roles } = claims
  if (typeof uti !== 'string' || uti !== checkOf(claims)) return undefined
  if (typeof appId !== 'string' || typeof tenantId !== 'string' || typeof expiresAt !== 'number')
    return undefined
  return { appId, tenantId, expiresAt, roles: Array.isArray(roles) ? roles.map(String) : [] }
}

function checkOf(claims: Claims): string {
  const text = JSON.stringify(claims)
  return hexOf(text) + hexOf(`check ${text}`)
}

/** Returns a GUID that depends only on the text. */
function guidOf(text: string): string {
  const digits = [0, 1, 2, 3].map((part) => hexOf(`${part} ${text}`)).join('')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-a$4-$5')
}

function hexOf(text: string): string {
  return (hashOf(text) >>> 0).toString(16).padStart(8, '0')
}
