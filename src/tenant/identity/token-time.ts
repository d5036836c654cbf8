/** Time at which a token is issued. */
export interface TokenTime {
  /** Milliseconds since 1970. */
  readonly now: number
  /** True for the real time, false for that of a virtual clock. */
  readonly isReal: boolean
}

/** Clock that the tokens of a tenant follow. */
export type TokenClock = () => TokenTime

/** Times in a token, in seconds since 1970. */
export interface TokenValidity {
  readonly issuedAt: number
  readonly expiresAt: number
}

/**
 * End of the tokens of a tenant with a virtual clock: 2099. Bots compare tokens with the real time, which a virtual clock does
 * not know.
 */
const endOfVirtualTokens = Date.UTC(2099, 0) / 1_000

/**
 * Returns the times of a token that a tenant issues now.
 *
 * @param lifetime - seconds for which the token is valid by the real clock
 */
export function validityOf({ now, isReal }: TokenTime, lifetime: number): TokenValidity {
  const issuedAt = Math.floor(now / 1_000)
  return {
    issuedAt,
    expiresAt: isReal ? issuedAt + lifetime : Math.max(endOfVirtualTokens, issuedAt + lifetime),
  }
}

/** Times that are in the past of every clock, real or virtual. */
export function expiredValidity(lifetime: number): TokenValidity {
  const issuedAt = Date.UTC(2001, 0) / 1_000
  return { issuedAt, expiresAt: issuedAt + lifetime }
}

/** Times that are in the future of every clock, real or virtual. */
export function futureValidity(lifetime: number): TokenValidity {
  const issuedAt = Date.UTC(2199, 0) / 1_000
  return { issuedAt, expiresAt: issuedAt + lifetime }
}
