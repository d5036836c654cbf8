import { invalidValue } from '../checked-values.ts'

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

const units = { hours: 3_600_000, minutes: 60_000, seconds: 1_000, milliseconds: 1 } as const

/**
 * Returns a duration in milliseconds.
 *
 * @param name - name of the option or argument, for the message of an error
 * @throws TypeError if it is negative, not a number, or has an unknown unit
 */
export function millisecondsOf(duration: Duration, name = 'duration'): number {
  const total = typeof duration === 'object' && duration !== null ? sumOf(duration) : duration
  if (Number.isFinite(total) && total >= 0) return total
  throw invalidValue(name, duration, 'milliseconds, or an object such as { minutes: 45 }')
}

function sumOf(duration: Exclude<Duration, number>): number {
  let total = Object.keys(duration).length === 0 ? Number.NaN : 0
  const amounts = new Map<string, number | undefined>(Object.entries(duration))
  for (const [unit, milliseconds] of Object.entries(units)) {
    total += (amounts.get(unit) ?? 0) * milliseconds
    amounts.delete(unit)
  }
  return amounts.size === 0 ? total : Number.NaN
}
