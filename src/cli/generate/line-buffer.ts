const lineBreak = '\n'.charCodeAt(0)

/** UTF-8 bytes of a UTF-16 code unit, at most. */
const mostBytes = 3

/** Bytes of lines of JSON. */
export class LineBuffer {
  #bytes = Buffer.allocUnsafe(1_024 * 1_024)
  #length = 0

  /** Adds a line with a value as JSON. */
  add(value: unknown): void {
    const text = JSON.stringify(value)
    const needed = this.#length + text.length * mostBytes + 1
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(needed * 2)
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    this.#length += this.#bytes.write(text, this.#length)
    this.#bytes[this.#length++] = lineBreak
  }

  /** Returns the bytes, which are valid until the next line, and empties the buffer. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return taken
  }
}
