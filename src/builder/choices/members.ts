import { enumTypes } from '../../model/enums.ts'

type EnumTypes = typeof enumTypes
type MemberOf<Name extends keyof EnumTypes> = EnumTypes[Name]['members'][number]

/** Members of an enum, the simplest first. */
export interface Members<Member extends string> {
  /** All members except `unknownFutureValue`. */
  readonly current: readonly Member[]
  /** All members, with `unknownFutureValue` at the end if the enum has it. */
  readonly all: readonly Member[]
}

/** Returns the members of an enum in the order of the metadata, after the simplest one. */
export function membersOf<Name extends keyof EnumTypes>(
  name: Name,
  simplest: MemberOf<Name>,
): Members<MemberOf<Name>> {
  const members: readonly MemberOf<Name>[] = enumTypes[name].members
  const isFuture = (member: string) => member === 'unknownFutureValue'
  const current = [simplest, ...members.filter((member) => member !== simplest && !isFuture(member))]
  return { current, all: [...current, ...members.filter(isFuture)] }
}
