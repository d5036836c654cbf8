import { createHmac } from 'node:crypto'

/** Number of tries to find a value of the same shape that is not in use. A short text has few others. */
const tries = 20

/** Longest text that is hashed for each block of random bytes. */
const longestKey = 1_000

/** Returns a whole number below a limit. */
export type Draw = (limit: number) => number

/** Invents values. The same salt and original give the same value, which does not show the original. */
export class Inventor {
  readonly #salt: string
  readonly #invented = new Map<string, string>()
  readonly #taken = new Set<string>()

  constructor(salt: string) {
    this.#salt = salt
  }

  /**
   * Returns the value for an original. Two originals of any kind never get the same value: if all values of the shape are in use, the value is
   * longer.
   *
   * @param accepts - true for values that can take the place of the original
   */
  invent(
    kind: string,
    original: string,
    make: (draw: Draw) => string,
    accepts: (made: string) => boolean = () => true,
  ): string {
    const key = `${kind}:${original}`
    const known = this.#invented.get(key)
    if (known !== undefined) return known
    for (let attempt = 0; ; attempt++) {
      const draw = this.#drawFrom(`${attempt}:${key}`)
      const more = (/\d$/.test(original) ? '0' : 'a').repeat(Math.max(0, attempt - tries))
      const made = `${make(draw)}${sameShape(more, draw)}`
      const isAccepted = accepts(made) || attempt > 2 * tries
      if (made === original || this.#taken.has(made) || !isAccepted) continue
      this.#taken.add(made)
      this.#invented.set(key, made)
      return made
    }
  }

  #drawFrom(original: string): Draw {
    // Each block hashes the key. With a long text, the time would be quadratic.
    const key = original.length > longestKey ? this.#hash(original).toString('hex') : original
    let block = 0
    let bytes = Buffer.alloc(0)
    let at = 0
    return (limit) => {
      if (at + 4 > bytes.length) {
        bytes = this.#hash(`${block++}:${key}`)
        at = 0
      }
      at += 4
      return bytes.readUInt32BE(at - 4) % limit
    }
  }

  #hash(text: string): Buffer<ArrayBuffer> {
    return createHmac('sha256', this.#salt).update(text).digest()
  }
}

const lower = 'abcdefghijklmnopqrstuvwxyz'

/** Matches what {@link sameShape} replaces: everything except white space and the punctuation of ASCII. */
const replaceable = /[A-Za-z\d]|\P{ASCII}/u

/**
 * Replaces each letter, digit and character outside of ASCII by another one. Keeps the number of characters, white space and
 * punctuation.
 */
export function sameShape(text: string, draw: Draw): string {
  return Array.from(text, (character) => {
    if (!replaceable.test(character)) return character
    if (/\d/.test(character)) return String(draw(10))
    const letter = lower.charAt(draw(lower.length))
    return /\p{Lu}/u.test(character) ? letter.toUpperCase() : letter
  }).join('')
}

/** True if a text has something that can identify somebody. */
export const isReplaceable = (text: string) => replaceable.test(text)
