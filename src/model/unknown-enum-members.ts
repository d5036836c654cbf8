/**
 * Widens every enum in a type to accept unknown members, as a client that sends `Prefer: include-unknown-enum-members`
 * receives them. Editors still complete the known members.
 *
 * @example
 * ```ts
 * const isOver = ({ state }: WithUnknownEnumMembers<ReceivedCall>) => state === 'terminated' || state === 'archived'
 * ```
 * Source: Graph's rule for evolvable enums.
 */
export type WithUnknownEnumMembers<T> = T extends string
  ? string extends T
    ? T
    : T | (string & {})
  : T extends object
    ? { [K in keyof T]: K extends '@odata.type' ? T[K] : WithUnknownEnumMembers<T[K]> }
    : T
