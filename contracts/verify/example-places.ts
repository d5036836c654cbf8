import { readPathOf, type Step } from '../reads/read-paths.ts'

/** Place in an example body. The elements of a collection share one place. */
export class Place {
  /** Place of the object or collection around it. Absent for the body. */
  readonly parent?: Place
  /** Name of the property, or `[]`. */
  readonly step: Step
  readonly depth: number
  readonly #inner = new Map<Step, Place>()

  constructor(parent?: Place, step: Step = '') {
    if (parent) this.parent = parent
    this.step = step
    this.depth = parent ? parent.depth + 1 : 0
  }

  /** Returns the place of a property, or of the elements. */
  inner(step: Step): Place {
    let place = this.#inner.get(step)
    if (!place) {
      place = new Place(this, step)
      this.#inner.set(step, place)
    }
    return place
  }

  get steps(): readonly Step[] {
    const steps: Step[] = []
    for (let place: Place = this; place.parent; place = place.parent) steps.unshift(place.step)
    return steps
  }

  get path(): string {
    return readPathOf(this.steps)
  }

  /** True if the place is in an element of a collection. */
  get isInElement(): boolean {
    return this.step === '[]' || (this.parent?.isInElement ?? false)
  }
}

/**
 * Visits all values in an example body, starting with the body itself.
 *
 * @param visit - returns false to leave out the values inside
 */
export function visitExample(
  body: unknown,
  visit: (value: unknown, place: Place) => boolean,
  place: Place = new Place(),
): void {
  if (!visit(body, place) || typeof body !== 'object' || body === null) return
  if (Array.isArray(body)) {
    for (const element of body) visitExample(element, visit, place.inner('[]'))
    return
  }
  for (const [key, value] of Object.entries(body)) visitExample(value, visit, place.inner(key))
}
