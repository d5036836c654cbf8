import type { ErrorFixtureName } from '../../../fixtures/index.ts'

/** The token of an `Authorization`; none where it is empty, or of another kind. Source: RFC 6750, 2.1. */
export function tokenOf(authorization: string | null): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
}

/**
 * What is wrong with a token, if anything is.
 *
 * @param wanted - the only token that will do; any unless given
 * Source: reported answers of the Graph gateway.
 */
export function wrongWith(token: string | undefined, wanted?: string): ErrorFixtureName | undefined {
  if (!token) return 'access-token-empty'
  return wanted === undefined || token === wanted ? undefined : 'access-token-expired'
}
