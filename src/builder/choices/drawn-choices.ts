import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { type Build, Choices, type Settings } from './choices.ts'

/** Choices at random, the same ones for the same seed. The seed is a whole number of 32 bits. */
export class DrawnChoices extends Choices {
  readonly #random: RandomGenerator

  constructor(seed: number, settings?: Settings) {
    super(settings)
    // Its first number is the seed's complement: spread over 32 bits, seeds that follow each other begin differently.
    this.#random = xoroshiro128plus(Math.imul(seed, 0x9e3779b1))
  }

  below(limit: number, weight = 1): number {
    const drawn = Math.floor((this.word() / 0x1_0000_0000) * (limit - 1 + weight))
    return drawn < limit ? drawn : limit - 1
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
