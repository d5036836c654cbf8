import type { ErrorFixtureName } from '../../../fixtures/index.ts'

/** Returns the bearer token of an `Authorization` header. Source: RFC 6750, 2.1. */
export function tokenOf(authorization: string | null): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
}

/**
 * Returns the error for a missing or wrong token.
 *
 * @param expected - the only valid token; if not set, any token is valid
 * Source: reported responses of the Graph gateway.
 */
export function tokenError(token: string | undefined, expected?: string): ErrorFixtureName | undefined {
  if (!token) return 'access-token-empty'
  return expected === undefined || token === expected ? undefined : 'access-token-expired'
}
