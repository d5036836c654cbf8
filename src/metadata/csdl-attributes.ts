import type { XmlElement } from '@rgrove/parse-xml'
import type { Child } from './csdl.ts'
import type { Metadata } from './metadata.ts'
import { MetadataFormatError } from './metadata-format-error.ts'

/** Replaces the alias in a name with the namespace. */
export type FullName = Metadata['fullName']

/** Returns the name of an element. */
export const nameOf = ({ element }: Child, owner: string) => attribute(element, 'Name', owner)

/**
 * Returns an attribute.
 *
 * @throws a {@link MetadataFormatError} if the element does not have it
 */
export function attribute({ name, attributes }: XmlElement, key: string, owner: string): string {
  const value = attributes[key]
  if (value) return value
  throw new MetadataFormatError(`Invalid CSDL: ${name} without ${key}, in ${owner}.`)
}
