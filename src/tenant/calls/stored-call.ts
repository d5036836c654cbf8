import { parseState } from '../../lifecycle/transitions.ts'
import type { Frozen } from '../../model/frozen.ts'
import type { JsonObject } from '../../model/json.ts'
import type { OptionKinds } from '../../model/known-options.ts'
import type { CallState, ReceivedCall } from '../../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../../model/unknown-enum-members.ts'
import { applyQuery } from '../../odata/apply-query.ts'
import { hideUnknownMembers } from '../../odata/hide-unknown-members.ts'
import { plainQuery } from '../../odata/query.ts'
import { CallFormatError, type CallFormatIssue } from '../../read/call-format-error.ts'
import { describeValue } from '../../read/describe-value.ts'
import { readCall, readCallWithUnknownEnumMembers } from '../../read/read-call.ts'
import { readJson } from '../../read/read-json.ts'
import { callAt } from './call-in-state.ts'
import type { CallPathOptions } from './call-path-options.ts'
import type { CallProgress, EnteredState } from './call-progress.ts'
import { isIdInUrl, maximumIdLength } from './id-in-url.ts'

/** JSON of a call in a response. */
export interface CallText {
  readonly text: string
  /** State in the text. */
  readonly state: CallState | undefined
}

/** Call that a tenant stores. Immutable: each change makes a new one. */
export class StoredCall implements CallText {
  readonly #body: CallBody
  /** Absent if the call has no path and was never moved. */
  readonly progress: CallProgress | undefined

  constructor(body: CallBody, progress?: CallProgress) {
    this.#body = body
    this.progress = progress
  }

  /** Returns the same call with another progress. */
  with(progress: CallProgress | undefined): StoredCall {
    return new StoredCall(this.#body, progress)
  }

  /** Complete call, with everything that was added, such as properties for `$expand`. It must not be changed. */
  get call(): Readonly<ReceivedCall> {
    return this.#body.call
  }

  /** JSON of the complete call. The same string as `text` if they are equal. */
  get fullText(): string {
    return this.#body.fullText
  }

  /** Body for a request without a query and special headers. */
  get text(): string {
    return this.#body.text
  }

  get state(): CallState | undefined {
    return this.#body.state
  }

  /** `@odata.context`, which depends on the request. */
  get context(): string | null | undefined {
    return this.#body.context
  }
}

/** JSON of a stored call, as an object or as text. */
export interface CallBody extends CallText {
  readonly call: Readonly<ReceivedCall>
  readonly fullText: string
  readonly context: string | null | undefined
}

/**
 * Call as an object until a response shows all of it, and then as text, which needs less memory. A call of a bot changes more often
 * than the bot requests it, so both its texts are written when they are needed.
 */
class LazyBody implements CallBody {
  #call: Readonly<ReceivedCall> | undefined
  #text: string | undefined
  #fullText: string | undefined
  readonly state: CallState | undefined
  readonly context: string | null | undefined

  constructor(call: Readonly<ReceivedCall>) {
    this.#call = call
    this.context = call['@odata.context']
    this.state = stateIn({ state: call.state }) ?? stateIn(shown(call))
  }

  get call(): Readonly<ReceivedCall> {
    this.#call ??= parsedCall(this.fullText)
    return this.#call
  }

  get text(): string {
    this.#text ??= this.#write()
    return this.#text
  }

  get fullText(): string {
    this.#fullText ??= JSON.stringify(this.call)
    return this.#fullText
  }

  #write(): string {
    const { call } = this
    const visible = shown(call)
    if (visible !== call) return JSON.stringify(visible)
    const { fullText } = this
    this.#call = undefined
    return fullText
  }
}

/** Parses the JSON of a call that was checked before. */
export function parsedCall(text: string): ReceivedCall {
  return JSON.parse(text)
}

function shown(call: Readonly<ReceivedCall>): JsonObject {
  return hideUnknownMembers(applyQuery(call, plainQuery, ''))
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
export interface AddCallOptions<Unknown extends boolean = boolean> extends CallPathOptions {
  /** Replaces a call with the same id. Defaults to false: a second call with the same id is an error. */
  readonly replace?: boolean | undefined
  /** Allows enum members that this package does not know. Defaults to false, because most unknown members are typos. */
  readonly unknownEnumMembers?: Unknown | undefined
}

export const addCallOptionKinds: OptionKinds<AddCallOptions> = {
  replace: 'boolean',
  unknownEnumMembers: 'boolean',
  outcome: 'text',
  stepEvery: 'checked',
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
export type CallInput<Options extends AddCallOptions = AddCallOptions> = Options extends {
  readonly unknownEnumMembers: true
}
  ? Frozen<WithUnknownEnumMembers<ReceivedCall>>
  : Frozen<ReceivedCall>

/**
 * Checks the JSON of a call to add, and converts it to text: later changes to the object have no effect, and most responses
 * only copy the text.
 *
 * @throws CallFormatError if the value is not JSON or not a call, or has no id that a URL can contain
 */
export function readCallInput(
  body: CallInput<{ unknownEnumMembers: true }>,
  { unknownEnumMembers = false }: AddCallOptions,
): { readonly id: string; readonly call: StoredCall } {
  const json = readJson(body)
  const call = unknownEnumMembers ? readCallWithUnknownEnumMembers(json) : readCall(json)
  const { id } = call
  if (!id) throw new CallFormatError([missingId(id)])
  if (!isIdInUrl(id)) throw new CallFormatError([impossibleId(id)])
  return { id, call: stored(parsedCall(JSON.stringify(call))) }
}

/** @param call - an object that nobody else changes */
export function stored(call: Readonly<ReceivedCall>, progress?: CallProgress): StoredCall {
  return new StoredCall(new LazyBody(call), progress)
}

/** Returns the state in the JSON of a call, or undefined if it has no known state. */
export function stateIn({ state }: JsonObject): CallState | undefined {
  return typeof state === 'string' ? parseState(state) : undefined
}

/** Returns the call in the state that it has entered. A lifecycle that it plays has the complete call. */
export function storedAt(before: StoredCall, progress: EnteredState): StoredCall {
  const next = progress.snapshots && before.progress?.snapshots?.[0]
  return stored(next ?? callAt(before.call, progress), progress)
}

function impossibleId(id: string): CallFormatIssue {
  return {
    path: 'id',
    rule: 'wrong-format',
    expected: `an ID that a URL can contain: no control character, not "." or "..", and at most ${maximumIdLength} characters when encoded`,
    found: describeValue(id),
    fix: 'Change the id: clients request a call by its id, in the path of the URL.',
    provenance: 'documented',
    origin: 'RFC 3986, 3.3',
  }
}

function missingId(id: string | null | undefined): CallFormatIssue {
  return {
    path: 'id',
    rule: id === null ? 'null' : 'missing',
    expected: 'a string that is not empty',
    found: describeValue(id),
    fix: 'Give the call an id: clients request a call by its id.',
    provenance: 'metadata',
    origin: '$metadata v1.0, call.id',
  }
}
