import type { ErrorFixtureName } from '../../fixtures/index.ts'

/**
 * What is wrong with an `Authorization`, if anything is.
 *
 * @param wanted - the only token that will do; any that is not empty unless given
 * Source: reported answers of the Graph gateway.
 */
export function wrongWith(authorization: string | null, wanted?: string): ErrorFixtureName | undefined {
  const token = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
  if (!token) return 'access-token-empty'
  return wanted === undefined || token === wanted ? undefined : 'access-token-expired'
}
