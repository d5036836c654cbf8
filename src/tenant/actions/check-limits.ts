import type { LiveParts } from '../live-parts.ts'
import { type ActionResult, assumedError, knownError } from './action.ts'

/** App of requests whose token does not name one. */
const unknownApp = ''

/**
 * Returns the error of an app that has too many calls, or undefined. Counts the call otherwise.
 *
 * Source: service limits of cloud communications; reported (429 with 8529). The code for calls at once is assumed.
 */
export function checkLimits(live: LiveParts, appId: string = unknownApp): ActionResult | undefined {
  const { callCounts, clock, limits, sessions } = live
  const { callsAtOnce, callsPerMonth } = limits
  if (callsAtOnce < Infinity && sessions.countOf(appId) >= callsAtOnce) {
    return assumedError(429, '8530', `The app has reached the limit of ${callsAtOnce} calls at once.`)
  }
  if (callsPerMonth === Infinity) return undefined
  if (callCounts.of(appId, clock.now()) >= callsPerMonth) {
    const message = 'Application reached the monthly call creation limit.'
    return knownError(
      429,
      'UnknownError',
      JSON.stringify({ errorCode: '8529', message, instanceAnnotations: [] }),
    )
  }
  callCounts.add(appId, clock.now())
  return undefined
}
