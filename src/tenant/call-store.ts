import type { Frozen } from '../../fixtures/present.ts'
import { CallFormatError, type CallFormatIssue } from '../schema/call-format-error.ts'
import { readCall } from '../schema/read-call.ts'
import type { ReceivedCall } from '../schema/types.ts'
import { CallExistsError } from './call-exists-error.ts'

/** A call as it is kept: the text that is sent, and the part of it that depends on who asks. */
export interface StoredCall {
  readonly text: string
  readonly context: string | null | undefined
}

/** How a call is put into a tenant. */
export interface PlaceOptions {
  /** Takes the place of a call with the same id; such a call is an error unless said. */
  readonly replace?: boolean | undefined
}

/** The calls of a tenant, by id. Each is kept as text: it cannot change behind the tenant's back, and is ready to be sent. */
export class CallStore {
  #calls = new Map<string, StoredCall>()

  /**
   * @returns the id of the call
   * @throws CallFormatError where it is no call, or has no id to ask for
   * @throws CallExistsError where a call with this id is there, and `replace` is not said
   */
  place(body: Frozen<ReceivedCall>, { replace = false }: PlaceOptions = {}): string {
    const call = readCall(body)
    const { id } = call
    if (!id) throw new CallFormatError([noId(id)])
    if (!replace && this.#calls.has(id)) throw new CallExistsError(id)
    this.#calls.set(id, { text: JSON.stringify(call), context: call['@odata.context'] })
    return id
  }

  get(id: string): StoredCall | undefined {
    return this.#calls.get(id)
  }

  all(): ReadonlyMap<string, StoredCall> {
    return new Map(this.#calls)
  }

  restore(calls: ReadonlyMap<string, StoredCall>): void {
    this.#calls = new Map(calls)
  }
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
