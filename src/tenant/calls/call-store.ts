import type { ResultCode } from '../../lifecycle/paths.ts'
import type { JsonObject } from '../../model/json.ts'
import type { CallState, ReceivedCall } from '../../model/types.generated.ts'
import { checkOptions } from '../../read/check-options.ts'
import type { FixtureError } from '../faults/failure.ts'
import type { SavedValue } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { CallExistsError } from './call-exists-error.ts'
import { CallMap } from './call-map.ts'
import {
  checkedResult,
  checkFollows,
  emptyProgress,
  firstProgress,
  type MovingCall,
  nextState,
  statesToTheEnd,
  transferringState,
} from './call-moves.ts'
import {
  type CallProgress,
  dueSteps,
  type EnteredState,
  enterAll,
  hasEnded,
  onPath,
  withGet,
} from './call-progress.ts'
import type { CallStoreOptions } from './call-store-options.ts'
import { checkedInterval, type Interval } from './interval.ts'
import { isLifecycle, type LifecycleInput, readLifecycle } from './lifecycle-input.ts'
import { nearestIds } from './nearest-ids.ts'
import { NewestIds } from './newest-ids.ts'
import { readCalls, type SavedCall, saveCalls } from './saved-calls.ts'
import type { Entering, StateChange } from './state-change.ts'
import {
  type AddCallOptions,
  addCallOptionKinds,
  type CallInput,
  readCallInput,
  type StoredCall,
  stored,
  storedAt,
} from './stored-call.ts'
import type { SyntheticCalls } from './synthetic-calls.ts'
import { UnknownCallError } from './unknown-call-error.ts'

/** Calls of a tenant. Only this class changes their state. */
export class CallStore implements StatefulPart<readonly SavedCall[]> {
  readonly #calls: CallMap
  readonly #initial: ReadonlyMap<string, StoredCall>
  readonly #synthetic: SyntheticCalls | undefined
  readonly #now: () => number
  readonly keepEndedCallsFor: Interval
  /** Synthetic calls that have ended and are returned as `terminated`. For older ones, the tenant returns 404. */
  readonly #endedSynthetic = new NewestIds(1_000)
  readonly #listeners = new Set<(change: StateChange) => void>()

  /** @throws CallFormatError, CallExistsError; TypeError if `keepEndedCallsFor` is not valid */
  constructor({ calls, synthetic, now, keepEndedCallsFor }: CallStoreOptions) {
    this.#synthetic = synthetic
    this.#now = now
    this.keepEndedCallsFor = checkedInterval('keepEndedCallsFor', keepEndedCallsFor, 0)
    this.#calls = new CallMap(this.keepEndedCallsFor)
    for (const call of calls) this.addCall(call)
    this.#initial = new Map(this.#calls)
  }

