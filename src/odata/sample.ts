import { isJsonObject } from '../model/json.ts'

/**
 * Values at one position of the bodies that a query selects from. The values of a property are grouped once, however often a
 * query names it.
 */
export class Sample {
  readonly #values: readonly unknown[]
  #byName: ReadonlyMap<string, unknown[]> | undefined
  readonly #samples = new Map<string, Sample>()

  constructor(values: readonly unknown[]) {
    this.#values = values
  }

  /** True if one of the objects has the property. */
  has(name: string): boolean {
    return this.#groups().has(name)
  }

  /** Returns the values of a property. */
  at(name: string): Sample {
    const sample = this.#samples.get(name) ?? new Sample(this.#groups().get(name) ?? [])
    this.#samples.set(name, sample)
    return sample
  }

  #groups(): ReadonlyMap<string, unknown[]> {
    this.#byName ??= groupsOf(this.#values)
    return this.#byName
  }
}

/** Groups the values of objects, and of objects in arrays, by the name of their property. */
function groupsOf(values: readonly unknown[]): ReadonlyMap<string, unknown[]> {
  const groups = new Map<string, unknown[]>()
  for (const object of values.flat()) {
    if (!isJsonObject(object)) continue
    for (const [name, value] of Object.entries(object)) {
      const group = groups.get(name)
      if (group) group.push(value)
      else groups.set(name, [value])
    }
  }
  return groups
}
