import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { type Build, Choices, type Settings } from './choices.ts'

/** Random choices. The same seed, a 32-bit integer or four of them, produces the same choices. */
export class DrawnChoices extends Choices {
  readonly #random: RandomGenerator
  readonly #isBiased: boolean

  /** @param isBiased - true to draw no value that is long or composed */
  constructor(seed: number | readonly number[], settings?: Settings, isBiased = false) {
    super(settings)
    this.#isBiased = isBiased
    if (typeof seed !== 'number') {
      this.#random = xoroshiro128plusFromState(seed)
      return
    }
    // The first number of this generator is the complement of its seed. Spreading seeds over 32 bits makes consecutive ones differ.
    this.#random = xoroshiro128plus(Math.imul(seed, 0x9e3779b1))
  }

  below(limit: number, weight = 1): number {
    const drawn = Math.floor((this.word() / 0x1_0000_0000) * (limit - 1 + weight))
    return drawn < limit ? drawn : limit - 1
  }

  mostly(few: number, limit: number, share: number): number {
    if (this.#isBiased || limit <= few || share === 0) return this.below(few)
    const drawn = this.word() / 0x1_0000_0000
    if (drawn >= share) return Math.min(Math.floor(((drawn - share) / (1 - share)) * few), few - 1)
    return few + Math.floor((drawn / share) * (limit - few))
  }

  digits(limit: number): number {
    const magnitude = 10 ** (1 + this.below(String(limit - 1).length))
    const drawn = this.word() / 0x1_0000_0000 + this.word() / 2 ** 64
    return Math.floor(drawn * Math.min(magnitude, limit))
  }

  weighted(bounds: readonly number[]): number {
    const word = this.word()
    let index = 0
    while (index < bounds.length - 1 && word >= (bounds[index] ?? 0)) index++
    return index
  }

  few(limit: number, weight: number): number {
    const drawn = Math.floor((this.word() / 0x1_0000_0000) * (limit - 1 + weight))
    return Math.max(drawn - weight + 1, 0)
  }

  ranked(limit: number): number {
    return this.below(limit)
  }

  kept(limit: number): number {
    return this.below(limit)
  }

  word(): number {
    return this.#random.next() >>> 0
  }

  protected within<T>(build: Build<T>): T {
    return build(this)
  }
}
