import { absentIn, type Cloud, changes } from './changes.ts'
import { concreteTypesOf, derivedTypesOf, objectType, odataTypeOf, propertiesOf } from './index.ts'
import type { JsonObject } from './json.ts'
import { ownerOf } from './owner.ts'
import { rewrite } from './walk.ts'

/**
 * Date and cloud of a version of the metadata.
 *
 * @example
 * ```ts
 * import { strictCallSchemaAsOf } from 'graph-call-testkit/schema'
 *
 * const version: MetadataVersion = { asOf: '2024-10-31', cloud: 'usnat' }
 * strictCallSchemaAsOf(version).safeParse(call).success
 * ```
 * Source: public history of the v1.0 metadata.
 */
export interface MetadataVersion {
  /** Date as `YYYY-MM-DD`, not before June 2022. Defaults to the newest metadata. */
  readonly asOf?: string | undefined
  /** Cloud. Defaults to `'global'`. */
  readonly cloud?: Cloud | undefined
}

/** Returns the names that a version of the metadata does not have: types, `Type.property`, actions and `action.parameter`. */
export function absentNames({ asOf, cloud = 'global' }: MetadataVersion): ReadonlySet<string> {
  const month = asOf?.slice(0, 'YYYY-MM'.length)
  const later = changes.filter(({ since }) => month !== undefined && since > month)
  return new Set([...later.flatMap(({ subjects }) => subjects), ...absentIn[cloud]])
}

/** Names that the newest metadata of the global cloud does not have: none. */
export const nothingAbsent: ReadonlySet<string> = new Set()

/**
 * True if a version of the metadata does not have a property: neither in a type, nor in a type that can take its place.
 *
 * @param absent - names from {@link absentNames}
 */
export function isAbsentProperty(type: string, key: string, absent: ReadonlySet<string>): boolean {
  if (absent.size === 0) return false
  const types = [type, ...derivedTypesOf(type), ...(objectType(type).alsoReceived ?? [])]
  return types
    .filter((each) => Object.hasOwn(propertiesOf(each), key))
    .every((each) => absent.has(each) || absent.has(`${declaringType(each, key)}.${key}`))
}

/** Returns the type that declares a property of a type: itself, or one that it extends. */
function declaringType(type: string, key: string): string {
  const { base, properties } = objectType(type)
  return base === undefined || Object.hasOwn(properties, key) ? type : declaringType(base, key)
}

/**
 * Returns a body without the properties that a version of the metadata does not have. An object of a type that it does not have
 * becomes one of the type that it extends.
 *
 * @param absent - names from {@link absentNames}
 */
export function withoutNames(body: JsonObject, declared: string, absent: ReadonlySet<string>): JsonObject {
  return rewrite(body, declared, {
    object: (object, type) =>
      Object.fromEntries(
        Object.entries(object).flatMap(([key, value]) => {
          if (key === '@odata.type') return [[key, absent.has(type) ? (baseTag(type) ?? value) : value]]
          const [name = key] = key.startsWith('@') ? [key] : key.split('@')
          return absent.has(`${ownerOf(type, name) ?? type}.${name}`) ? [] : [[key, value]]
        }),
      ),
  })
}

/** Returns the `@odata.type` of the type that a type extends, if objects can have it. */
function baseTag(type: string): string | undefined {
  const { base } = objectType(type)
  return base !== undefined && concreteTypesOf(base).includes(base) ? odataTypeOf(base) : undefined
}
