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

/** Yields lower values of a decision, and shorter lists. Lists of thousands of items have too many of them to hold at once. */
function* lowered(choice: Choice): Generator<Choice> {
  const { value, atomic, ranked, within } = choice
  if (atomic) return
  if (ranked) for (let lower = 1; lower < value; lower++) yield { ...choice, value: lower }
  else if (within.length > 1) yield* shorter(choice)
  else for (const lower of lowerNumbers(value)) yield { ...choice, value: lower }
}

/** Lists with more items lose several at once, or their last ones. Each single item would take as many tries as there are items. */
const mostTriedItems = 64

/** Yields lists without each half of their items, each quarter, down to a single item. */
function* shorter(choice: Choice): Generator<Choice> {
  const { value, within } = choice
  const { length } = within
  for (const part of partsOf([...within.keys()])) {
    const [first = 0] = part
    if (part.length > value || part.length === length) continue
    if (length > mostTriedItems * part.length && first + part.length < length) continue
    yield { ...choice, value: value - part.length, within: within.toSpliced(first, part.length) }
  }
}

/** Yields lower numbers: with fewer digits, then ever closer to the number, so that few tries find the lowest one that fails. */
function* lowerNumbers(value: number): Generator<number> {
  const lower = new Set<number>()
  for (let limit = 10; limit < value && value >= 100; limit *= 10) lower.add(value % limit)
  // An index of a list is low, and few steps lead to the next one.
  const closest = value < 32 ? value : 1
  for (let gap = value; gap >= closest; gap = Math.floor(gap / 2)) lower.add(value - Math.ceil(gap / 2))
  lower.add(value - 1)
  lower.delete(0)
  yield* lower
}
