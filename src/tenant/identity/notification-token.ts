import {
  type NotificationIssuer,
  notificationIssuers,
  notificationTokenLifetime,
} from '../../model/sign-in.ts'
import { checkedKey } from '../checked-values.ts'
import { type Claims, signedToken } from './jwt.ts'
import { foreignKey, serviceKey } from './test-keys.ts'
import {
  expiredValidity,
  futureValidity,
  type TokenTime,
  type TokenValidity,
  validityOf,
} from './token-time.ts'

/** Faults of a token, with what is wrong with it. A bot must reject each of them. */
export const tokenFaults = {
  'no-token': 'the request has no token',
  unsigned: 'the algorithm is "none", and the signature is empty',
  'wrong-key': 'the key in the header is published, but another key has signed the token',
  'unknown-key': 'the key set does not contain the key in the header',
  'wrong-audience': 'the token is for another bot',
  'wrong-issuer': 'the issuer is not a service of Microsoft',
  expired: 'the token has expired',
  'not-yet-valid': 'the token is not valid yet',
  'missing-tenant': 'the token does not name a tenant: it has no tid',
} as const satisfies Readonly<Record<string, string>>

/**
 * Fault of the token on a notification. A bot must reject such a request.
 *
 * - `no-token`: the request has no token
 * - `unsigned`: the algorithm is `none`, and the signature is empty
 * - `wrong-key`: the key in the header is published, but another key has signed the token
 * - `unknown-key`: the key set does not contain the key in the header
 * - `wrong-audience`: the token is for another bot
 * - `wrong-issuer`: the issuer is not a service of Microsoft
 * - `expired`, `not-yet-valid`: at every time, by the real clock and by the tenant's
 * - `missing-tenant`: the token has no `tid`
 *
 * @example
 * ```ts
 * const faults: TokenFault[] = ['wrong-key', 'expired', 'missing-tenant']
 * ```
 */
export type TokenFault = keyof typeof tokenFaults

/** Content of the token on a notification. */
export interface NotificationTokenOptions {
  /** App id of the bot. */
  readonly audience: string
  /** Tenant of the call. */
  readonly tenantId: string
  readonly time: TokenTime
  /** Defaults to `https://api.botframework.com`. No source says which of the two the service uses today. */
  readonly issuer?: NotificationIssuer | undefined
  readonly fault?: TokenFault | undefined
}

/** Seconds for which the same token is used: the last notification still has a token that is valid for five minutes. */
const reusedFor = 3_600

/** App id and issuer in tokens that a bot has to reject. */
const otherAudience = '0badc0de-0000-4000-a000-000000000001'
const otherIssuer = 'https://issuer.invalid'

/**
 * Returns the token that the service sends with a notification, or undefined without a token. Notifications to a bot within an
 * hour have the same token, so it depends only on the options.
 *
 * @throws TypeError if the fault does not exist, or the platform cannot sign
 * Sources: calling authentication; reported tokens (header and claims).
 */
export async function notificationToken(options: NotificationTokenOptions): Promise<string | undefined> {
  const { fault } = options
  if (fault !== undefined) checkedKey('token fault', tokenFaults, fault)
  if (fault === 'no-token') return undefined
  const claims = claimsOf(options)
  if (fault === 'unsigned') return signedToken({ alg: 'none', typ: 'JWT' }, claims, serviceKey)
  const kid = fault === 'unknown-key' ? foreignKey.kid : serviceKey.kid
  const key = fault === 'unknown-key' || fault === 'wrong-key' ? foreignKey : serviceKey
  return signedToken({ alg: 'RS256', kid, x5t: kid, typ: 'JWT' }, claims, key)
}

function claimsOf(options: NotificationTokenOptions): Claims {
  const { audience, tenantId, issuer = notificationIssuers[0], fault } = options
  const { issuedAt, expiresAt } = timesOf(options)
  return {
    ...(fault !== 'missing-tenant' && { tid: tenantId }),
    aud: fault === 'wrong-audience' ? otherAudience : audience,
    iss: fault === 'wrong-issuer' ? otherIssuer : issuer,
    nbf: issuedAt,
    iat: issuedAt,
    exp: expiresAt,
  }
}

function timesOf({ time, fault }: NotificationTokenOptions): TokenValidity {
  if (fault === 'expired') return expiredValidity(notificationTokenLifetime)
  if (fault === 'not-yet-valid') return futureValidity(notificationTokenLifetime)
  return validityOf({ ...time, now: tokenPeriod(time) }, notificationTokenLifetime)
}

/** Returns the start of the hour in which all tokens are the same, in milliseconds since 1970. */
export function tokenPeriod({ now }: TokenTime): number {
  return now - mod(now, reusedFor * 1_000)
}

/** Remainder that is never negative, also for times before 1970. */
function mod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor
}
