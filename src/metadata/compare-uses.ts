import { type DriftFinding, shortName } from './finding.ts'
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
      fix: 'Change the type in src/model, and code that expects the other form.',
    }
  }
  if (ours.name !== theirs.name) {
    yield {
      severity: 'breaking',
      kind: 'type-changed',
      ...at,
      ...types,
      fix: 'Change the type in src/model, and code that expects the old type.',
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
      fix: isBreaking ? breakingFixes[direction] : 'Change `nullable` in src/model.',
    }
  }
}

const breakingFixes = {
  value: 'Change `nullable` in src/model, and code that expects a value.',
  parameter: 'Change `required` in src/model, and send a value.',
} as const
