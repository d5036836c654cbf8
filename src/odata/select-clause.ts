import { concreteTypesOf, declarationOf, navigationProperties } from '../model/index.ts'
import { isJsonObject } from '../model/json.ts'
import { QueryError } from './query-error.ts'
import { type Part, split } from './query-options.ts'
import { type Selection, selectionOf } from './selection.ts'
import { namespace, objectTypeOf } from './type-names.ts'

/** What a `$select` asks for. */
export interface SelectClause {
  /** Its items, each once, in their order, without spaces. */
  readonly items: readonly string[]
  /** Empty where `*` is among the items: every property is kept. */
  readonly selection: Selection
}

/**
 * Reads the value of a `$select`. A name must be described, be it for a type that extends the one here, or be in the
 * sample: call and its identities are open types. Of an open type OData would take any other name too, and answer
 * nothing for it; here it is taken for a slip.
 *
 * @param type - the type that is selected from
 * @param sample - what is selected from
 * @throws QueryError where it is empty, or a name leads nowhere
 * Source: OData URL Conventions 4.0, 5.1.3.
 */
export function readSelect(value: Part, type: string, sample: unknown): SelectClause {
  const paths = split(value, ',').map((item) => readPath(item, type, sample))
  const items = [...new Set(paths.map((path) => path.join('/')))]
  return { items, selection: selectionOf(items.includes('*') ? [] : paths) }
}

/** Somewhere on the way of a path: the type that is described there, if one is, and the values that are found. */
interface Place {
  readonly type: string | undefined
  readonly values: readonly unknown[]
}

function readPath(item: Part, type: string, sample: unknown): readonly string[] {
  if (item.text === '*') return ['*']
  const path: string[] = []
  let place: Place = { type, values: [sample] }
  const segments = split(item, '/')
  for (const segment of segments) {
    const isLast = segment === segments.at(-1)
    if (!isLast && segment.text.startsWith(namespace)) {
      const { type } = place
      place = cast(place, segment)
      // Which type it is declared to be, an object need not say.
      if (place.type !== type) path.push(segment.text)
      continue
    }
    if (!isLast && type === 'call' && path.length === 0 && isNavigation(segment)) {
      throw problem(`'${segment.text}' is a navigation property: $expand leads into it.`, segment)
    }
    place = property(place, segment)
    path.push(segment.text)
  }
  return path
}

function property({ type, values }: Place, segment: Part): Place {
  const name = segment.text
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
    throw problem(`Term '${name}' is not valid in a $select or $expand expression.`, segment)
  }
  const objects = values.flat().filter(isJsonObject)
  const declared = type === undefined ? undefined : declarationOf(type, name)?.property
  if (!declared && !objects.some((object) => Object.hasOwn(object, name))) {
    const owner = type === undefined ? 'a value that has none' : `type '${namespace}${type}'`
    throw problem(`Could not find a property named '${name}' on ${owner}.`, segment)
  }
  return { type: declared && objectTypeOf(declared.type), values: objects.map((object) => object[name]) }
}

function cast({ type, values }: Place, segment: Part): Place {
  const name = segment.text.slice(namespace.length)
  if (type !== undefined && [type, ...concreteTypesOf(type)].includes(name)) return { type: name, values }
  throw problem(`The type '${segment.text}' is none that may stand here.`, segment)
}

function isNavigation({ text }: Part): boolean {
  return navigationProperties.some((name) => name === text)
}

function problem(reason: string, { at }: Part): QueryError {
  return new QueryError(`Parsing OData Select and Expand failed: ${reason}`, '$select', at)
}
