import { jsonBodyOf } from '../pact-file/body.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import { readPathOf, type Step } from '../reads/read-paths.ts'

/** Place in an example body, and the values there. The elements of a collection share one place. */
export class Place {
  /** Place of the object or collection around it. Absent for the body. */
  readonly parent?: Place
  /** Name of the property, or `[]`. */
  readonly step: Step
  readonly inner = new Map<Step, Place>()
  hasNull = false
  hasEmptyCollection = false
  /** Type of the first value that is neither null, nor an object, nor a collection. */
  plainType?: string
  hasText = false
  /** The text at the place, if all texts there are equal. */
  onlyText: string | undefined

  constructor(step: Step, parent?: Place) {
    this.step = step
    if (parent) this.parent = parent
  }

  get steps(): readonly Step[] {
    const steps: Step[] = []
    for (let place: Place = this; place.parent; place = place.parent) steps.push(place.step)
    return steps.reverse()
  }

  get path(): string {
    return readPathOf(this.steps)
  }

  /** True if the place is in an element of a collection. */
  get isInElement(): boolean {
    return this.step === '[]' || (this.parent?.isInElement ?? false)
  }

  /** Adds a value, and the values inside it. */
  add(value: unknown): void {
    if (value === null) this.hasNull = true
    else if (Array.isArray(value)) {
      if (value.length === 0) this.hasEmptyCollection = true
      for (const element of value) this.#at('[]').add(element)
    } else if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) this.#at(key).add(inner)
    } else {
      this.plainType ??= typeof value
      if (typeof value === 'string') this.#addText(value)
    }
  }

  #addText(text: string): void {
    if (!this.hasText) this.onlyText = text
    else if (this.onlyText !== text) this.onlyText = undefined
    this.hasText = true
  }

  #at(step: Step): Place {
    let place = this.inner.get(step)
    if (!place) {
      place = new Place(step, this)
      this.inner.set(step, place)
    }
    return place
  }
}

const places = new WeakMap<PactInteraction['response'], { readonly body: unknown; readonly root: Place }>()

/** Returns the place of the example body of a response, or `undefined` if it has none. */
export function examplePlaceOf(response: PactInteraction['response']): Place | undefined {
  const body = jsonBodyOf(response)
  if (body === undefined) return undefined
  const known = places.get(response)
  if (known?.body === body) return known.root
  const root = new Place('')
  root.add(body)
  places.set(response, { body, root })
  return root
}
