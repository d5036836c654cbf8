import type { ReceivedIdentity, ReceivedIdentitySet } from '../model/types.generated.ts'
import type { PersonOptions } from '../tenant/people/person-options.ts'
import type { PersonStep, StepEvent } from '../tenant/people/script-steps.ts'
import type { RecordedEvent } from './recorded-events.ts'

/** Time and position of something in a recording. */
export type Moment = Pick<RecordedEvent, 'order' | 'time'>

/** Event that a step can wait for. */
export interface StepMark extends Moment {
  readonly event: StepEvent
}

/** Person in a recording. */
export class RecordedPerson {
  readonly name: string
  readonly #identity: Pick<PersonOptions, 'id' | 'phone'>
  readonly #steps: PersonStep[] = []
  /** Response to a call that the person did not answer. */
  #response: PersonOptions = {}
  #last: Moment

  constructor(name: string, identity: Pick<PersonOptions, 'id' | 'phone'>, start: Moment) {
    this.name = name
    this.#identity = identity
    this.#last = start
  }

  /** True if the recording shows what the person does when a call begins. */
  get isSettled(): boolean {
    return this.#steps.length > 0 || Object.keys(this.#response).length > 0
  }

  get options(): PersonOptions {
    const { length } = this.#steps
    return { ...this.#identity, ...this.#response, ...(length > 0 && { script: this.#steps }) }
  }

  responds(response: PersonOptions): void {
    this.#response = response
  }

  /** Starts the delay of the next step. */
  startsAt(moment: Moment): void {
    this.#last = moment
  }

  /**
   * Adds a step. It waits for the last kind of event since the step before, and then for the recorded time.
   *
   * @param listening - moment at which the step became possible
   */
  does(step: PersonStep, at: Moment, marks: readonly StepMark[] = [], listening?: Moment): void {
    const since = marks.filter(({ order }) => order > this.#last.order && order < at.order)
    // A script waits for the first event of a kind.
    const mark = since
      .filter(({ event }, index) => since.findIndex((each) => each.event === event) === index)
      .at(-1)
    const from = Math.max(timeOf(mark ?? this.#last), timeOf(listening))
    const after = at.time === undefined || from === Number.NEGATIVE_INFINITY ? 0 : at.time - from
    this.#steps.push({ ...step, ...(after > 0 && { after }), ...(mark && { when: mark.event }) })
    this.#last = at
  }

  /** Adds a step that happens as soon as it is possible. */
  doesAtOnce(step: PersonStep, at: Moment): void {
    this.#steps.push(step)
    this.#last = at
  }
}

const timeOf = (moment: Moment | undefined) => moment?.time ?? Number.NEGATIVE_INFINITY

/** People of a recording by ID. */
export class RecordedPeople {
  readonly #people = new Map<string, RecordedPerson>()
  readonly #start: Moment

  constructor(start: Moment) {
    this.#start = start
  }

  /** Returns a person, or adds one. `name` is for an identity without a name. */
  of(set: ReceivedIdentitySet | null | undefined, name: string): RecordedPerson {
    const found = personIn(set)
    const id = found?.identity.id ?? undefined
    const shown = found?.identity.displayName || id || name
    const key = id ?? shown
    const known = this.#people.get(key)
    if (known) return known
    const isTaken = [...this.#people.values()].some((person) => person.name === shown)
    const person = new RecordedPerson(
      isTaken ? `${shown} (${key})` : shown,
      id === undefined ? {} : found?.kind === 'phone' ? { phone: id } : { id },
      this.#start,
    )
    this.#people.set(key, person)
    return person
  }

  /** Returns the people who have called, or were called. */
  all(): readonly RecordedPerson[] {
    return [...this.#people.values()].filter(({ isSettled }) => isSettled)
  }
}

/** Returns the identity of a person, and its kind. Bots have only the identity of an application. */
export function personIn(
  set: ReceivedIdentitySet | null | undefined,
): { readonly kind: 'user' | 'phone'; readonly identity: ReceivedIdentity } | undefined {
  const { phone, ...others } = set ?? {}
  if (phone) return { kind: 'phone', identity: phone }
  const { user, guest, onPremises, azureCommunicationServicesUser, encrypted } = others
  const identity = user ?? guest ?? onPremises ?? azureCommunicationServicesUser ?? encrypted
  return identity ? { kind: 'user', identity } : undefined
}
