import type { ResultCode } from '../../lifecycle/paths.ts'
import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { type PersonIdentity, readIdentity } from './identities.ts'

/** Phone that rings. Plain data, so that a snapshot contains it. */
export interface Ring {
  /** Call of the bot. */
  readonly callId: string
  /** Distinguishes the phones that ring in a call, for example the id of an operation or of a participant. */
  readonly key: string
  /** Name of the function that gets the outcome: see `Rings.handle`. */
  readonly purpose: string
  readonly person: PersonIdentity
  /** Incoming call of the bot that rings. Absent if a person does. */
  readonly botCallId?: string | undefined
}

/**
 * Called when a person has answered (without a result), or has not (with the result for the call of the bot). A person who
 * has answered is in the call.
 */
export type RingHandler = (ring: Ring, result: ResultCode | undefined) => void

/** Phones that ring, oldest first. */
export class Rings implements StatefulPart<readonly Ring[]> {
  readonly #calls = new Map<string, Map<string, Ring>>()
  /** Rings of each person, oldest first. */
  readonly #people = new Map<string, Set<Ring>>()
  /** Rings of bots by their incoming call. */
  readonly #botCalls = new Map<string, Ring>()
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
    this.remove(ring)
    const rings = this.#calls.get(ring.callId) ?? new Map<string, Ring>()
    this.#calls.set(ring.callId, rings.set(ring.key, ring))
    if (ring.botCallId !== undefined) this.#botCalls.set(ring.botCallId, ring)
    const { name } = ring.person
    this.#people.set(name, (this.#people.get(name) ?? new Set<Ring>()).add(ring))
  }

  remove({ callId, key }: Pick<Ring, 'callId' | 'key'>): Ring | undefined {
    const rings = this.#calls.get(callId)
    const ring = rings?.get(key)
    if (!rings || !ring) return undefined
    rings.delete(key)
    if (rings.size === 0) this.#calls.delete(callId)
    if (ring.botCallId !== undefined) this.#botCalls.delete(ring.botCallId)
    const others = this.#people.get(ring.person.name)
    others?.delete(ring)
    if (others?.size === 0) this.#people.delete(ring.person.name)
    return ring
  }

  find(callId: string, key: string): Ring | undefined {
    return this.#calls.get(callId)?.get(key)
  }

  /** Returns the ring that an incoming call of a bot belongs to. */
  ofBotCall(botCallId: string): Ring | undefined {
    return this.#botCalls.get(botCallId)
  }

  /** Returns the phones that ring in a call. */
  in(callId: string): readonly Ring[] {
    return [...(this.#calls.get(callId)?.values() ?? [])]
  }

  /** Returns the oldest ring of a person. */
  of(name: string): Ring | undefined {
    return this.#people.get(name)?.values().next().value
  }

  save(): readonly Ring[] {
    return [...this.#calls.values()].flatMap((rings) => [...rings.values()])
  }

  prepare(saved: SavedValue): () => void {
    const unique = uniqueKeys()
    const rings = saved.items().map((each) => {
      each.object('callId', 'key', 'purpose', 'person', 'botCallId')
      const botCallId = each.optional('botCallId', (value) => value.text())
      const ring = {
        callId: each.at('callId').text(),
        key: each.at('key').text(),
        purpose: each.at('purpose').oneOf([...this.#handlers.keys()]),
        person: readIdentity(each.at('person')),
        ...(botCallId !== undefined && { botCallId }),
      }
      unique(JSON.stringify([ring.callId, ring.key]), each.at('key'))
      return ring
    })
    return () => {
      this.clear()
      for (const ring of rings) this.add(ring)
    }
  }

  clear(): void {
    this.#calls.clear()
    this.#people.clear()
    this.#botCalls.clear()
  }
}
