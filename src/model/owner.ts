import { derivedTypesOf, objectType, propertiesOf } from './index.ts'
import { memoize } from './memoize.ts'

/** Returns the type that declares a property of a type: itself, its base, or a type that can take its place. */
export const ownerOf: (type: string, key: string) => string | undefined = (type, key) => owners(type).get(key)

const owners = memoize((type: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const { base, alsoReceived = [] } = objectType(type)
  const candidates = [type, ...(base ? [base] : []), ...derivedTypesOf(type), ...alsoReceived]
  for (const each of candidates) {
    for (const key of Object.keys(objectType(each).properties)) if (!found.has(key)) found.set(key, each)
  }
  for (const key of Object.keys(propertiesOf(type))) if (!found.has(key)) found.set(key, type)
  return found
})
