import type { Settings } from './choices.ts'
import { DrawnChoices } from './drawn-choices.ts'

/**
 * Choices for the elements of a sequence. Those of an element depend only on the seed and on its index, so that several machines
 * can build parts of the sequence.
 */
export class NumberedChoices {
  readonly #first: number
  readonly #second: number
  readonly #settings: Settings | undefined

  /** @param seed - a safe integer */
  constructor(seed: number, settings?: Settings) {
    this.#first = mix((seed | 0) ^ 0x9e3779b9)
    this.#second = mix(Math.floor(seed / 2 ** 32) ^ this.#first)
    this.#settings = settings
  }

  /** Returns 32 bits that no other index of this sequence has. */
  wordAt(index: number): number {
    return mix(index ^ this.#first) >>> 0
  }

  /** Returns the choices of an element. */
  choicesAt(index: number): DrawnChoices {
    // Without mixing, elements that are next to each other would begin alike.
    const first = mix((index ^ this.#first) + this.#second)
    const second = mix(first ^ this.#second)
    const third = mix(second ^ index)
    return new DrawnChoices([first, second, third, this.#second | 1], this.#settings)
  }
}

/** Mixes 32 bits so that each bit of the result depends on all of them. Two numbers never give the same result. Source: MurmurHash3. */
function mix(word: number): number {
  const first = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return second ^ (second >>> 16)
}
