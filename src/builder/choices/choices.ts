import type { Members } from './members.ts'

/**
 * Representation of a missing value: null, an absent property, or a random one of the two.
 *
 * @example
 * ```ts
 * import { anyCall, type Nulls } from 'graph-call-testkit/generators'
 *
 * const nulls: Nulls = 'absent'
 * const calls = anyCall({ nulls })
 * ```
 */
export type Nulls = 'present' | 'absent' | 'mixed'

/** Settings that apply to a whole document. */
export interface Settings {
  /** Defaults to `'mixed'`: the service does both. */
  readonly nulls?: Nulls | undefined
  /** True if enums may be `unknownFutureValue`. Defaults to false. */
  readonly unknownFutureValue?: boolean | undefined
}

/** Function that builds one value, such as an identity, from choices. */
export type Build<T> = (choices: Choices) => T

/**
 * Source of the decisions that a builder makes. A decision is a non-negative integer, and 0 always means the simplest value:
 * absence, the first item of a list, the shortest list, the documented value. Lower numbers therefore build simpler values,
 * and the same builder can generate and shrink.
 */
export abstract class Choices {
  readonly nulls: Nulls
  readonly unknownFutureValue: boolean

  constructor({ nulls = 'mixed', unknownFutureValue = false }: Settings = {}) {
    this.nulls = nulls
    this.unknownFutureValue = unknownFutureValue
  }

  /** Returns an integer below the limit. The highest one is `weight` times as likely as each of the others. */
  abstract below(limit: number, weight?: number): number

  /** Returns an integer below the limit. 0 is `weight` times as likely as each of the others. */
  abstract few(limit: number, weight: number): number

  /** Returns an integer below the limit. Shrinks to the lowest one that fails, because each lower one is tried. */
  abstract ranked(limit: number): number

  /** Returns 32 bits for an id. Shrinks only to 0: no other value is simpler. */
  abstract word(): number

  /** Returns an integer below the limit that never shrinks, for values that are different but not simpler. */
  abstract kept(limit: number): number

  /** Builds a value that depends on the last decision, such as an item of a list. Undoing that decision removes the value. */
  protected abstract within<T>(build: Build<T>): T

  /** Returns a boolean. `true` is `weight` times as likely as `false`. */
  flag(weight = 1): boolean {
    return this.below(2, weight) === 1
  }

  /** Returns an item of a list whose first item is the simplest. */
  pick<T extends NonNullable<unknown>>(list: readonly T[]): T {
    return itemOf(list, this.below(list.length))
  }

  /** Returns an item of a list. Shrinks to the first item that fails. */
  pickRanked<T extends NonNullable<unknown>>(list: readonly T[]): T {
    return itemOf(list, this.ranked(list.length))
  }

  /** Returns an item of a list. Never shrinks to another item. */
  pickKept<T extends NonNullable<unknown>>(list: readonly T[]): T {
    return itemOf(list, this.kept(list.length))
  }

  /** Returns a member of an enum. */
  member<Member extends string>(members: Members<Member>): Member {
    return this.pick(this.unknownFutureValue ? members.all : members.current)
  }

  /** Returns a random subset of a list, in the order of the list. */
  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.flag())
  }

  /** Builds a required value. */
  one<T>(build: Build<T>): T {
    this.below(1)
    return this.within(build)
  }

  /** Builds a value that may be absent or null. */
  optional<T>(build: Build<T>, weight = 2): T | null | undefined {
    if (this.nulls !== 'mixed') return this.flag(weight / 2) ? this.within(build) : this.#missing
    const presence = this.below(3, weight)
    return presence === 2 ? this.within(build) : presence === 1 ? null : undefined
  }

  /** Returns null or undefined, for an optional value that this document does not have. */
  missing(): null | undefined {
    return this.nulls === 'mixed' && this.flag() ? null : this.#missing
  }

  /** Builds a value that may be absent but is never null, such as a collection. */
  absentOr<T>(build: Build<T>, weight = 2): T | undefined {
    return this.flag(weight) ? this.within(build) : undefined
  }

  /** Builds a list of `least` to `most` values. The shortest is `weight` times as likely as each other length. */
  list<T>(least: number, most: number, build: Build<T>, weight = 1): T[] {
    const items: T[] = []
    const length = least + this.few(most - least + 1, weight)
    while (items.length < length) items.push(this.within(build))
    return items
  }

  /** Returns the `@odata.type` of an object of the declared type. Sometimes absent, because the service sometimes omits it. */
  tag<Tag extends string>(tag: Tag): Tag | undefined {
    return this.flag(1 / 7) ? undefined : tag
  }

  get #missing(): null | undefined {
    return this.nulls === 'present' ? null : undefined
  }
}

function itemOf<T extends NonNullable<unknown>>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError('Cannot pick from an empty list.')
  return item
}
