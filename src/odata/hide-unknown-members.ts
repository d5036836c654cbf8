import { enumType } from '../model/index.ts'
import type { JsonObject } from '../model/json.ts'
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

function replaceUnknown(value: string, name: string): string {
  const { members, alsoReceived = [], flags } = enumType(name)
  if (!members.includes(placeholder)) return value
  const accepted = [...members, ...alsoReceived]
  const parts = flags ? value.split(/, ?/) : [value]
  return parts.every((member) => accepted.includes(member)) ? value : placeholder
}
