import type { Frozen } from '../../fixtures/present.ts'
import { plainQuery } from '../odata/query.ts'
import { shape } from '../odata/shape.ts'
import { withoutUnknownMembers } from '../odata/unknown-enum-members.ts'
import { CallFormatError, type CallFormatIssue } from '../schema/call-format-error.ts'
import { readCall, readCallWithUnknownEnumMembers } from '../schema/read-call.ts'
import type { ReceivedCall } from '../schema/types.ts'
import type { WithUnknownEnumMembers } from '../schema/unknown-enum-members.ts'
import { callAt } from './call-in-state.ts'
import type { CourseOptions } from './course-options.ts'
import type { Entered, Life } from './life.ts'

/** A call as it is kept. */
export interface StoredCall {
  /** What is sent where nothing else is asked for. */
  readonly text: string
  /** As it was placed, with what has to be asked for; the same text where that is nothing. */
  readonly whole: string
  /** The part that depends on who asks. */
  readonly context: string | null | undefined
  /** Where it is on its course; nothing where it is as it was placed, and stays so until somebody moves it. */
  readonly life?: Life | undefined
}

/** How a call is put into a tenant, and what becomes of it there. */
export interface PlaceOptions extends CourseOptions {
  /** Takes the place of a call with the same id; such a call is an error unless said. */
  readonly replace?: boolean | undefined
  /** Takes enum members that this package does not know; such a member is an error, as it is mostly a slip, unless said. */
  readonly unknownEnumMembers?: boolean | undefined
}

/** A call to be placed, frozen or not; with `unknownEnumMembers`, one whose enums may have members that are not known. */
export type Placeable<Options extends PlaceOptions = PlaceOptions> = Frozen<
  Options extends { readonly unknownEnumMembers: true } ? WithUnknownEnumMembers<ReceivedCall> : ReceivedCall
>

/**
 * Reads a call that is to be placed. It is kept as text: it cannot change behind the tenant's back, and is ready to be sent.
 *
 * @throws CallFormatError where it is no call, or has no id to ask for
 */
export function readPlaced(
  body: Placeable<{ unknownEnumMembers: true }>,
  { unknownEnumMembers = false }: PlaceOptions,
): { readonly id: string; readonly call: StoredCall } {
  const call = unknownEnumMembers ? readCallWithUnknownEnumMembers(body) : readCall(body)
  const { id } = call
  if (!id) throw new CallFormatError([noId(id)])
  return { id, call: stored(JSON.stringify(call)) }
}

/** A call as it is kept. */
export function stored(whole: string): StoredCall {
  const call: ReceivedCall = JSON.parse(whole)
  const text = JSON.stringify(withoutUnknownMembers(shape({ ...call }, plainQuery, '')))
  return { text: text === whole ? whole : text, whole, context: call['@odata.context'] }
}

/** The same call at another point of its life. */
export function storedAt(call: StoredCall, life: Entered): StoredCall {
  return { ...stored(JSON.stringify(callAt(JSON.parse(call.whole), life))), life }
}

function noId(id: string | null | undefined): CallFormatIssue {
  return {
    path: 'id',
    rule: id === null ? 'null' : 'missing',
    expected: 'a string that is not empty',
    found: id === undefined ? 'nothing' : JSON.stringify(id),
    hint: 'Give it one: a call is asked for by its id.',
    provenance: 'metadata',
    origin: '$metadata v1.0, call.id',
  }
}
