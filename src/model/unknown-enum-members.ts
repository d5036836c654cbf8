/**
 * A type in which every enum may have members that are not known, as for a client that sends
 * `Prefer: include-unknown-enum-members`. The known members still complete in the editor.
 */
export type WithUnknownEnumMembers<T> = T extends string
  ? string extends T
    ? T
    : T | (string & {})
  : T extends object
    ? { [K in keyof T]: K extends '@odata.type' ? T[K] : WithUnknownEnumMembers<T[K]> }
    : T
