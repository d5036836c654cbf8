import { enumTypes } from '../../model/enums.ts'

type EnumTypes = typeof enumTypes
type MemberOf<Name extends keyof EnumTypes> = EnumTypes[Name]['members'][number]

/** The members of an enum, the simplest first. */
export interface Members<Member extends string> {
  /** Those that a client gets which asked for no more. */
  readonly today: readonly Member[]
  /** With `unknownFutureValue`, where the enum has it. */
  readonly all: readonly Member[]
}

/** The members of an enum in the order of the metadata, but for the simplest, which comes first. */
export function membersOf<Name extends keyof EnumTypes>(
  name: Name,
  simplest: MemberOf<Name>,
): Members<MemberOf<Name>> {
  const members: readonly MemberOf<Name>[] = enumTypes[name].members
  const all = [simplest, ...members.filter((member) => member !== simplest)]
  return { all, today: all.filter((member) => member !== 'unknownFutureValue') }
}
