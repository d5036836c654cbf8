import { descriptions } from './descriptions.generated.ts'
import { objectType } from './index.ts'

/** Returns the description of a type or an enum, or of a property of a type. An inherited property has that of the base type. */
export function descriptionOf(type: string, key = ''): string {
  const { base } = key ? objectType(type) : {}
  const own = descriptions[type]?.[key]
  if (own === undefined && base === undefined) throw new Error(`Unknown property: ${type}.${key}.`)
  return own ?? descriptionOf(base ?? '', key)
}
