/** Memory that the ids of a set may use, in bytes. A client chooses their length. */
const largestSet = 16 * 2 ** 20

/** Set of the newest ids, bounded by their number and by their memory. */
export class NewestIds {
  readonly #ids = new Set<string>()
  readonly #limit: number
  #bytes = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** Adds an id as the newest. Returns the ids that were dropped. */
  add(id: string): readonly string[] {
    this.delete(id)
    // A copy: an id that is a part of a URL would keep the whole URL in memory.
    this.#ids.add(JSON.parse(JSON.stringify(id)))
    this.#bytes += bytesOf(id)
    const dropped: string[] = []
    for (const oldest of this.#ids) {
      if (this.#ids.size <= this.#limit && this.#bytes <= largestSet) break
      this.delete(oldest)
      dropped.push(oldest)
    }
    return dropped
  }

  delete(id: string): void {
    if (this.#ids.delete(id)) this.#bytes -= bytesOf(id)
  }

  /** Returns the ids, oldest first. */
  all(): readonly string[] {
    return [...this.#ids]
  }

  clear(): void {
    this.#ids.clear()
    this.#bytes = 0
  }
}

/** A character uses at most two bytes. */
function bytesOf(id: string): number {
  return 2 * id.length
}
