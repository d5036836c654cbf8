import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { invalidValue } from './checked-values.ts'

/**
 * Returns a function that draws numbers from 0 to less than 1. The same seed gives the same numbers.
 *
 * @param drawn - how many numbers were drawn before; the sequence continues after them
 * @throws TypeError if the seed is not an integer
 */
export function seeded(seed: number, drawn = 0): () => number {
  if (!Number.isInteger(seed)) throw invalidValue('seed', seed, 'an integer')
  const random = xoroshiro128plus(seed)
  // The first numbers still depend on the seed: seed 0 would start with the largest number there is.
  for (let i = 0; i < 16 + drawn; i++) random.next()
  return () => (random.next() >>> 0) / 0x1_0000_0000
}
