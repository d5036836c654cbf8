import { envelopeTypes, objectType } from '../model/index.ts'

/** Rules of the model that a check enforces. */
export interface CheckMode {
  /** Accepts unknown properties, and objects of unknown types. */
  readonly open: boolean
  /** Rejects missing and null required properties: in all types, in none, or only in error bodies and notifications. */
  readonly complete: boolean | 'envelopes'
  /** Requires the format that the model has for a string. */
  readonly formatted: boolean
  /** Rejects enum members that are not in the model. */
  readonly closedEnums: boolean
}

export const strict: CheckMode = { open: false, complete: true, formatted: true, closedEnums: true }
export const tolerant: CheckMode = { open: true, complete: false, formatted: false, closedEnums: true }
export const unknownEnumMembers: CheckMode = { ...tolerant, closedEnums: false }
export const envelope: CheckMode = { ...tolerant, complete: 'envelopes' }
/** For bodies that clients send: unknown properties are accepted, but what the metadata requires must be there. */
export const requestMode: CheckMode = { ...tolerant, complete: true }

/** True if a mode requires the required properties of a type. A type with alternatives (`oneOf`) has none of its own. */
export function isComplete(type: string, { complete }: CheckMode): boolean {
  return complete === 'envelopes' ? type in envelopeTypes && !objectType(type).oneOf : complete
}
