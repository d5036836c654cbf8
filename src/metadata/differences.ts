import { type Path, pathText } from '../model/path.ts'
import { describeValue } from '../read/describe-value.ts'
import { type EnumType, lineOf, type Metadata, type ObjectType, type TypeUse, typeText } from './metadata.ts'
import { isOfPrimitive } from './primitives.ts'

/** A value that is not what a document declares. */
export interface Difference {
  /** `targets[0].identity`; empty for the body itself. */
  readonly path: string
  readonly declared: string
  readonly found: string
}

/**
 * Where a JSON value is not what a `$metadata` document declares of a type. A part of an object is fine: what is absent is no difference.
 * What an open type takes beyond its declared properties has no type, unless its `@odata.type` names one.
 */
export function differencesFrom(metadata: Metadata, type: string, body: unknown): Difference[] {
  return ofUse({ metadata, path: [] }, { name: type, isCollection: false, nullable: false }, body)
}

/** Where in a body, and by which document. */
interface At {
  readonly metadata: Metadata
  readonly path: Path
}

const within = ({ metadata, path }: At, key: string | number): At => ({ metadata, path: [...path, key] })

function ofUse(at: At, use: TypeUse, value: unknown): Difference[] {
  if (use.isCollection) {
    if (!Array.isArray(value)) return [difference(at, `an array (${typeText(use)})`, value)]
    const element = { ...use, isCollection: false }
    return value.flatMap((one, index) => ofUse(within(at, index), element, one))
  }
  if (value === null) return use.nullable ? [] : [difference(at, `${use.name}, not null`, value)]
  return ofType(at, use.name, value)
}

function ofType(at: At, name: string, value: unknown): Difference[] {
  const { objects, enums, definitions } = at.metadata
  if (objects.has(name)) return ofObject(at, name, value)
  const type = enums.get(name)
  if (type) return ofEnum(at, name, type, value)
  const isOfType = isOfPrimitive(definitions.get(name) ?? name, value)
  if (isOfType) return []
  return [difference(at, isOfType === false ? name : `${name}, which the document does not declare`, value)]
}

function ofEnum(at: At, name: string, { members, isFlags }: EnumType, value: unknown): Difference[] {
  const named = typeof value !== 'string' ? [] : isFlags ? value.split(/, */) : [value]
  if (named.length > 0 && named.every((one) => members.includes(one))) return []
  return [difference(at, `${isFlags ? 'some' : 'one'} of ${members.join(', ')} (${name})`, value)]
}

function ofObject(at: At, declared: string, value: unknown): Difference[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [difference(at, `an object (${declared})`, value)]
  }
  const named = namedType(at.metadata, value)
  if (named === undefined) return ofProperties(at, declared, value)
  const line = lineOf(at.metadata, named.type)
  if (line.some(({ name }) => name === declared) && !line[0]?.abstract) {
    return ofProperties(at, named.type, value)
  }
  const wanted = `${declared}, or a declared type derived from it`
  const expected = line[0]?.abstract ? `${wanted}, none that is abstract` : wanted
  return [difference(within(at, named.key), expected, named.value)]
}

function ofProperties(at: At, type: string, value: object): Difference[] {
  const line = lineOf(at.metadata, type)
  const isOpen = line.some(({ open }) => open)
  return Object.entries(value).flatMap(([key, inner]) => {
    // Control information and annotations have an @ in their names: OData JSON Format 4.0, 4.5 and 18.
    if (key.includes('@')) return []
    const use = line.map(({ properties }) => properties.get(key)).find((found) => found !== undefined)
    if (use) return ofUse(within(at, key), use, inner)
    return isOpen ? ofDynamic(within(at, key), inner) : [difference(within(at, key), undeclared(line), inner)]
  })
}

function undeclared([type]: readonly ObjectType[]): string {
  const hint = type?.abstract ? ', which is abstract: the @odata.type is missing' : ', which is not open'
  return `no such property of ${type?.name}${hint}`
}

/** What an open type takes: anything, and what names its type is of that. */
function ofDynamic(at: At, value: unknown): Difference[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one, index) => ofDynamic(within(at, index), one))
  const named = namedType(at.metadata, value)
  if (named === undefined) {
    return Object.entries(value).flatMap(([key, inner]) => ofDynamic(within(at, key), inner))
  }
  if (at.metadata.objects.has(named.type)) return ofObject(at, named.type, value)
  return [difference(within(at, named.key), 'a declared entity type or complex type', named.value)]
}

/** The type that an object says it has. OData 4.01 leaves `odata.` out; some bodies leave out the `#`. */
function namedType({ fullName }: Metadata, value: object) {
  const found = Object.entries(value).find(([name]) => name === '@odata.type' || name === '@type')
  if (!found) return undefined
  const [key, named] = found
  return { key, value: named, type: typeof named === 'string' ? fullName(named.replace(/^.*#/, '')) : '' }
}

function difference({ path }: At, declared: string, value: unknown): Difference {
  return { path: pathText(path), declared, found: describeValue(value) }
}
