import { enumType } from '../model/index.ts'
import type { JsonObject } from '../model/json.ts'
import { rewrite } from '../model/walk.ts'

const placeholder = 'unknownFutureValue'

/**
 * A call as a client gets it that did not send `Prefer: include-unknown-enum-members`: each member that it cannot know is
 * `unknownFutureValue`. An enum that does not have that member does not grow.
 *
 * Source: Graph's rule for evolvable enums.
 */
export function hideUnknownMembers(call: JsonObject): JsonObject {
  return rewrite(call, 'call', {
    value: (value, type) =>
      type.kind === 'enum' && typeof value === 'string' ? known(value, type.name) : value,
  })
}

function known(value: string, name: string): string {
  const { members, alsoReceived = [], flags } = enumType(name)
  if (!members.includes(placeholder)) return value
  const accepted = [...members, ...alsoReceived]
  const written = flags ? value.split(/, ?/) : [value]
  return written.every((member) => accepted.includes(member)) ? value : placeholder
}
