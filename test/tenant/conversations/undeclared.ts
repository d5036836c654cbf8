import { declarationsOf, type ValueType } from '../../../src/model/index.ts'
import { isJsonObject } from '../../../src/model/json.ts'
import { actualTypeOf } from '../../../src/model/typed-objects.ts'

/** Returns the paths of the properties of a value that the model does not declare, neither from the metadata nor as reported. */
export function undeclaredIn(type: ValueType, value: unknown, path = ''): readonly string[] {
  if (type.kind === 'one-or-many') {
    const named = Array.isArray(value)
      ? ({ kind: 'collection', of: { kind: 'object', name: type.many } } as const)
      : ({ kind: 'object', name: type.one } as const)
    return undeclaredIn(named, value, path)
  }
  if (type.kind === 'collection') {
    return Array.isArray(value) ? value.flatMap((item) => undeclaredIn(type.of, item, `${path}[]`)) : []
  }
  if (type.kind !== 'object' || typeof value !== 'object' || value === null) return []
  const name = isJsonObject(value) ? (actualTypeOf(value, type.name) ?? type.name) : type.name
  const declarations = declarationsOf(name)
  return Object.entries(value).flatMap(([key, item]) => {
    // Control information.
    if (key.includes('@')) return []
    const declared = declarations.get(key)
    return declared ? undeclaredIn(declared.property.type, item, `${path}.${key}`) : [`${path}.${key}`]
  })
}
