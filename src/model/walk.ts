import { collection, object, string } from './definitions.ts'
import { declarationOf, declarationsOf, objectType, type Provenance, type ValueType } from './index.ts'
import { isJsonObject, type JsonObject } from './json.ts'
import type { Path } from './path.ts'
import { actualTypeOf } from './typed-objects.ts'

/**
 * Returns the type that the model declares at a path of a body of the type `name`, or `undefined` if it declares none.
 * `'[]'` is any element of a collection. Accepts the properties of every type that extends a declared one.
 */
export function declaredAt(name: string, path: Path): ValueType | undefined {
  return path.reduce<ValueType | undefined>(declaredIn, { kind: 'object', name })
}

function declaredIn(type: ValueType | undefined, key: PropertyKey): ValueType | undefined {
  switch (type?.kind) {
    case 'any':
      return type
    case 'collection':
      return isIndex(key) ? type.of : undefined
    case 'one-or-many':
      return isIndex(key) ? object(type.many) : declaredIn(object(type.one), key)
    case 'object':
      return key === '@odata.type' ? string : declarationOf(type.name, String(key))?.property.type
    default:
      return undefined
  }
}

const isIndex = (key: PropertyKey) => key === '[]' || typeof key === 'number'

/** Returns the type of a value that can be an object or a collection. */
function typeFor(value: unknown, type: ValueType): ValueType {
  if (type.kind !== 'one-or-many') return type
  return Array.isArray(value) ? collection(object(type.many)) : object(type.one)
}

/** A value in a body, with its type in the model and the source of that type. */
export interface LocatedValue {
  readonly type: ValueType | { readonly kind: 'odata-type'; readonly of: string }
  readonly value: unknown
  /** Type that declares the property, if the value is one that the model requires. */
  readonly requiredBy?: string | undefined
  readonly provenance: Provenance
  readonly origin: string
}

/** Finds the value at a path of a body of the type `name`. Follows the actual types of the objects along the path. */
export function locate(name: string, body: unknown, path: Path): LocatedValue {
  const start: LocatedValue = { type: { kind: 'object', name }, value: body, ...sourceOf(name) }
  return path.reduce(locateIn, start)
}

function locateIn(parent: LocatedValue, key: PropertyKey): LocatedValue {
  const value = valueAt(parent.value, key)
  const type = parent.type.kind === 'odata-type' ? parent.type : typeFor(parent.value, parent.type)
  if (type.kind === 'collection') return { ...parent, type: type.of, value, requiredBy: undefined }
  if (type.kind !== 'object') return { ...parent, type: { kind: 'any' }, value, requiredBy: undefined }
  if (key === '@odata.type') {
    const origin = 'OData JSON Format 4.0, 4.5.3'
    return { type: { kind: 'odata-type', of: type.name }, value, provenance: 'documented', origin }
  }
  const name = typeOrDeclared(parent.value, type.name)
  const declaration = declarationOf(name, String(key)) ?? declarationOf(type.name, String(key))
  if (!declaration) return { type: { kind: 'any' }, value, ...sourceOf(name) }
  const { property, owner } = declaration
  const origin =
    property.provenance === 'metadata' ? `${property.origin}, ${owner}.${String(key)}` : property.origin
  const requiredBy = property.required ? owner : undefined
  return { type: property.type, value, requiredBy, provenance: property.provenance, origin }
}

function sourceOf(name: string): Pick<LocatedValue, 'provenance' | 'origin'> {
  return { provenance: 'metadata', origin: `${objectType(name).origin}, ${name}` }
}

function valueAt(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined
}

function typeOrDeclared(value: unknown, declared: string): string {
  return (isJsonObject(value) ? actualTypeOf(value, declared) : undefined) ?? declared
}

/** Functions that replace values of a body. Without a function, the values are kept. */
export interface Rewriter {
  /** Replaces a value that is neither null, nor an object, nor a collection of the model. */
  readonly value?: (value: unknown, type: ValueType) => unknown
  /** Replaces an object whose values are already rewritten. */
  readonly object?: (object: JsonObject, type: string) => JsonObject
}

/**
 * Returns a body with every value that the model declares rewritten, at any depth. Copies only the objects that change,
 * because a body can have many thousands of values, of which few change.
 */
export function rewrite(body: JsonObject, declared: string, rewriter: Rewriter): JsonObject {
  const type = typeOrDeclared(body, declared)
  const declarations = declarationsOf(type)
  let changes: Map<string, unknown> | undefined
  for (const key of Object.keys(body)) {
    const declaration = declarations.get(key)
    if (!declaration) continue
    const value = body[key]
    const rewritten = rewriteValue(value, declaration.property.type, rewriter)
    if (rewritten !== value) changes = (changes ?? new Map<string, unknown>()).set(key, rewritten)
  }
  const result = changes ? { ...body, ...Object.fromEntries(changes) } : body
  return rewriter.object?.(result, type) ?? result
}

function rewriteValue(value: unknown, type: ValueType, rewriter: Rewriter): unknown {
  if (value === null) return value
  if (type.kind === 'one-or-many') return rewriteValue(value, typeFor(value, type), rewriter)
  if (type.kind === 'collection' && Array.isArray(value)) {
    const items = value.map((item) => rewriteValue(item, type.of, rewriter))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (type.kind === 'object' && isJsonObject(value)) return rewrite(value, type.name, rewriter)
  return rewriter.value?.(value, type) ?? value
}
