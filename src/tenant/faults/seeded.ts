import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/**
 * Numbers from 0 to less than 1, the same ones for the same seed. The seed is a whole number of 32 bits.
 *
 * @param drawn - how many of them were drawn before
 */
export function seeded(seed: number, drawn = 0): () => number {
  if (!Number.isInteger(seed)) throw new TypeError(`seed must be a whole number, found ${String(seed)}.`)
  const random = xoroshiro128plus(seed)
  // Its first numbers still show the seed: that of 0 begins with the largest there is.
  for (let i = 0; i < 16 + drawn; i++) random.next()
  return () => (random.next() >>> 0) / 0x1_0000_0000
}
