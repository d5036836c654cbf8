import { createHmac } from 'node:crypto'

/** Number of tries to find a value that is not in use. A short text has few others of its shape. */
const tries = 20

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

  /** Returns the value for an original. Two originals of a kind get different values, if there are enough. */
  invent(kind: string, original: string, make: (draw: Draw) => string): string {
    const key = `${kind}:${original}`
    const known = this.#invented.get(key)
    if (known !== undefined) return known
    let made = original
    for (let attempt = 0; attempt < tries; attempt++) {
      made = make(this.#drawFrom(`${attempt}:${key}`))
      if (made !== original && !this.#taken.has(`${kind}:${made}`)) break
    }
    this.#taken.add(`${kind}:${made}`)
    this.#invented.set(key, made)
    return made
  }

  #drawFrom(key: string): Draw {
    let block = 0
    let bytes = Buffer.alloc(0)
    let at = 0
    return (limit) => {
      if (at + 4 > bytes.length) {
        bytes = createHmac('sha256', this.#salt).update(`${block++}:${key}`).digest()
        at = 0
      }
      at += 4
      return bytes.readUInt32BE(at - 4) % limit
    }
  }
}

const lower = 'abcdefghijklmnopqrstuvwxyz'

/** Replaces each letter and digit by another one. Keeps the length of plain texts, white space and punctuation. */
export function sameShape(text: string, draw: Draw): string {
  return text.replace(/[\p{L}\p{N}]/gu, (character) => {
    if (/\p{N}/u.test(character)) return String(draw(10))
    const letter = lower.charAt(draw(lower.length))
    return /\p{Lu}/u.test(character) ? letter.toUpperCase() : letter
  })
}
