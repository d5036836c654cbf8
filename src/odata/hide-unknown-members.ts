import { enumType } from '../model/index.ts'
import type { JsonObject } from '../model/json.ts'
import { memoize } from '../model/memoize.ts'
import { rewrite } from '../model/walk.ts'

const placeholder = 'unknownFutureValue'

/**
 * Replaces unknown enum members with `unknownFutureValue`, as Graph does unless the client sends
 * `Prefer: include-unknown-enum-members`. Keeps the values of enums without that member, because Graph never extends them.
 *
 * Source: Graph's rule for evolvable enums.
 */
export function hideUnknownMembers(call: JsonObject): JsonObject {
  return rewrite(call, 'call', {
    value: (value, type) =>
      type.kind === 'enum' && typeof value === 'string' ? replaceUnknown(value, type.name) : value,
  })
}

/** Returns the members that are kept, or undefined if all are: Graph never extends an enum without the placeholder. */
const keptMembersOf = memoize((name): { readonly members: ReadonlySet<string> | undefined } => {
  const { members, alsoReceived = [] } = enumType(name)
  return { members: members.includes(placeholder) ? new Set([...members, ...alsoReceived]) : undefined }
})

function replaceUnknown(value: string, name: string): string {
  const { members } = keptMembersOf(name)
  if (!members || members.has(value)) return value
  const isFlags = enumType(name).flags === true
  return isFlags && value.split(/, ?/).every((member) => members.has(member)) ? value : placeholder
}
