import { isJsonObject } from '../model/json.ts'
import { type Path, pathText } from '../model/path.ts'
import { describeValue } from '../read/describe-value.ts'
import { SnapshotError, type SnapshotProblem } from './snapshot-error.ts'

/** Value in a snapshot, with its path. Its functions return the value if it has the expected type. */
export class SavedValue {
  readonly value: unknown
  readonly #path: Path

  constructor(value: unknown, path: Path) {
    this.value = value
    this.#path = path
  }

  /** @throws SnapshotError always */
  fail(expected: string, problem: SnapshotProblem = 'changed'): never {
    throw new SnapshotError(problem, pathText(this.#path), expected, describeValue(this.value))
  }

  /** Checks that the value is an object without other keys. */
  object(...names: readonly string[]): this {
    if (!isJsonObject(this.value)) this.fail('an object')
    for (const name of Object.keys(this.value)) {
      if (!names.includes(name)) this.at(name).fail('no such property')
    }
    return this
  }

  /** Returns the value of a property, or an item of a list. */
  at(key: string | number): SavedValue {
    const parent: object = Object(this.value)
    return new SavedValue(Object.hasOwn(parent, key) ? Reflect.get(parent, key) : undefined, [
      ...this.#path,
      key,
    ])
  }

  /** Returns the value of a property, or undefined if it is missing. */
  optional<T>(name: string, read: (value: SavedValue) => T): T | undefined {
    const value = this.at(name)
    return value.value === undefined ? undefined : read(value)
  }

  /** Returns the items of a list. */
  items(most = Number.POSITIVE_INFINITY): readonly SavedValue[] {
    const { value } = this
    if (!Array.isArray(value) || value.length > most) {
      this.fail(most === Number.POSITIVE_INFINITY ? 'an array' : `an array of at most ${most}`)
    }
    return value.map((item, index) => new SavedValue(item, [...this.#path, index]))
  }

  /** Returns the items of a list of a given length. */
  tuple(length: number): readonly SavedValue[] {
    const items = this.items()
    return items.length === length ? items : this.fail(`an array of length ${length}`)
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.fail('a string')
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('true or false')
  }

  number(least: number, most: number): number {
    const { value } = this
    if (typeof value === 'number' && value >= least && value <= most) return value
    return this.fail(`a number from ${least} to ${most}`)
  }

  integer(least: number, most = Number.MAX_SAFE_INTEGER): number {
    const { value } = this
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    return this.fail(`an integer from ${least} to ${most}`)
  }

  oneOf<T extends string | number>(allowed: readonly T[]): T {
    return allowed.find((each) => each === this.value) ?? this.fail(`one of ${allowed.join(', ')}`)
  }
}

/** Returns a function that fails if it gets the same key twice: a map would keep only the last value. */
export function uniqueKeys(): <Key extends string | number>(key: Key, value: SavedValue) => Key {
  const keys = new Set<string | number>()
  return (key, value) => {
    if (keys.has(key)) value.fail('a unique key')
    keys.add(key)
    return key
  }
}

/** Age of a time in a snapshot, in milliseconds. A clock can go backwards, so it can be negative. */
export function readAge(value: SavedValue): number {
  return value.integer(-largestAge, largestAge)
}

/** Returns the age of a time. Rounded, so that it is the same after a restore. */
export function ageOf(time: number, now: number): number {
  return Math.max(-largestAge, Math.min(largestAge, Math.round(now - time)))
}

/** Difference of two times that a number represents exactly. */
const largestAge = 2 ** 51
