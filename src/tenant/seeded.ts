import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { invalidValue } from './checked-values.ts'

/**
 * Returns a function that draws numbers from 0 to less than 1. The same seed produces the same numbers.
 *
 * @param drawn - number of draws to skip, to continue a sequence
 * @throws TypeError if the seed is not an integer
 */
export function seeded(seed: number, drawn = 0): () => number {
  if (!Number.isInteger(seed)) throw invalidValue('seed', seed, 'an integer')
  const random = xoroshiro128plus(seed)
  // Skip the first 16 numbers, which are not random yet: the seed 0 starts with the largest possible number.
  for (let i = 0; i < 16 + drawn; i++) random.next()
  return () => (random.next() >>> 0) / 0x1_0000_0000
}
