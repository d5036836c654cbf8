import { integerText } from '../model/formats.ts'
import { enumType, isKnownTag } from '../model/index.ts'
import { memoize } from '../model/memoize.ts'

const integerTextPattern = new RegExp(integerText)

/** True for every object that is not an array, as zod's object schemas accept it. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for an integer of 32 bits. */
export function isInt32(value: unknown): boolean {
  return typeof value === 'number' && value === (value | 0)
}

/** True for an integer in a JSON string. */
export function isIntegerText(value: unknown): boolean {
  return typeof value === 'string' && integerTextPattern.test(value)
}

/** True for an `@odata.type` that names a type which the model does not have. */
export function isUnknownTag(value: unknown): boolean {
  return typeof value === 'string' && !isKnownTag(value)
}

/** True for a list whose items pass a guard. The guard gets `closed` too: whether the members of enums are checked. */
export function isListOf(
  value: unknown,
  isItem: (item: unknown, closed: boolean) => boolean,
  closed: boolean,
): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) if (!isItem(value[i], closed)) return false
  return true
}

const membersOf = memoize((name): ReadonlySet<unknown> => new Set(enumType(name).members))

const receivedMembersOf = memoize(
  (name): ReadonlySet<unknown> =>
    new Set([...enumType(name).members, ...(enumType(name).alsoReceived ?? [])]),
)

/** True for a member of an enum. */
export function isMember(value: unknown, name: string): boolean {
  return membersOf(name).has(value)
}

/** True for a member of an enum as the service sends it, or for any text if the enum is not `closed`. */
export function isReceivedMember(value: unknown, name: string, closed: boolean): boolean {
  if (typeof value !== 'string') return false
  const members = receivedMembersOf(name)
  if (!closed || members.has(value)) return true
  return enumType(name).flags === true && value.split(/, ?/).every((member) => members.has(member))
}
