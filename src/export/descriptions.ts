import { objectType } from '../model/index.ts'
import { descriptions } from './descriptions.generated.ts'

/** Returns the description of a type, or of a property of it. An inherited property has that of the base type. */
export function descriptionOf(type: string, key = ''): string {
  const { base } = objectType(type)
  const own = descriptions[type]?.[key]
  if (own === undefined && base === undefined) throw new Error(`Unknown property: ${type}.${key}.`)
  return own ?? descriptionOf(base ?? '', key)
}
