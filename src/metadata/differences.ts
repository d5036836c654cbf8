import { maximumDepth } from '../model/json-copy.ts'
import { type Path, pathText } from '../model/path.ts'
import { describeValue } from '../read/describe-value.ts'
import {
  type Metadata,
  type MetadataEnumType,
  type MetadataObjectType,
  type TypeUse,
  typeText,
  withBaseTypes,
} from './metadata.ts'
import { isOfPrimitive } from './primitives.ts'

/** Value that differs from the `$metadata` document. */
export interface Difference {
  /** Path of the value, for example `targets[0].identity`. Empty for the body itself. */
  readonly path: string
  /** Type or values that the document declares. */
  readonly declared: string
  /** Short description of the value found. */
  readonly found: string
}

/**
 * Compares a JSON value with a type of a `$metadata` document. Missing properties are not differences. Undeclared properties
 * of an open type have no type unless their `@odata.type` names one.
 */
export function differencesFrom(metadata: Metadata, type: string, body: unknown): Difference[] {
  return useDifferences({ metadata, path: [] }, { name: type, isCollection: false, nullable: false }, body)
}

/** Position in a body, and the document to compare it with. */
interface Position {
  readonly metadata: Metadata
  readonly path: Path
}

/** A body of many levels would exceed the stack. */
const isTooDeep = ({ path }: Position) => path.length > maximumDepth

const tooDeep = ({ path }: Position): Difference => ({
  path: pathText(path.slice(0, 5)),
  declared: `at most ${maximumDepth} levels of nesting`,
  found: 'more',
})

const within = ({ metadata, path }: Position, key: string | number): Position => ({
  metadata,
  path: [...path, key],
})

function useDifferences(at: Position, use: TypeUse, value: unknown): Difference[] {
  if (isTooDeep(at)) return [tooDeep(at)]
  if (use.isCollection) {
    if (!Array.isArray(value)) return [difference(at, `an array (${typeText(use)})`, value)]
    const element = { ...use, isCollection: false }
    return value.flatMap((item, index) => useDifferences(within(at, index), element, item))
  }
  if (value === null) return use.nullable ? [] : [difference(at, `${use.name}, not null`, value)]
  return typeDifferences(at, use.name, value)
}

function typeDifferences(at: Position, name: string, value: unknown): Difference[] {
  const { objects, enums, definitions } = at.metadata
  if (objects.has(name)) return objectDifferences(at, name, value)
  const type = enums.get(name)
  if (type) return enumDifferences(at, name, type, value)
  const isOfType = isOfPrimitive(definitions.get(name) ?? name, value)
  if (isOfType) return []
  return [difference(at, isOfType === false ? name : `${name}, which the document does not declare`, value)]
}

function enumDifferences(
  at: Position,
  name: string,
  { members, isFlags }: MetadataEnumType,
  value: unknown,
): Difference[] {
  const parts = typeof value !== 'string' ? [] : isFlags ? value.split(/, */) : [value]
  if (parts.length > 0 && parts.every((part) => members.includes(part))) return []
  return [difference(at, `${isFlags ? 'some' : 'one'} of ${members.join(', ')} (${name})`, value)]
}

function objectDifferences(at: Position, declared: string, value: unknown): Difference[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [difference(at, `an object (${declared})`, value)]
  }
  const named = namedType(at.metadata, value)
  if (named === undefined) return propertyDifferences(at, declared, value)
  const types = withBaseTypes(at.metadata, named.type)
  if (types.some(({ name }) => name === declared) && !types[0]?.abstract) {
    return propertyDifferences(at, named.type, value)
  }
  const expected = `${declared}, or a declared ${types[0]?.abstract ? 'non-abstract ' : ''}type derived from it`
  return [difference(within(at, named.key), expected, named.value)]
}

function propertyDifferences(at: Position, type: string, value: object): Difference[] {
  const types = withBaseTypes(at.metadata, type)
  const isOpen = types.some(({ open }) => open)
  return Object.entries(value).flatMap(([key, inner]) => {
    // Control information and annotations contain an @: OData JSON Format 4.0, 4.5 and 18.
    if (key.includes('@')) return []
    const use = types.map(({ properties }) => properties.get(key)).find((found) => found !== undefined)
    if (use) return useDifferences(within(at, key), use, inner)
    return isOpen
      ? dynamicDifferences(within(at, key), inner)
      : [difference(within(at, key), undeclared(types), inner)]
  })
}

function undeclared([type]: readonly MetadataObjectType[]): string {
  const hint = type?.abstract ? ', which is abstract: the @odata.type is missing' : ', which is not open'
  return `no such property of ${type?.name}${hint}`
}

/** Compares an undeclared property of an open type. It can have any value, but a type that it names must be declared. */
function dynamicDifferences(at: Position, value: unknown): Difference[] {
  if (isTooDeep(at)) return [tooDeep(at)]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => dynamicDifferences(within(at, index), item))
  const named = namedType(at.metadata, value)
  if (named === undefined) {
    return Object.entries(value).flatMap(([key, inner]) => dynamicDifferences(within(at, key), inner))
  }
  if (at.metadata.objects.has(named.type)) return objectDifferences(at, named.type, value)
  return [difference(within(at, named.key), 'a declared entity type or complex type', named.value)]
}

/** Returns the type that an object names. In OData 4.01 the key is `@type`. Some bodies leave out the `#`. */
function namedType({ fullName }: Metadata, value: object) {
  const found = Object.entries(value).find(([name]) => name === '@odata.type' || name === '@type')
  if (!found) return undefined
  const [key, tag] = found
  return { key, value: tag, type: typeof tag === 'string' ? fullName(tag.replace(/^.*#/, '')) : '' }
}

function difference({ path }: Position, declared: string, value: unknown): Difference {
  return { path: pathText(path), declared, found: describeValue(value) }
}
