import type { OptionKinds } from '../model/known-options.ts'
import { checkOptions } from '../read/check-options.ts'
import { invalidValue } from '../read/invalid-value.ts'
import { checkedCount } from './checked-values.ts'
import { type Duration, millisecondsOf } from './clock/duration.ts'

/**
 * Limits of the service: times after which a call ends, and numbers of calls.
 *
 * @example
 * ```ts
 * const limits: TenantLimits = { answer: { seconds: 5 }, callsAtOnce: 100 }
 * const tenant = createTenant({ limits })
 * ```
 * Sources: call: answer (15 and 5 seconds); call: keepAlive (45 minutes); reported (an unanswered call ends after about a
 * minute); service limits of cloud communications (100 calls at once, 10,000 calls a month).
 */
export interface TenantLimits {
  /** Time that a bot has to answer a call. Defaults to 15 seconds. */
  readonly answer?: Duration | undefined
  /** Time that a bot for policy-based recording has to answer a call. Defaults to 5 seconds. */
  readonly answerRecording?: Duration | undefined
  /** Time after which a call ends without `keepAlive`. Defaults to 45 minutes. */
  readonly keepAlive?: Duration | undefined
  /** Time for which people ring. Defaults to 60 seconds. A call with `ringingTimeoutInSeconds` has its own. */
  readonly ringing?: Duration | undefined
  /** Number of calls that an app can have at once. For more, `POST /calls` gets 429 with the code `8530`. Defaults to no limit. */
  readonly callsAtOnce?: number | undefined
  /** Number of calls that an app can create in a month. For more, `POST /calls` gets 429 with the code `8529`. Defaults to no limit. */
  readonly callsPerMonth?: number | undefined
}

/** Limits with all their values. Times are in milliseconds. */
export interface CheckedLimits {
  readonly answer: number
  readonly answerRecording: number
  readonly keepAlive: number
  readonly ringing: number
  readonly callsAtOnce: number
  readonly callsPerMonth: number
}

const limitKinds: OptionKinds<TenantLimits> = {
  answer: 'checked',
  answerRecording: 'checked',
  keepAlive: 'checked',
  ringing: 'checked',
  callsAtOnce: 'checked',
  callsPerMonth: 'checked',
}

/** @throws TypeError if a limit is unknown or not valid */
export function checkedLimits(limits: TenantLimits = {}): CheckedLimits {
  checkOptions('limits', limits, limitKinds)
  const { answer = 15_000, answerRecording = 5_000, keepAlive = 45 * 60_000, ringing = 60_000 } = limits
  const { callsAtOnce, callsPerMonth } = limits
  return {
    answer: millisecondsOf(answer, 'limits.answer'),
    answerRecording: millisecondsOf(answerRecording, 'limits.answerRecording'),
    keepAlive: millisecondsOf(keepAlive, 'limits.keepAlive'),
    ringing: millisecondsOf(ringing, 'limits.ringing'),
    callsAtOnce: callsAtOnce === undefined ? Infinity : checkedCount('limits.callsAtOnce', callsAtOnce),
    callsPerMonth:
      callsPerMonth === undefined ? Infinity : checkedCount('limits.callsPerMonth', callsPerMonth),
  }
}

/** @throws TypeError if the seed is not an integer */
export function checkedSeed(seed = 0): number {
  if (Number.isInteger(seed)) return seed
  throw invalidValue('seed', seed, 'an integer')
}
