import type { Members } from './members.ts'
import { longestOf, type SizeOption } from './size.ts'
import type { Weighted } from './weighted.ts'

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
  /** True if enums are often `unknownFutureValue`, false if they never are. By default they rarely are. */
  readonly unknownFutureValue?: boolean | undefined
  /** Size of long lists and of composed texts. Defaults to `'small'`. */
  readonly size?: SizeOption | undefined
}

/** Share of the values that are composed instead of picked from a list. */
const composedShare = 1 / 6

/** Share of the lists that are longer than usual. */
const longShare = 1 / 10

/** Share of the enum values that are `unknownFutureValue` by default. */
const futureShare = 1 / 40

/** Function that builds one value, such as an identity, from choices. */
export type Build<T> = (choices: Choices) => T

/**
 * Source of the decisions that a builder makes. A decision is a non-negative integer, and 0 always means the simplest value:
 * absence, the first item of a list, the shortest list, the documented value. Lower numbers therefore build simpler values,
 * and the same builder can generate and shrink.
 */
export abstract class Choices {
  readonly nulls: Nulls
  /** True while a value shrinks: the values that are built are alike. */
  readonly isReplay: boolean = false
  readonly #unknownFutureValue: boolean | undefined
  readonly #longest: number
  #isInLongList = false

  constructor({ nulls = 'mixed', unknownFutureValue, size = 'small' }: Settings = {}) {
    this.nulls = nulls
    this.#unknownFutureValue = unknownFutureValue
    this.#longest = longestOf(size)
  }

  /** Returns an integer below the limit. The highest one is `weight` times as likely as each of the others. */
  abstract below(limit: number, weight?: number): number

  /** Returns an integer below the limit. 0 is `weight` times as likely as each of the others. */
  abstract few(limit: number, weight: number): number

  /** Returns an integer below the limit. Shrinks to the lowest one that fails, because each lower one is tried. */
  abstract ranked(limit: number): number

  /** Returns an integer below `few`, or rarely one from `few` up to the limit: `share` is the share of the latter. */
  abstract mostly(few: number, limit: number, share: number): number

  /** Returns an integer below the number of weights. */
  abstract weighted(bounds: readonly number[]): number

  /** Returns an integer below the limit, with any number of digits: one digit is as likely as ten. */
  abstract digits(limit: number): number

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

  /** Returns an item of a list, with its weight. */
  pickWeighted<T extends NonNullable<unknown>>({ items, bounds }: Weighted<T>): T {
    return itemOf(items, this.weighted(bounds))
  }

  /** Returns an item of a list, or composes a value. `share` is the share of composed values. */
  pickOr<T extends NonNullable<unknown>>(list: readonly T[], compose: Build<T>, share = composedShare): T {
    const index = this.mostly(list.length, list.length + 1, share)
    return index < list.length ? itemOf(list, index) : this.within(compose)
  }

  /** Returns a member of an enum. */
  member<Member extends string>({ all, current }: Members<Member>): Member {
    if (this.#unknownFutureValue !== undefined) return this.pick(this.#unknownFutureValue ? all : current)
    return itemOf(all, this.mostly(current.length, all.length, futureShare))
  }

  /** Returns a random subset of the members of an enum, beginning with any of them. */
  someMembers<Member extends string>({ all, current }: Members<Member>): Member[] {
    if (this.#unknownFutureValue !== undefined) return this.some(this.#unknownFutureValue ? all : current)
    const isFuture = this.mostly(1, 2, futureShare) === 1
    return this.some(current, isFuture ? all.slice(current.length) : [])
  }

  /** Returns a random subset of a list, with the additional items. Sometimes begins with another item than the list does. */
  some<T>(list: readonly T[], additional: readonly T[] = []): T[] {
    const chosen = list.filter(() => this.flag())
    return this.rotated([...chosen, ...additional])
  }

  /** Returns a list that begins with any of its items. Shrinks to the list itself. */
  rotated<T>(list: readonly T[]): T[] {
    const first = this.below(Math.max(list.length, 1))
    return [...list.slice(first), ...list.slice(0, first)]
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

  /** Builds a list of `least` to `most` values, or sometimes a longer one. A list within a long list is short. */
  longList<T>(least: number, most: number, build: Build<T>): T[] {
    const usual = Math.min(most - least, this.#longest) + 1
    const share = this.#isInLongList ? 0 : longShare
    const length = least + this.mostly(usual, Math.max(usual, this.#longest + 1), share)
    const outer = this.#isInLongList
    if (length > most) this.#isInLongList = true
    const items: T[] = []
    while (items.length < length) items.push(this.within(build))
    this.#isInLongList = outer
    return items
  }

  /** Builds a text from parts: as many as the size allows. A text within a long list is short. */
  text(build: Build<string>): string {
    const most = this.#isInLongList ? Math.min(this.#longest, longestOf('small')) : this.#longest
    let text = ''
    for (let parts = this.below(most + 1); parts > 0; parts--) text += this.within(build)
    return text
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
