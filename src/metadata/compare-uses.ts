import { type DriftFinding, nothingToDo, shortName } from './finding.ts'
import { type TypeUse, typeText } from './metadata.ts'

/** Yields the differences between two uses of a type: of a value that code reads, or of a parameter that it sends. */
export function* compareUses(
  at: Pick<DriftFinding, 'type' | 'property'>,
  ours: TypeUse,
  theirs: TypeUse,
  direction: 'value' | 'parameter',
): Generator<DriftFinding> {
  const types = { ours: shortName(typeText(ours)), theirs: shortName(typeText(theirs)) }
  if (ours.isCollection !== theirs.isCollection) {
    yield {
      severity: 'breaking',
      kind: 'collection-changed',
      ...at,
      ...types,
      fix: theirs.isCollection ? 'Change code that expects one value.' : 'Change code that expects an array.',
    }
  }
  if (ours.name !== theirs.name) {
    yield {
      severity: 'breaking',
      kind: 'type-changed',
      ...at,
      ...types,
      fix: 'Change code that expects the old type.',
    }
  }
  if (ours.nullable !== theirs.nullable) {
    // A reader breaks if a value can become null, a sender if a parameter can no longer be left out.
    const isBreaking = theirs.nullable === (direction === 'value')
    yield {
      severity: isBreaking ? 'breaking' : 'cosmetic',
      kind: 'nullability-changed',
      ...at,
      ours: ours.nullable ? 'nullable' : 'not nullable',
      theirs: theirs.nullable ? 'nullable' : 'not nullable',
      fix: isBreaking ? breakingFixes[direction] : nothingToDo,
    }
  }
}

const breakingFixes = {
  value: 'Change code that expects a value: it can be null.',
  parameter: 'Send a value: it is required.',
} as const
