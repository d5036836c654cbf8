import type { ResultCode } from '../../lifecycle/paths.ts'

/** Person who rings. */
export interface PersonIdentity {
  readonly name: string
  /** Id of the user, a GUID. */
  readonly id: string
  /** Phone number in E.164 format. Set if the person is called by phone. */
  readonly phone?: string | undefined
}

/** Phone that rings. Plain data, so that a snapshot contains it. */
export interface Ring {
  /** Call of the bot. */
  readonly callId: string
  /** Distinguishes the phones that ring in a call, for example the id of an operation or of a participant. */
  readonly key: string
  /** Name of the function that gets the outcome: see `Rings.handle`. */
  readonly purpose: string
  readonly person: PersonIdentity
}

/** Called when a person has answered (without a result), or has not (with the result for the call of the bot). */
export type RingHandler = (ring: Ring, result: ResultCode | undefined) => void

/** Phones that ring, oldest first. */
export class Rings {
  readonly #calls = new Map<string, Map<string, Ring>>()
  readonly #handlers = new Map<string, RingHandler>()

  /** Sets the function that gets the outcome of the rings of a purpose. */
  handle(purpose: string, handler: RingHandler): void {
    this.#handlers.set(purpose, handler)
  }

  /** Passes the outcome of a ring on. */
  end(ring: Ring, result: ResultCode | undefined): void {
    this.#handlers.get(ring.purpose)?.(ring, result)
  }

  add(ring: Ring): void {
    const rings = this.#calls.get(ring.callId) ?? new Map<string, Ring>()
    this.#calls.set(ring.callId, rings.set(ring.key, ring))
  }

  remove({ callId, key }: Pick<Ring, 'callId' | 'key'>): Ring | undefined {
    const ring = this.find(callId, key)
    this.#calls.get(callId)?.delete(key)
    return ring
  }

  find(callId: string, key: string): Ring | undefined {
    return this.#calls.get(callId)?.get(key)
  }

  /** Returns the phones that ring in a call. */
  in(callId: string): readonly Ring[] {
    return [...(this.#calls.get(callId)?.values() ?? [])]
  }
}
