import { invalidValue } from '../../read/invalid-value.ts'
import { type Duration, millisecondsOf } from '../clock/duration.ts'
import { hashOf } from '../hash.ts'
import type { SavedValue } from '../saved-value.ts'
import { seeded } from '../seeded.ts'

/**
 * Time until a person does something: a duration, or a range from which the `seed` of the tenant draws.
 *
 * @example
 * ```ts
 * const delay: Delay = { from: { seconds: 1 }, to: { seconds: 5 } }
 * tenant.person('Mira Holm', { answersAfter: delay })
 * ```
 */
export type Delay = Duration | { readonly from: Duration; readonly to: Duration }

/** Range of milliseconds. Both are equal for a fixed delay. */
export interface StoredDelay {
  readonly from: number
  readonly to: number
}

/** @throws TypeError if a duration is not valid, or the range is empty */
export function checkedDelay(name: string, delay: Delay): StoredDelay {
  const isRange = typeof delay === 'object' && delay !== null && 'from' in delay
  const range = isRange
    ? { from: millisecondsOf(delay.from, `${name}.from`), to: millisecondsOf(delay.to, `${name}.to`) }
    : { from: millisecondsOf(delay, name), to: millisecondsOf(delay, name) }
  if (range.from <= range.to) return range
  throw invalidValue(name, delay, 'a range whose `to` is not before `from`')
}

/** Reads a delay in a snapshot. */
export function readDelay(saved: SavedValue): StoredDelay {
  saved.object('from', 'to')
  const from = saved.at('from').number(0, Number.MAX_VALUE)
  return { from, to: saved.at('to').number(from, Number.MAX_VALUE) }
}

/**
 * Draws a delay. The same seed and the same subject, for example a person and a step, draw the same delay, so the order in
 * which calls happen does not matter.
 */
export function drawDelay({ from, to }: StoredDelay, seed: number, subject: string): number {
  if (from === to) return from
  return from + Math.floor(seeded(seed ^ hashOf(subject)).next() * (to - from + 1))
}
