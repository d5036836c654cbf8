import { isJsonObject } from '../../model/json.ts'
import type { ReceivedInvitationParticipantInfo } from '../../model/types.generated.ts'
import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { readDelay } from './delay.ts'
import { type PersonIdentity, readIdentity } from './identities.ts'
import { defaultPerson, ringResponses, type StoredPerson } from './person-options.ts'
import { readStep } from './script-steps.ts'

/** Person in a call, in a snapshot. */
export interface SavedPresence {
  readonly callId: string
  readonly people: readonly PersonIdentity[]
}

/** People of a tenant in a snapshot. */
export interface SavedPeople {
  readonly people: readonly StoredPerson[]
  readonly calls: readonly SavedPresence[]
}

/** People of a tenant, and who is in which call. */
export class People implements StatefulPart<SavedPeople> {
  readonly #people = new Map<string, StoredPerson>()
  /** People in each call, by name. */
  readonly #calls = new Map<string, Map<string, PersonIdentity>>()
  /** Names by id and by phone number. */
  readonly #names = new Map<string, string>()
  /** Calls of each person, oldest first. */
  readonly #callsOf = new Map<string, Set<string>>()

  /** Adds a person, or replaces the one with this name. */
  add(person: StoredPerson): void {
    this.#people.set(person.name, person)
    this.#names.set(person.id, person.name)
    if (person.phone !== undefined) this.#names.set(person.phone, person.name)
  }

  all(): Iterable<StoredPerson> {
    return this.#people.values()
  }

  named(name: string): StoredPerson | undefined {
    return this.#people.get(name)
  }

  /** Returns the person that a target identifies: by id, phone number or name. Unknown people have the default response. */
  calledBy({ identity }: Pick<ReceivedInvitationParticipantInfo, 'identity'>): StoredPerson {
    const identities = Object.entries(identity ?? {}).flatMap(([kind, value]) =>
      isJsonObject(value) ? [{ kind, ...textsIn(value) }] : [],
    )
    for (const { id } of identities) {
      const found = id === undefined ? undefined : this.#people.get(this.#names.get(id) ?? '')
      if (found && (found.id === id || found.phone === id)) return found
    }
    for (const { name } of identities) {
      const found = name === undefined ? undefined : this.#people.get(name)
      if (found) return found
    }
    const [first] = identities
    const id = first?.id ?? ''
    const isPhone = first?.kind === 'phone'
    return defaultPerson({ name: first?.name ?? (id || 'Somebody'), id, ...(isPhone && { phone: id }) })
  }

  enter(callId: string, { name, id, phone }: PersonIdentity): void {
    const people = this.#calls.get(callId) ?? new Map<string, PersonIdentity>()
    this.#calls.set(callId, people.set(name, { name, id, ...(phone !== undefined && { phone }) }))
    this.#callsOf.set(name, (this.#callsOf.get(name) ?? new Set<string>()).add(callId))
  }

  leave(callId: string, name: string): void {
    const people = this.#calls.get(callId)
    people?.delete(name)
    this.#forget(callId, name)
    if (people?.size === 0) this.#calls.delete(callId)
  }

  /** Returns the people in a call. */
  in(callId: string): readonly PersonIdentity[] {
    return [...(this.#calls.get(callId)?.values() ?? [])]
  }

  /** Returns the newest call that a person is in. */
  callOf(name: string): string | undefined {
    return [...(this.#callsOf.get(name) ?? [])].at(-1)
  }

  endCall(callId: string): void {
    for (const { name } of this.in(callId)) this.#forget(callId, name)
    this.#calls.delete(callId)
  }

  save(): SavedPeople {
    return {
      people: [...this.#people.values()],
      calls: [...this.#calls].map(([callId, people]) => ({ callId, people: [...people.values()] })),
    }
  }

  prepare(saved: SavedValue): () => void {
    saved.object('people', 'calls')
    const uniqueName = uniqueKeys()
    const people = saved
      .at('people')
      .items()
      .map((each) => {
        const person = readPerson(each)
        return [uniqueName(person.name, each.at('name')), person] as const
      })
    const uniqueCall = uniqueKeys()
    const calls = saved
      .at('calls')
      .items()
      .map((each) => {
        each.object('callId', 'people')
        const unique = uniqueKeys()
        const present = each
          .at('people')
          .items()
          .map((person) => {
            const identity = readIdentity(person)
            return [unique(identity.name, person.at('name')), identity] as const
          })
        return [uniqueCall(each.at('callId').text(), each.at('callId')), new Map(present)] as const
      })
    return () => {
      this.clear()
      for (const [, person] of people) this.add(person)
      for (const [callId, present] of calls) {
        this.#calls.set(callId, new Map())
        for (const person of present.values()) this.enter(callId, person)
      }
    }
  }

  clear(): void {
    this.#people.clear()
    this.#calls.clear()
    this.#names.clear()
    this.#callsOf.clear()
  }

  #forget(callId: string, name: string): void {
    const calls = this.#callsOf.get(name)
    calls?.delete(callId)
    if (calls?.size === 0) this.#callsOf.delete(name)
  }
}

function textsIn({ id, displayName }: Readonly<Record<string, unknown>>) {
  return {
    id: typeof id === 'string' && id ? id : undefined,
    name: typeof displayName === 'string' && displayName ? displayName : undefined,
  }
}

function readPerson(saved: SavedValue): StoredPerson {
  saved.object('name', 'id', 'phone', 'response', 'after', 'result', 'script')
  const phone = saved.optional('phone', (value) => value.text())
  const result = saved.optional('result', (value) => {
    value.object('code', 'subcode')
    return { code: readInt32(value.at('code')), subcode: readInt32(value.at('subcode')) }
  })
  return {
    name: saved.at('name').text(),
    id: saved.at('id').text(),
    ...(phone !== undefined && { phone }),
    response: saved.at('response').oneOf(ringResponses),
    after: readDelay(saved.at('after')),
    ...(result && { result }),
    script: saved.at('script').items().map(readStep),
  }
}

function readInt32(saved: SavedValue): number {
  return saved.integer(-(2 ** 31), 2 ** 31 - 1)
}
