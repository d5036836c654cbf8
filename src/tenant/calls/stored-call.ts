import type { Frozen } from '../../../fixtures/present.ts'
import { parseState } from '../../lifecycle/transitions.ts'
import type { JsonObject } from '../../model/json.ts'
import type { CallState, ReceivedCall } from '../../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../../model/unknown-enum-members.ts'
import { applyQuery } from '../../odata/apply-query.ts'
import { hideUnknownMembers } from '../../odata/hide-unknown-members.ts'
import { plainQuery } from '../../odata/query.ts'
import { CallFormatError, type CallFormatIssue } from '../../read/call-format-error.ts'
import { readCall, readCallWithUnknownEnumMembers } from '../../read/read-call.ts'
import { callAt } from './call-in-state.ts'
import type { CallPathOptions } from './call-path-options.ts'
import type { CallProgress, EnteredState } from './call-progress.ts'

/** JSON of a call as a response has it. */
export interface CallText {
  readonly text: string
  /** State in the text. */
  readonly state: CallState | undefined
}

/** Call as a tenant keeps it. The text is the response to a request without a query and special headers. */
export interface StoredCall extends CallText {
  /** JSON of the call as it was added, with the properties that only `$expand` returns. The same string if it has none. */
  readonly whole: string
  /** `@odata.context`, which depends on the request. */
  readonly context: string | null | undefined
  /** Absent if the call stays as it was added until it is moved. */
  readonly progress?: CallProgress | undefined
}

/**
 * Options of `tenant.addCall`.
 *
 * @example
 * ```ts
 * tenant.addCall({ id: '2e1a', state: 'established' })
 * tenant.addCall({ id: '2e1a', state: 'onHold' }, { replace: true, unknownEnumMembers: true })
 * ```
 */
export interface AddCallOptions extends CallPathOptions {
  /** Replaces a call with the same id. Defaults to false: a second call with the same id is an error. */
  readonly replace?: boolean | undefined
  /** Allows enum members that this package does not know. Defaults to false, because most unknown members are typos. */
  readonly unknownEnumMembers?: boolean | undefined
}

/**
 * Call that can be added, frozen or not. With `unknownEnumMembers`, its enums may have unknown members.
 *
 * @example
 * ```ts
 * const addGroupCall = (id: string, properties?: CallInput) =>
 *   tenant.addCall({ ...properties, id, chatInfo: { threadId: '19:meeting_1@thread.v2' } })
 * ```
 */
export type CallInput<Options extends AddCallOptions = AddCallOptions> = Frozen<
  Options extends { readonly unknownEnumMembers: true } ? WithUnknownEnumMembers<ReceivedCall> : ReceivedCall
>

/**
 * Reads a call to add. It is stored as text: later changes of the object have no effect, and most responses need no work.
 *
 * @throws CallFormatError if the value is not a call, or has no id
 */
export function readCallInput(
  body: CallInput<{ unknownEnumMembers: true }>,
  { unknownEnumMembers = false }: AddCallOptions,
): { readonly id: string; readonly call: StoredCall } {
  const call = unknownEnumMembers ? readCallWithUnknownEnumMembers(body) : readCall(body)
  const { id } = call
  if (!id) throw new CallFormatError([missingId(id)])
  return { id, call: stored(JSON.stringify(call)) }
}

export function stored(whole: string): StoredCall {
  const call: ReceivedCall = JSON.parse(whole)
  const shown = hideUnknownMembers(applyQuery({ ...call }, plainQuery, ''))
  const text = JSON.stringify(shown)
  return {
    text: text === whole ? whole : text,
    state: stateIn(shown),
    whole,
    context: call['@odata.context'],
  }
}

/** Returns the state in the JSON of a call, or undefined if it has no known state. */
export function stateIn({ state }: JsonObject): CallState | undefined {
  return typeof state === 'string' ? parseState(state) : undefined
}

/** Returns the call in the state that it has entered. */
export function storedAt(call: StoredCall, progress: EnteredState): StoredCall {
  return { ...stored(JSON.stringify(callAt(JSON.parse(call.whole), progress))), progress }
}

function missingId(id: string | null | undefined): CallFormatIssue {
  return {
    path: 'id',
    rule: id === null ? 'null' : 'missing',
    expected: 'a string that is not empty',
    found: id === undefined ? 'nothing' : JSON.stringify(id),
    fix: 'Give the call an id: clients request a call by its id.',
    provenance: 'metadata',
    origin: '$metadata v1.0, call.id',
  }
}
