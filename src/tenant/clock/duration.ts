import { isOptions } from '../../model/known-options.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'

/**
 * Length of time: milliseconds, or an object whose parts are added.
 *
 * @example
 * ```ts
 * const duration: Duration = { hours: 1, minutes: 30 }
 * tenant.clock.advance(duration)
 * ```
 */
export type Duration =
  | number
  | {
      readonly hours?: number | undefined
      readonly minutes?: number | undefined
      readonly seconds?: number | undefined
      readonly milliseconds?: number | undefined
    }

const unitKinds = { hours: 'number', minutes: 'number', seconds: 'number', milliseconds: 'number' } as const

/**
 * Returns a duration in milliseconds.
 *
 * @param name - name of the option, for the message of an error
 * @throws TypeError if it is negative, not a number, or has an unknown unit
 */
export function millisecondsOf(duration: Duration, name = 'duration'): number {
  if (isOptions(duration)) checkOptions(name, duration, unitKinds)
  const total = typeof duration === 'object' && duration !== null ? sumOf(duration) : duration
  if (Number.isFinite(total) && total >= 0) return total
  throw invalidValue(name, duration, 'milliseconds of at least 0, or an object such as { minutes: 45 }')
}

function sumOf(duration: Exclude<Duration, number>): number {
  if (Object.keys(duration).length === 0) return Number.NaN
  const { hours = 0, minutes = 0, seconds = 0, milliseconds = 0 } = duration
  return hours * 3_600_000 + minutes * 60_000 + seconds * 1_000 + milliseconds
}
