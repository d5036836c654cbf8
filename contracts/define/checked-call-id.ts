import { invalidOption } from './contract-definition-error.ts'

/** Assumption: ids of the service are not longer. The longest known ones are GUIDs. */
const maxLength = 255

/**
 * Checks the id of a call. It is part of a path that the consumer, the mock server and a verifier write by themselves, so it
 * must be the same with and without percent-encoding. Real ids are GUIDs, with or without hyphens.
 *
 * @throws a {@link ContractDefinitionError} if the service cannot have a call with this id
 */
export function checkedCallId(option: string, id: unknown): string {
  const isSegment = typeof id === 'string' && /^[\w.~-]+$/.test(id) && !/^\.+$/.test(id)
  if (isSegment && id.length <= maxLength) return id
  throw invalidOption(
    option,
    id,
    `an ID that needs no encoding in a URL: 1 to ${maxLength} letters, digits, and "-", "_", "." or "~"`,
  )
}
