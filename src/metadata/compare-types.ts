import { sharedTypes } from '../model/declared.ts'
import { compareUses } from './compare-uses.ts'
import { type DriftFinding, type DriftKind, nothingToDo, shortName } from './finding.ts'
import { type Metadata, type MetadataObjectType, typeText, withBaseTypes } from './metadata.ts'

/** Metadata of the model, and of a document. */
export interface Compared {
  readonly ours: Metadata
  readonly theirs: Metadata
  /** Properties of a type that the model knows from another source than the metadata. */
  readonly knownPropertiesOf: (type: string) => ReadonlySet<string>
}

/** Yields the differences of a type that both declare. */
export function* compareTypes(
  compared: Compared,
  type: MetadataObjectType,
  other: MetadataObjectType,
): Generator<DriftFinding> {
  const name = shortName(type.name)
  const { ours, theirs } = compared
  const isOpen = { ours: hasOpen(ours, type), theirs: hasOpen(theirs, other) }
  if (type.base !== other.base) {
    yield {
      severity: 'breaking',
      kind: 'base-changed',
      type: name,
      ours: shortName(type.base ?? 'no base type'),
      theirs: shortName(other.base ?? 'no base type'),
      fix: 'Change code that accepts the old base type: it can get other properties.',
    }
  }
  if (type.abstract !== other.abstract) {
    yield {
      severity: 'breaking',
      kind: 'abstract-changed',
      type: name,
      ours: type.abstract ? 'abstract' : 'not abstract',
      theirs: other.abstract ? 'abstract' : 'not abstract',
      fix: other.abstract
        ? 'Expect a type that extends it: each value needs an @odata.type.'
        : 'Accept values without @odata.type.',
    }
  }
  if (isOpen.ours !== isOpen.theirs) {
    yield {
      severity: isOpen.theirs ? 'new' : 'cosmetic',
      kind: 'open-changed',
      type: name,
      ours: isOpen.ours ? 'open' : 'closed',
      theirs: isOpen.theirs ? 'open' : 'closed',
      fix: isOpen.theirs ? 'Accept unknown properties.' : nothingToDo,
    }
  }
  yield* compareProperties(compared, type, other)
}

function* compareProperties(
  { ours, theirs, knownPropertiesOf }: Compared,
  type: MetadataObjectType,
  other: MetadataObjectType,
): Generator<DriftFinding> {
  const name = shortName(type.name)
  for (const [property, use] of type.properties) {
    const found = propertyIn(theirs, other, property)
    if (found) yield* compareUses({ type: name, property }, use, found, 'value')
    else {
      yield {
        severity: 'breaking',
        kind: 'property-removed',
        type: name,
        property,
        ours: shortName(typeText(use)),
        fix: 'Do not rely on the property: the service no longer declares it.',
      }
    }
  }
  const known = knownPropertiesOf(name)
  for (const [property, use] of other.properties) {
    if (propertyIn(ours, type, property)) continue
    yield {
      severity: known.has(property) ? 'cosmetic' : 'new',
      kind: 'property-added',
      type: name,
      property,
      theirs: shortName(typeText(use)),
      fix: known.has(property)
        ? nothingToDo
        : 'Accept the property: readers that reject unknown properties fail.',
    }
  }
}

function propertyIn(metadata: Metadata, type: MetadataObjectType, property: string) {
  return withBaseTypes(metadata, type.name)
    .map(({ properties }) => properties.get(property))
    .find((use) => use !== undefined)
}

function hasOpen(metadata: Metadata, type: MetadataObjectType): boolean {
  return withBaseTypes(metadata, type.name).some(({ open }) => open)
}

/** Returns the finding for a type or enum that only one of them has. */
export function onlyIn(side: 'ours' | 'theirs', fullName: string, what: string): DriftFinding {
  const kind: DriftKind = side === 'ours' ? 'type-removed' : 'type-added'
  return {
    severity: side === 'ours' ? 'breaking' : 'new',
    kind,
    type: shortName(fullName),
    [side]: what,
    fix:
      side === 'ours'
        ? 'Do not rely on the type: the service no longer declares it.'
        : 'Accept the type: readers that reject an unknown @odata.type fail.',
  }
}

/** True for a type that the rest of Graph uses as well, so that not every type that extends it can be in a call. */
export function isShared(fullName: string): boolean {
  return sharedTypes.includes(shortName(fullName))
}
