import { objectTypeOf } from '../model/definitions.ts'
import { concreteTypesOf, declarationOf, navigationProperties } from '../model/index.ts'
import { isAbsentProperty } from '../model/metadata-version.ts'
import { QueryError } from './query-error.ts'
import { type Part, split } from './query-options.ts'
import type { Sample } from './sample.ts'
import { type Selection, selectionOf } from './selection.ts'
import { namespace } from './type-names.ts'

/** Parsed `$select`. */
export interface SelectClause {
  /** Items in order, without duplicates and spaces. */
  readonly items: readonly string[]
  /** Empty if the items include `*`: every property is selected. */
  readonly selection: Selection
}

/**
 * Parses the value of a `$select`. A property must be declared by the type or by a type that extends it, or occur in the
 * sample: calls and identities are open types. OData accepts any name for an open type. This function rejects a name that
 * would select nothing, because it is probably a typo.
 *
 * @param type - the type that is selected from
 * @param sample - the objects that are selected from
 * @param absent - names that the metadata of the service does not have
 * @throws a {@link QueryError} if a property is unknown
 * Source: OData URL Conventions 4.0, 5.1.3.
 */
export function readSelect(
  value: Part,
  type: string,
  sample: Sample,
  absent: ReadonlySet<string>,
): SelectClause {
  const paths = distinct(split(value, ',')).map((item) => readPath(item, type, sample, absent))
  const items = [...new Set(paths.map((path) => path.join('/')))]
  return { items, selection: selectionOf(items.includes('*') ? [] : paths) }
}

/** Removes repeated parts, which have no effect. */
function distinct(parts: readonly Part[]): readonly Part[] {
  const texts = new Set<string>()
  return parts.filter(({ text }) => !texts.has(text) && texts.add(text))
}

/** Position in a path: its declared type, if any, and its values in the sample. */
interface Position {
  readonly type: string | undefined
  readonly sample: Sample
}

function readPath(item: Part, type: string, sample: Sample, absent: ReadonlySet<string>): readonly string[] {
  if (item.text === '*') return ['*']
  const path: string[] = []
  let position: Position = { type, sample }
  const segments = split(item, '/')
  for (const segment of segments) {
    const isLast = segment === segments.at(-1)
    if (!isLast && segment.text.startsWith(namespace)) {
      const { type } = position
      position = cast(position, segment, absent)
      // A cast to the declared type is redundant.
      if (position.type !== type) path.push(segment.text)
      continue
    }
    const isOfCall = type === 'call' && path.length === 0
    if (!isLast && isOfCall && isNavigation(segment) && !isAbsentProperty(type, segment.text, absent)) {
      throw selectError(
        `'${segment.text}' is a navigation property. Use $expand to select its properties.`,
        segment,
      )
    }
    const declared = declaredType(position, segment, absent)
    if (!isLast) position = { type: declared, sample: position.sample.at(segment.text) }
    path.push(segment.text)
  }
  return path
}

/**
 * Returns the declared type of a property, if it has an object type.
 *
 * @throws QueryError if the property is neither declared nor in the sample
 */
function declaredType(
  { type, sample }: Position,
  segment: Part,
  absent: ReadonlySet<string>,
): string | undefined {
  const name = segment.text
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
    throw selectError(`Term '${name}' is not valid in a $select or $expand expression.`, segment)
  }
  const known = type === undefined ? undefined : declarationOf(type, name)?.property
  const declared = type !== undefined && isAbsentProperty(type, name, absent) ? undefined : known
  if (!declared && !sample.has(name)) {
    const owner = type === undefined ? 'a value without properties' : `type '${namespace}${type}'`
    throw selectError(`Could not find a property named '${name}' on ${owner}.`, segment)
  }
  return declared && objectTypeOf(declared.type)
}

function cast({ type, sample }: Position, segment: Part, absent: ReadonlySet<string>): Position {
  const name = segment.text.slice(namespace.length)
  const types = type === undefined ? [] : [type, ...concreteTypesOf(type)]
  if (types.includes(name) && !absent.has(name)) return { type: name, sample }
  throw selectError(`The type '${segment.text}' is not allowed here.`, segment)
}

function isNavigation({ text }: Part): boolean {
  return navigationProperties.some((name) => name === text)
}

function selectError(reason: string, { at }: Part): QueryError {
  return new QueryError(`Parsing OData Select and Expand failed: ${reason}`, '$select', at)
}
