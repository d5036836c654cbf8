import type { ValueType } from './definitions.ts'
import { enumType } from './index.ts'

/**
 * Returns a type as text: the members of an enum, or the name of another type.
 *
 * @param quoted - returns the name of a type as the text shows it
 */
export function typeText(type: ValueType, quoted: (name: string) => string = (name) => name): string {
  switch (type.kind) {
    case 'collection':
      return `list of ${typeText(type.of, quoted)}`
    case 'enum':
      return enumType(type.name)
        .members.filter((member) => member !== 'unknownFutureValue')
        .join(', ')
    case 'object':
      return quoted(type.name)
    default:
      return type.kind
  }
}
