/** How much of the model a check enforces. */
export interface CheckMode {
  /** Accepts unknown properties, and objects of unknown types. */
  readonly open: boolean
  /** Requires the properties that the model requires: of all types, of none, or of the envelopes around a call. */
  readonly complete: boolean | 'envelopes'
  /** Requires the format of a string. */
  readonly formatted: boolean
  /** Rejects enum members that the model does not have. */
  readonly closedEnums: boolean
}

/** Accepts only what the documentation or the metadata declares. */
export const strict: CheckMode = { open: false, complete: true, formatted: true, closedEnums: true }

/** Accepts every call that the service was observed to send. */
export const tolerant: CheckMode = { open: true, complete: false, formatted: false, closedEnums: true }

/** Accepts the same with unknown enum members, for clients that send `Prefer: include-unknown-enum-members`. */
export const withUnknownEnumMembers: CheckMode = { ...tolerant, closedEnums: false }

/** Accepts an error or a notification whose envelope is complete. */
export const ofEnvelopes: CheckMode = { ...tolerant, complete: 'envelopes' }
