import type { Choice } from './recorded-choices.ts'

/** Returns the sum of all choices, which is 0 for the simplest value. {@link simpler} yields only records with a smaller sum. */
export function distance(choices: readonly Choice[]): number {
  return choices.reduce((sum, { value, within }) => sum + value + distance(within.flat()), 0)
}

/**
 * Yields simpler records, the simplest first: with all decisions undone, then each half, each quarter, down to a single
 * decision. Then yields records with one decision lowered or one list item removed.
 */
export function* simpler(choices: readonly Choice[]): Generator<readonly Choice[]> {
  const decisions = [...allOf(choices)].filter(({ value, kept }) => value > 0 && !kept)
  for (const part of partsOf(decisions)) {
    const undone = new Set(part)
    yield replace(choices, (choice) => (undone.has(choice) ? zero : choice))
  }
  for (const decision of decisions) {
    for (const lower of lowered(decision)) {
      yield replace(choices, (choice) => (choice === decision ? lower : choice))
    }
  }
}

/** Yields the whole list, then its halves, its quarters, and so on down to single items. */
export function* partsOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let size = list.length; size >= 1; size = Math.ceil(size / 2)) {
    for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
    if (size === 1) break
  }
}

const zero: Choice = { value: 0, atomic: false, within: [] }

/** Yields each decision before those that depend on it. */
function* allOf(choices: readonly Choice[]): Generator<Choice> {
  for (const choice of choices) {
    yield choice
    for (const inner of choice.within) yield* allOf(inner)
  }
}

function replace(choices: readonly Choice[], by: (choice: Choice) => Choice): readonly Choice[] {
  return choices.map((choice) => {
    const replacement = by(choice)
    if (replacement !== choice || choice.within.length === 0) return replacement
    return { ...choice, within: choice.within.map((inner) => replace(inner, by)) }
  })
}

function lowered(choice: Choice): Choice[] {
  const { value, atomic, within } = choice
  if (atomic) return []
  if (within.length > 1) return [...shorter(choice)]
  // Decrementing a number of many digits could take forever.
  const next = value < 100 ? [value - 1] : withFewerDigits(value)
  const lower = new Set([Math.floor(value / 2), ...next])
  lower.delete(0)
  return [...lower].map((value) => ({ ...choice, value }))
}

/** Yields lists without each half of their items, each quarter, down to a single item. */
function* shorter(choice: Choice): Generator<Choice> {
  const { value, within } = choice
  for (const part of partsOf([...within.keys()])) {
    const [first = 0] = part
    if (part.length > value || part.length === within.length) continue
    yield { ...choice, value: value - part.length, within: within.toSpliced(first, part.length) }
  }
}

/** Yields numbers without some of the first digits, and without the last one. */
function* withFewerDigits(value: number): Generator<number> {
  for (let limit = 10; limit < value; limit *= 10) yield value % limit
  yield Math.floor(value / 10)
}
