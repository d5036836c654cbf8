import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { invalidValue } from '../read/invalid-value.ts'
import type { SavedValue } from './saved-value.ts'

/** Sequence of random numbers. */
export interface RandomNumbers {
  /** Draws a number from 0 to less than 1. */
  next(): number
  /** Returns the state after the numbers that were drawn. */
  state(): readonly number[]
}

/**
 * Returns random numbers. The same seed produces the same numbers.
 *
 * @param state - continues a sequence after this state
 * @throws TypeError if the seed is not an integer
 */
export function seeded(seed: number, state?: readonly number[]): RandomNumbers {
  if (!Number.isInteger(seed)) throw invalidValue('seed', seed, 'an integer')
  const random = state ? xoroshiro128plusFromState(state) : xoroshiro128plus(seed)
  // Skip the first 16 numbers, which are not random yet: the seed 0 starts with the largest possible number.
  if (!state) for (let i = 0; i < 16; i++) random.next()
  return { next: () => (random.next() >>> 0) / 0x1_0000_0000, state: () => random.getState() }
}

/** Reads the state of random numbers in a snapshot. */
export function readRandomState(saved: SavedValue): readonly number[] {
  return saved.tuple(4).map((part) => part.integer(-(2 ** 31), 2 ** 31 - 1))
}
