import type { Members } from './members.ts'

/** What a builder leaves in place of a value that is missing: absence, null, or now the one and now the other. */
export type Nulls = 'present' | 'absent' | 'mixed'

/** What holds for a whole document. */
export interface Settings {
  /** `'mixed'` unless said otherwise: the service does both. */
  readonly nulls?: Nulls | undefined
  /** Whether enums may be `unknownFutureValue`. Not unless said so. */
  readonly unknownFutureValue?: boolean | undefined
}

/** Builds one value out of choices, e.g. an identity. */
export type Build<T> = (choices: Choices) => T

/**
 * Where a builder gets its decisions from. A decision is a whole number, and 0 always stands for the simplest: absence, the
 * first of a list, the shortest list, the documented value. So whoever has lower numbers builds a simpler value, and the
 * one text of the builder serves to generate and to shrink.
 */
export abstract class Choices {
  readonly nulls: Nulls
  readonly unknownFutureValue: boolean

  constructor({ nulls = 'mixed', unknownFutureValue = false }: Settings = {}) {
    this.nulls = nulls
    this.unknownFutureValue = unknownFutureValue
  }

  /** A whole number below the limit. The last one is `weight` times as likely as each other. */
  abstract below(limit: number, weight?: number): number

  /** 32 bits to make an id of. No value between them and 0 is any simpler. */
  abstract word(): number

  /** A whole number below the limit, which no shrink changes: what makes a value another one, and not a simpler one. */
  abstract kept(limit: number): number

  /** Builds what depends on the last decision, e.g. an item of a list on its length: where that is undone, this goes with it. */
  protected abstract within<T>(build: Build<T>): T

  /** `true` is `weight` times as likely as `false`. */
  flag(weight = 1): boolean {
    return this.below(2, weight) === 1
  }

  /** One of a list, whose first is the simplest. */
  pick<T extends NonNullable<unknown>>(list: readonly T[]): T {
    return itemOf(list, this.below(list.length))
  }

  /** One of a list, whichever it is: no shrink takes another. */
  keptOf<T extends NonNullable<unknown>>(list: readonly T[]): T {
    return itemOf(list, this.kept(list.length))
  }

  /** A member of an enum. */
  member<Member extends string>(members: Members<Member>): Member {
    return this.pick(this.unknownFutureValue ? members.all : members.today)
  }

  /** Each of a list or not, in their order. */
  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.flag())
  }

  /** What has to be there. */
  one<T>(build: Build<T>): T {
    this.below(1)
    return this.within(build)
  }

  /** What may be absent, and may be null. */
  optional<T>(build: Build<T>, weight = 2): T | null | undefined {
    if (this.nulls !== 'mixed') return this.flag(weight / 2) ? this.within(build) : this.#missing
    const presence = this.below(3, weight)
    return presence === 2 ? this.within(build) : presence === 1 ? null : undefined
  }

  /** What is missing here, as an optional value may be. */
  missing(): null | undefined {
    return this.nulls === 'mixed' && this.flag() ? null : this.#missing
  }

  /** What may be absent, but is never null, as a collection is. */
  absentOr<T>(build: Build<T>, weight = 2): T | undefined {
    return this.flag(weight) ? this.within(build) : undefined
  }

  /** A list of `least` to `most` values. */
  list<T>(least: number, most: number, build: Build<T>): T[] {
    const items: T[] = []
    const length = least + this.below(most - least + 1)
    while (items.length < length) items.push(this.within(build))
    return items
  }

  /** The `@odata.type` of an object that is of its declared type: now and then the service leaves it out. */
  tag<Tag extends string>(tag: Tag): Tag | undefined {
    return this.flag(1 / 7) ? undefined : tag
  }

  get #missing(): null | undefined {
    return this.nulls === 'present' ? null : undefined
  }
}

function itemOf<T extends NonNullable<unknown>>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError('There is nothing to pick from.')
  return item
}
