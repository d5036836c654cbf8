import type { Choice } from './recorded-choices.ts'

/** Choices of a record to replace, each with its replacement. */
type Edit = ReadonlyMap<Choice, Choice>

/** A record with some choices replaced. Copies the record only if `choices` is read, because most simpler values are never shrunk. */
export class EditedRecord {
  readonly original: readonly Choice[]
  readonly edit: Edit

  constructor(original: readonly Choice[], edit: Edit) {
    this.original = original
    this.edit = edit
  }

  /** The choices after the replacement. */
  get choices(): readonly Choice[] {
    return replaced(this.original, this.edit)
  }
}

/** Returns the sum of all choices, which is 0 for the simplest value. {@link simpler} yields only records with a smaller sum. */
export function distance(choices: readonly Choice[]): number {
  return choices.reduce((sum, { value, within }) => sum + value + distance(within.flat()), 0)
}

/**
 * Yields simpler records, the simplest first: with all decisions undone, then each half, each quarter, down to a single
 * decision. Then yields records with one decision lowered or one list item removed.
 */
export function* simpler(choices: readonly Choice[]): Generator<EditedRecord> {
  const decisions: Choice[] = []
  addDecisions(decisions, choices)
  for (const part of partsOf(decisions)) {
    yield new EditedRecord(choices, new Map(part.map((choice) => [choice, zero])))
  }
  for (const decision of decisions) {
    for (const lower of lowered(decision)) yield new EditedRecord(choices, new Map([[decision, lower]]))
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

/** Adds the choices that can be simpler, each before those that depend on it. */
function addDecisions(decisions: Choice[], choices: readonly Choice[]): void {
  for (const choice of choices) {
    if (choice.value > 0 && !choice.kept) decisions.push(choice)
    for (const inner of choice.within) addDecisions(decisions, inner)
  }
}

function replaced(choices: readonly Choice[], edit: Edit): readonly Choice[] {
  return choices.map((choice) => {
    const replacement = edit.get(choice)
    if (replacement) return replacement
    if (choice.within.length === 0) return choice
    return { ...choice, within: choice.within.map((inner) => replaced(inner, edit)) }
  })
}

function lowered(choice: Choice): Choice[] {
  const { value, atomic, ranked, within } = choice
  if (atomic) return []
  if (ranked) return Array.from({ length: value - 1 }, (_, index) => ({ ...choice, value: index + 1 }))
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
