import { type DriftFinding, nothingToDo, shortName } from './finding.ts'
import type { MetadataEnumType } from './metadata.ts'

/** Member that Graph sends instead of members that a client may not know. Source: Graph best practices, evolvable enums. */
const sentinel = 'unknownFutureValue'

/**
 * Yields the differences of an enum that both declare.
 *
 * @param isSent - true if requests can contain it
 */
export function* compareEnums(
  fullName: string,
  ours: MetadataEnumType,
  theirs: MetadataEnumType,
  isSent: boolean,
): Generator<DriftFinding> {
  const type = shortName(fullName)
  const isEvolvable = ours.members.includes(sentinel)
  for (const property of theirs.members) {
    if (ours.members.includes(property)) continue
    yield {
      severity: isEvolvable || property === sentinel ? 'new' : 'breaking',
      kind: 'member-added',
      type,
      property,
      theirs: 'member',
      fix: isEvolvable
        ? 'Accept the member if you send "Prefer: include-unknown-enum-members". Other clients get unknownFutureValue.'
        : 'Accept the member: the enum has no unknownFutureValue, so every client gets it.',
    }
  }
  for (const property of ours.members) {
    if (theirs.members.includes(property)) continue
    yield {
      severity: isSent ? 'breaking' : 'cosmetic',
      kind: 'member-removed',
      type,
      property,
      ours: 'member',
      fix: isSent ? 'Do not send the member: requests with it can fail.' : nothingToDo,
    }
  }
  if (ours.isFlags !== theirs.isFlags) {
    yield {
      severity: 'breaking',
      kind: 'flags-changed',
      type,
      ours: ours.isFlags ? 'several members' : 'one member',
      theirs: theirs.isFlags ? 'several members' : 'one member',
      fix: theirs.isFlags ? 'Accept several members, with commas between them.' : 'Expect one member.',
    }
  }
}
