import type { SavedValue } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'

/** Start of the ids of each kind. In a log, it shows the kind of an id. */
const prefixes = {
  call: '0ca11000',
  callChain: '0c4a1000',
  participant: '0da47000',
  operation: '0be40000',
  message: '03e55000',
  group: '0a470000',
  stream: '057e0000',
  recording: '04ec0000',
  endpoint: '0e4d0000',
} as const

export type IdKind = keyof typeof prefixes

/** Makes the ids of everything that a tenant creates: GUIDs that contain a counter, so that the same requests get the same ids. */
export class Ids implements StatefulPart<number> {
  #count = 0

  next(kind: IdKind): string {
    this.#count++
    return `${prefixes[kind]}-0000-4000-8000-${this.#count.toString(16).padStart(12, '0')}`
  }

  save(): number {
    return this.#count
  }

  prepare(saved: SavedValue): () => void {
    const count = saved.integer(0, 2 ** 48 - 1)
    return () => {
      this.#count = count
    }
  }

  clear(): void {
    this.#count = 0
  }
}
