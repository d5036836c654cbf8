import type { Frozen } from '../../../fixtures/present.ts'
import type { ReceivedCall } from '../../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../../model/unknown-enum-members.ts'
import { applyQuery } from '../../odata/apply-query.ts'
import { hideUnknownMembers } from '../../odata/hide-unknown-members.ts'
import { plainQuery } from '../../odata/query.ts'
import { CallFormatError, type CallFormatIssue } from '../../read/call-format-error.ts'
import { readCall, readCallWithUnknownEnumMembers } from '../../schema/read-call.ts'
import { callAt } from './call-in-state.ts'
import type { CallPathOptions } from './call-path-options.ts'
import type { CallProgress, EnteredState } from './call-progress.ts'

/** A call as it is kept. */
export interface StoredCall {
  /** What is sent where nothing else is asked for. */
  readonly text: string
  /** As it was placed, with what has to be asked for; the same text where that is nothing. */
  readonly whole: string
  /** The part that depends on who asks. */
  readonly context: string | null | undefined
  /** Where it is on its course; nothing where it is as it was placed, and stays so until somebody moves it. */
  readonly progress?: CallProgress | undefined
}

/** How a call is put into a tenant, and what becomes of it there. */
export interface AddCallOptions extends CallPathOptions {
  /** Takes the place of a call with the same id; such a call is an error unless said. */
  readonly replace?: boolean | undefined
  /** Takes enum members that this package does not know; such a member is an error, as it is mostly a slip, unless said. */
  readonly unknownEnumMembers?: boolean | undefined
}

/** A call to be placed, frozen or not; with `unknownEnumMembers`, one whose enums may have members that are not known. */
export type CallInput<Options extends AddCallOptions = AddCallOptions> = Frozen<
  Options extends { readonly unknownEnumMembers: true } ? WithUnknownEnumMembers<ReceivedCall> : ReceivedCall
>

/**
 * Reads a call that is to be placed. It is kept as text: it cannot change behind the tenant's back, and is ready to be sent.
 *
 * @throws CallFormatError where it is no call, or has no id to ask for
 */
export function readCallInput(
  body: CallInput<{ unknownEnumMembers: true }>,
  { unknownEnumMembers = false }: AddCallOptions,
): { readonly id: string; readonly call: StoredCall } {
  const call = unknownEnumMembers ? readCallWithUnknownEnumMembers(body) : readCall(body)
  const { id } = call
  if (!id) throw new CallFormatError([noId(id)])
  return { id, call: stored(JSON.stringify(call)) }
}

/** A call as it is kept. */
export function stored(whole: string): StoredCall {
  const call: ReceivedCall = JSON.parse(whole)
  const text = JSON.stringify(hideUnknownMembers(applyQuery({ ...call }, plainQuery, '')))
  return { text: text === whole ? whole : text, whole, context: call['@odata.context'] }
}

/** The same call at another point of its life. */
export function storedAt(call: StoredCall, progress: EnteredState): StoredCall {
  return { ...stored(JSON.stringify(callAt(JSON.parse(call.whole), progress))), progress }
}

function noId(id: string | null | undefined): CallFormatIssue {
  return {
    path: 'id',
    rule: id === null ? 'null' : 'missing',
    expected: 'a string that is not empty',
    found: id === undefined ? 'nothing' : JSON.stringify(id),
    fix: 'Give it one: a call is asked for by its id.',
    provenance: 'metadata',
    origin: '$metadata v1.0, call.id',
  }
}
