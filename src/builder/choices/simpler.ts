import type { Choice } from './recorded-choices.ts'

/** How far choices are from the simplest: the sum of them all. Whatever {@link simpler} gives has a smaller one. */
export function distance(choices: readonly Choice[]): number {
  return choices.reduce((sum, { value, within }) => sum + value + distance(within.flat()), 0)
}

/**
 * The records that are simpler than this one, the simplest first: with all undone, with one half of it undone, one quarter,
 * and so on down to a single decision; then with one decision lowered, or one item of a list left out.
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

/** All of a list, one half of it, the other, each quarter, and so on down to the single items. */
export function* partsOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let size = list.length; size >= 1; size = Math.ceil(size / 2)) {
    for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
    if (size === 1) break
  }
}

const zero: Choice = { value: 0, atomic: false, within: [] }

/** A decision before those that depend on it. */
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
  if (within.length > 1)
    return within.map((_, item) => ({ ...choice, value: value - 1, within: within.toSpliced(item, 1) }))
  const lower = new Set([value >> 1, value - 1])
  lower.delete(0)
  return [...lower].map((value) => ({ ...choice, value }))
}