  /** @returns a function that removes the listener */
  onChange(listener: (change: StateChange) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /**
   * Adds a call, or a lifecycle.
   *
   * @throws CallFormatError, CallExistsError; CallTransitionError if no path has the outcome; TypeError if an option is not valid
   */
  addCall(
    body: CallInput<{ unknownEnumMembers: true }> | Readonly<LifecycleInput<{ unknownEnumMembers: true }>>,
    options: AddCallOptions = {},
  ): string {
    checkOptions('addCall', options, addCallOptionKinds)
    const { replace = false, outcome, stepEvery } = options
    const interval = stepEvery === undefined ? undefined : checkedInterval('stepEvery', stepEvery, 1)
    if (isLifecycle(body)) {
      const { id, first, path } = readLifecycle(body, options)
      return this.#add(
        id,
        first.with({ ...path, ...(interval && { interval, stays: undefined }), since: this.#now(), gets: 0 }),
        replace,
      )
    }
    const { id, call } = readCallInput(body, options)
    const hasPath = outcome !== undefined || interval !== undefined
    const path = { outcome, interval }
    const added = hasPath ? call.with(firstProgress(id, call.call, path, this.#now())) : call
    return this.#add(id, added, replace)
  }

  #add(id: string, added: StoredCall, replace: boolean): string {
    if (!replace) {
      this.settle(id) // A call that has expired frees its id.
      if (this.#calls.has(id)) throw new CallExistsError(id)
    }
    this.#endedSynthetic.delete(id)
    this.#set(id, added)
    return id
  }

  /** Adds a call that the service creates. Nobody else changes the object, so it is not copied. */
  addCreated(id: string, call: ReceivedCall): void {
    this.#set(id, stored(call))
  }

  /** Returns the calls by id. Steps that are due may be missing: see {@link CallStore.settle}. */
  all(): ReadonlyMap<string, StoredCall> {
    return this.#calls
  }

  /** Returns the ids of the calls that move or expire without another request. */
  idsOfMoving(): readonly string[] {
    return this.#calls.moving
  }

  /** Takes the steps of a call that are due, and removes it if it has expired. Call it before a lookup. */
  settle(id: string): void {
    const call = this.#calls.get(id)
    if (!call?.progress) return
    const { entered, isExpired } = dueSteps(call.progress, this.#now(), this.keepEndedCallsFor)
    this.#enter(id, call, entered)
    if (isExpired) this.#remove(id)
  }

  /** Returns a call, or the error response for its id. */
  find(id: string): StoredCall | FixtureError {
    return this.#calls.get(id) ?? this.#synthetic?.find(id) ?? { fixture: 'call-not-found' }
  }

  progressOf(id: string): CallProgress | undefined {
    return this.#calls.get(id)?.progress
  }

  /** Counts a GET that returned the call. */
  countGet(id: string, call: StoredCall): void {
    if (call.progress) this.#calls.set(id, call.with(withGet(call.progress)))
  }

  /** @throws UnknownCallError; CallTransitionError if no state follows, or no source shows which one */
  advance(id: string): CallState {
    const current = this.#current(id)
    const entered = nextState(current, this.#now())
    this.#enter(id, current.call, [entered])
    return entered.state
  }

  /** @throws UnknownCallError; CallTransitionError if the call is not established */
  transfer(id: string, outcome: 'transferred' | 'failed-transfer'): void {
    const current = this.#current(id)
    this.#enter(id, current.call, [transferringState(current, outcome, this.#now())])
  }

  /**
   * Ends a call: as DELETE does, or with the given result in as few steps as possible. A call with an interval takes its
   * steps in that interval. Any other call takes them immediately, because nothing would move it later.
   *
   * @returns false if the call has already ended
   * @throws UnknownCallError; TypeError if a code is not a 32-bit integer
   */
  endCall(id: string, reason?: ResultCode): boolean {
    const result = reason && checkedResult(reason)
    const current = this.#current(id)
    if (hasEnded(current.progress)) return false
    this.#enter(id, current.call, statesToTheEnd(current, result, this.#now()))
    return true
  }

  /** Returns the complete call. Throws for an unknown id: only live calls are looked up. */
  callNamed(id: string): Readonly<ReceivedCall> {
    const call = this.#calls.get(id)
    if (!call) throw new UnknownCallError(id, nearestIds(id, this.#calls.keys()))
    return call.call
  }

  stateOf(id: string): CallState | undefined {
    return this.#calls.get(id)?.state
  }

  /** Returns the `callChainId` of a call. */
  chainOf(id: string): string | undefined {
    return this.#calls.get(id)?.call.callChainId ?? undefined
  }

  /** Stores a synthetic call, so that it can change. */
  adopt(id: string): void {
    const call = this.find(id)
    if (!this.#calls.has(id) && !('fixture' in call)) this.#calls.set(id, call)
  }

  /** Changes properties of a call other than its state. Does not notify. */
  change(id: string, changesOf: (call: Readonly<ReceivedCall>) => JsonObject): void {
    const before = this.#calls.get(id)
    if (!before) return
    const { call, progress } = before
    this.#calls.set(id, stored({ ...call, ...changesOf(call) }, progress))
  }

  /**
   * Moves a call to a state, as the service or a participant does. Its former path no longer applies.
   *
   * @throws UnknownCallError; CallTransitionError if the state cannot follow
   */
  enter(id: string, state: CallState, { result, changes = {} }: Entering = {}): void {
    const current = this.#current(id)
    checkFollows(current, state)
    this.change(id, () => changes)
    const { call } = this.#current(id)
    const path = onPath(current.progress, { ahead: [state], result })
    this.#enter(id, call, enterAll(path, this.#now()), changes)
  }

  save(now: number): readonly SavedCall[] {
    return saveCalls(this.#calls, now)
  }

  prepare(saved: SavedValue, now: number): () => void {
    const calls = readCalls(saved, now)
    return () => {
      this.#endedSynthetic.clear()
      this.#calls.replace(calls)
    }
  }

  clear(): void {
    this.#endedSynthetic.clear()
    this.#calls.replace(this.#initial)
  }

  /** Settles a call and returns it with its progress. A call without a path gets an empty one. */
  #current(id: string): MovingCall {
    this.settle(id)
    const call = this.find(id)
    if ('fixture' in call) throw new UnknownCallError(id, nearestIds(id, this.#calls.keys()))
    return { id, call, progress: call.progress ?? emptyProgress(call.call, this.#now()) }
  }

  #remove(id: string): void {
    this.#calls.delete(id)
    this.#endedSynthetic.delete(id)
    this.#synthetic?.end(id)
  }

  /** Stores each state that a call has entered, and notifies the listeners. */
  #enter(id: string, before: StoredCall, entered: readonly EnteredState[], changes?: JsonObject): void {
    const isSynthetic = !this.#calls.has(id)
    let call = before
    for (const progress of entered) {
      call = storedAt(call, progress)
      this.#set(id, call, changes)
    }
    if (!isSynthetic || call.state !== 'terminated') return
    for (const oldest of this.#endedSynthetic.add(id)) this.#remove(oldest)
  }

  /** Stores a call in a new state, and notifies the listeners. */
  #set(id: string, call: StoredCall, changes?: JsonObject): void {
    this.#calls.set(id, call)
    for (const listener of this.#listeners) listener({ callId: id, call, changes })
  }
}
