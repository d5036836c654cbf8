import type { Frozen } from '../../fixtures/present.ts'
import { plainQuery } from '../odata/query.ts'
import { shape } from '../odata/shape.ts'
import { withoutUnknownMembers } from '../odata/unknown-enum-members.ts'
import { CallFormatError, type CallFormatIssue } from '../schema/call-format-error.ts'
import { readCall, readCallWithUnknownEnumMembers } from '../schema/read-call.ts'
import type { ReceivedCall } from '../schema/types.ts'
import type { WithUnknownEnumMembers } from '../schema/unknown-enum-members.ts'
import { CallExistsError } from './call-exists-error.ts'
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

/** The calls of a tenant, by id. Each is kept as text: it cannot change behind the tenant's back, and is ready to be sent. */
export class CallStore {
  #calls = new Map<string, StoredCall>()

  /**
   * @param lifeOf - the life that the call is to have, if any; what it throws keeps the call out
   * @returns the id of the call
   * @throws CallFormatError where it is no call, or has no id to ask for
   * @throws CallExistsError where a call with this id is there, and `replace` is not said
   */
  place(
    body: Placeable<{ unknownEnumMembers: true }>,
    options: PlaceOptions = {},
    lifeOf?: (call: ReceivedCall, id: string) => Life | undefined,
  ): string {
    const { replace = false, unknownEnumMembers = false } = options
    const call = unknownEnumMembers ? readCallWithUnknownEnumMembers(body) : readCall(body)
    const { id } = call
    if (!id) throw new CallFormatError([noId(id)])
    if (!replace && this.#calls.has(id)) throw new CallExistsError(id)
    const placed = stored(JSON.stringify(call))
    const life = lifeOf?.(JSON.parse(placed.whole), id)
    this.#calls.set(id, life ? { ...placed, life } : placed)
    return id
  }

  get(id: string): StoredCall | undefined {
    return this.#calls.get(id)
  }

  put(id: string, call: StoredCall): void {
    this.#calls.set(id, call)
  }

  delete(id: string): void {
    this.#calls.delete(id)
  }

  all(): ReadonlyMap<string, StoredCall> {
    return this.#calls
  }

  restore(calls: ReadonlyMap<string, StoredCall>): void {
    this.#calls = new Map(calls)
  }
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
