import { concreteTypesOf, declarationOf, navigationProperties } from '../model/index.ts'
import { isJsonObject } from '../model/json.ts'
import { QueryError } from './query-error.ts'
import { type Part, split } from './query-options.ts'
import { type Selection, selectionOf } from './selection.ts'
import { namespace, objectTypeOf } from './type-names.ts'

/** Parsed `$select`. */
export interface SelectClause {
  /** Items in order, without duplicates and spaces. */
  readonly items: readonly string[]
  /** Empty if the items include `*`: every property is selected. */
  readonly selection: Selection
}

/**
 * Parses the value of a `$select`. A property must be declared by the type or by a type that extends it, or occur in the
 * sample, because calls and identities are open types. OData accepts any name for an open type and returns nothing for
 * it; this function rejects such a name as a typo.
 *
 * @param type - the type that is selected from
 * @param sample - the object that is selected from
 * @throws {@link QueryError} if a property is unknown
 * Source: OData URL Conventions 4.0, 5.1.3.
 */
export function readSelect(value: Part, type: string, sample: unknown): SelectClause {
  const paths = split(value, ',').map((item) => readPath(item, type, sample))
  const items = [...new Set(paths.map((path) => path.join('/')))]
  return { items, selection: selectionOf(items.includes('*') ? [] : paths) }
}

/** Position in a path: its declared type, if any, and the values of the sample at this position. */
interface Position {
  readonly type: string | undefined
  readonly values: readonly unknown[]
}

function readPath(item: Part, type: string, sample: unknown): readonly string[] {
  if (item.text === '*') return ['*']
  const path: string[] = []
  let position: Position = { type, values: [sample] }
  const segments = split(item, '/')
  for (const segment of segments) {
    const isLast = segment === segments.at(-1)
    if (!isLast && segment.text.startsWith(namespace)) {
      const { type } = position
      position = cast(position, segment)
      // A cast to the declared type is redundant.
      if (position.type !== type) path.push(segment.text)
      continue
    }
    if (!isLast && type === 'call' && path.length === 0 && isNavigation(segment)) {
      throw selectError(
        `'${segment.text}' is a navigation property. Use $expand to select its properties.`,
        segment,
      )
    }
    position = property(position, segment)
    path.push(segment.text)
  }
  return path
}

function property({ type, values }: Position, segment: Part): Position {
  const name = segment.text
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
    throw selectError(`Term '${name}' is not valid in a $select or $expand expression.`, segment)
  }
  const objects = values.flat().filter(isJsonObject)
  const declared = type === undefined ? undefined : declarationOf(type, name)?.property
  if (!declared && !objects.some((object) => Object.hasOwn(object, name))) {
    const owner = type === undefined ? 'a value without properties' : `type '${namespace}${type}'`
    throw selectError(`Could not find a property named '${name}' on ${owner}.`, segment)
  }
  return { type: declared && objectTypeOf(declared.type), values: objects.map((object) => object[name]) }
}

function cast({ type, values }: Position, segment: Part): Position {
  const name = segment.text.slice(namespace.length)
  if (type !== undefined && [type, ...concreteTypesOf(type)].includes(name)) return { type: name, values }
  throw selectError(`The type '${segment.text}' is not allowed here.`, segment)
}

function isNavigation({ text }: Part): boolean {
  return navigationProperties.some((name) => name === text)
}

function selectError(reason: string, { at }: Part): QueryError {
  return new QueryError(`Parsing OData Select and Expand failed: ${reason}`, '$select', at)
}
