import type { ErrorFixtureName } from '../../../fixtures/index.ts'
import { checkedKey } from '../checked-values.ts'
import { readAccessToken } from '../identity/access-token.ts'
import type { RegisteredApps } from '../identity/registered-apps.ts'
import type { TokenClock } from '../identity/token-time.ts'

/** Returns the bearer token of an `Authorization` header. Source: RFC 6750, 2.1. */
export function tokenOf(authorization: string | null): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
}

const acceptedTokens = { any: true, issued: true } as const

/**
 * Tokens that a tenant accepts: all, or those that the token endpoint of a tenant has issued.
 *
 * @example
 * ```ts
 * const authorization: AcceptedTokens = 'issued'
 * const tenant = createTenant({ authorization })
 * ```
 */
export type AcceptedTokens = keyof typeof acceptedTokens

/** @throws TypeError if the option is not one of those above */
export function checkedAuthorization(accepts: AcceptedTokens = 'any'): AcceptedTokens {
  return checkedKey('authorization', acceptedTokens, accepts)
}

/** Rules for the tokens that a tenant accepts. */
export interface AuthorizationRules {
  /** The only valid token. */
  readonly token?: string | undefined
  /** Tokens that are valid if `token` is not set: all, or those that a tenant's token endpoint has issued. */
  readonly accepts: AcceptedTokens
  readonly apps: RegisteredApps
  readonly clock: TokenClock
}

/**
 * Returns the error for a token that is missing, wrong or expired. For an access token of a tenant's token endpoint, also
 * checks the tenant and the permissions if apps are registered.
 *
 * Source: reported responses of the Graph gateway (401) and of the calling service (7504, 7505).
 */
export function tokenError(
  token: string | undefined,
  { token: expected, accepts, apps, clock }: AuthorizationRules,
): ErrorFixtureName | undefined {
  if (!token) return 'access-token-empty'
  if (expected !== undefined) return token === expected ? undefined : 'access-token-expired'
  const issued = readAccessToken(token)
  if (!issued) return accepts === 'issued' ? 'access-token-expired' : undefined
  if (issued.expiresAt * 1_000 <= clock().now) return 'access-token-expired'
  if (apps.isOpen) return undefined
  if (issued.tenantId !== apps.tenantId) return 'tenant-mismatch'
  return issued.roles.some((role) => role.startsWith('Calls.'))
    ? undefined
    : 'insufficient-tenant-permissions'
}

/** App that has sent a request. */
export interface Caller {
  /** Id of the app, if a tenant's token endpoint has issued its token. */
  readonly appId?: string | undefined
  /** Permissions to check. Undefined if they are not known, or if no app is registered. */
  readonly roles?: readonly string[] | undefined
}

/** Returns the app of a token that was accepted. */
export function callerOf(token: string, { apps }: AuthorizationRules): Caller {
  const issued = readAccessToken(token)
  return { appId: issued?.appId, roles: apps.isOpen ? undefined : issued?.roles }
}
