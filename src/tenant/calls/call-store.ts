import type { CallOutcome, ResultCode } from '../../lifecycle/paths.ts'
import {
  type CallPosition,
  defaultPath,
  possiblePaths,
  type RemainingPath,
  statesToEnd,
  statesToHangUp,
} from '../../lifecycle/remaining-path.ts'
import { parseState, statesAfter } from '../../lifecycle/transitions.ts'
import type { CallState, ReceivedCall } from '../../model/types.generated.ts'
import type { FixtureError } from '../faults/failure.ts'
import { nearestIds } from '../http/unmatched.ts'
import { CallExistsError } from './call-exists-error.ts'
import {
  begin,
  type CallProgress,
  type EnteredState,
  elapsed,
  hasEnded,
  next,
  shown,
  toTheLast,
  turnedTo,
} from './call-progress.ts'
import { CallTransitionError } from './call-transition-error.ts'
import { checkedInterval, type Interval } from './interval.ts'
import {
  type AddCallOptions,
  type CallInput,
  readCallInput,
  type StoredCall,
  storedAt,
} from './stored-call.ts'
import type { SyntheticCalls } from './synthetic-calls.ts'
import { UnknownCallError } from './unknown-call-error.ts'

/** A call came into a state. */
export interface StateChange {
  readonly callId: string
  /** As it is now. */
  readonly call: StoredCall
}

/** What the bot's own hang-up, a DELETE, ends with. Source: call end reasons. */
const hungUpByBot = { code: 200, subcode: 7000 } as const

/** The calls of a tenant, and what happens to them. Their lives are values; this is the one place that puts another in place of one. */
export class CallStore {
  #calls = new Map<string, StoredCall>()
  readonly #synthetic: SyntheticCalls | undefined
  readonly #now: () => number
  /** How long a call is there once it has ended. */
  readonly keepEndedCallsFor: Interval
  readonly #listeners = new Set<(change: StateChange) => void>()

  /** @param synthetic - has the calls that were not placed; one that moves is kept from then on */
  constructor(synthetic: SyntheticCalls | undefined, now: () => number, keepEndedCallsFor: Interval) {
    this.#synthetic = synthetic
    this.#now = now
    this.keepEndedCallsFor = checkedInterval('keepEndedCallsFor', keepEndedCallsFor, 0)
  }

  /** @returns what ends it */
  onChange(listener: (change: StateChange) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** @throws CallFormatError, CallExistsError; CallTransitionError where no call like it turns out so; TypeError for a pace that is none */
  addCall(body: CallInput<{ unknownEnumMembers: true }>, options: AddCallOptions = {}): string {
    const { replace = false, outcome, stepEvery } = options
    const pace = stepEvery && checkedInterval('stepEvery', stepEvery, 1)
    const { id, call } = readCallInput(body, options)
    // One that is over by now makes room.
    if (!replace && this.#upToDate(id)) throw new CallExistsError(id)
    const isLeftAlone = outcome === undefined && stepEvery === undefined
    const placed = isLeftAlone
      ? call
      : { ...call, progress: this.#begun(id, JSON.parse(call.whole), outcome, pace) }
    this.#calls.set(id, placed)
    this.#tell({ callId: id, call: placed })
    return id
  }

  /** The calls by their ids, each as it was when somebody last looked at it. */
  all(): ReadonlyMap<string, StoredCall> {
    return this.#calls
  }

  restore(calls: ReadonlyMap<string, StoredCall>): void {
    this.#calls = new Map(calls)
  }

  /** The ids of the calls that go on, or have gone on. */
  ids(): readonly string[] {
    return [...this.#calls].flatMap(([id, { progress }]) => (progress ? [id] : []))
  }

  /** Where a call was when somebody last looked at it. */
  progressOf(id: string): CallProgress | undefined {
    return this.#calls.get(id)?.progress
  }

  /** A call as it is by now, or how a request for it is refused. */
  find(id: string): StoredCall | FixtureError {
    return this.#upToDate(id) ?? this.#synthetic?.find(id) ?? { fixture: 'call-not-found' }
  }

  /** Counts a GET that was answered with a call. */
  count(id: string, call: StoredCall): void {
    if (call.progress) this.#calls.set(id, { ...call, progress: shown(call.progress) })
  }

  /** @throws UnknownCallError; CallTransitionError where nothing follows, or no source tells what */
  advance(id: string): CallState {
    const { call, progress } = this.#present(id)
    const way = progress.ahead.length > 0 ? progress : defaultPath(whereaboutsOf(JSON.parse(call.whole)))
    const after = way && next(turnedTo(progress, way), this.#now())
    if (!after) throw new CallTransitionError(id, 'advance', progress.state, possibleMoves(progress))
    this.#enter(id, call, [after])
    return after.state
  }

  /** @throws UnknownCallError; CallTransitionError where it is not established */
  transfer(id: string, outcome: 'transferred' | 'failed-transfer'): void {
    const { call, progress } = this.#present(id)
    const way = possiblePaths(whereaboutsOf(JSON.parse(call.whole))).find((each) => each.outcome === outcome)
    const after = way && way.ahead[0] === 'transferring' && next(turnedTo(progress, way), this.#now())
    if (!after) throw new CallTransitionError(id, 'transferCall', progress.state, possibleMoves(progress))
    this.#enter(id, call, [after])
  }

  /**
   * Ends a call: as the bot's own hang-up does, or with another result in the fewest steps.
   *
   * @returns false if the call has ended already
   * @throws UnknownCallError; TypeError if a code is not a 32-bit integer
   */
  endCall(id: string, reason?: ResultCode): boolean {
    const result = reason && { code: int32('code', reason.code), subcode: int32('subcode', reason.subcode) }
    const { call, progress } = this.#present(id)
    if (hasEnded(progress)) return false
    const states = progress.state && (result ? statesToEnd(progress.state) : statesToHangUp(progress.state))
    this.#end(id, call, progress, { ahead: states ?? straightToEnd, result: result ?? hungUpByBot })
    return true
  }

  /** What ends, does so at the call's pace; at once where it has none: nobody would lead it to its end. */
  #end(id: string, call: StoredCall, progress: CallProgress, way: RemainingPath): void {
    const all = toTheLast(turnedTo(progress, way), this.#now())
    this.#enter(id, call, progress.interval ? all.slice(0, 1) : all)
  }

  /** A call that is there, with its progress, or the one that it would have. */
  #present(id: string): { call: StoredCall; progress: CallProgress } {
    const call = this.find(id)
    if ('fixture' in call) throw new UnknownCallError(id, nearestIds(id, this.#calls.keys()))
    return { call, progress: call.progress ?? lifeByHand(JSON.parse(call.whole), this.#now()) }
  }

  #begun(
    id: string,
    call: ReceivedCall,
    outcome: CallOutcome | undefined,
    pace: Interval | undefined,
  ): CallProgress {
    return begin(parseState(call.state), wayOf(id, whereaboutsOf(call), outcome), pace, this.#now())
  }

  /** One of the calls, once all has happened to it that had to happen by now; nothing where it is not there, or no longer. */
  #upToDate(id: string): StoredCall | undefined {
    const call = this.#calls.get(id)
    if (!call?.progress) return call
    const { lives, gone } = elapsed(call.progress, this.#now(), this.keepEndedCallsFor)
    this.#enter(id, call, lives)
    if (gone) this.#leave(id)
    return this.#calls.get(id)
  }

  #leave(id: string): void {
    this.#calls.delete(id)
    this.#synthetic?.end(id)
  }

  /** Leads a call through states, and tells of each. */
  #enter(id: string, before: StoredCall, lives: readonly EnteredState[]): void {
    let call = before
    for (const progress of lives) {
      call = storedAt(call, progress)
      this.#calls.set(id, call)
      this.#tell({ callId: id, call })
    }
  }

  #tell(change: StateChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}

/** A call of whose state no source tells a way to the end can be ended all the same. */
const straightToEnd = ['terminated'] as const

/** Nothing is to come but what somebody makes come. */
function lifeByHand({ state }: ReceivedCall, now: number): CallProgress {
  return begin(parseState(state), { ahead: [], result: undefined }, undefined, now)
}

/** @throws CallTransitionError where no call like it turns out so, or where it is said to go on and no source tells how */
function wayOf(id: string, call: CallPosition, outcome: CallOutcome | undefined): RemainingPath {
  const open = possiblePaths(call)
  const way = outcome === undefined ? defaultPath(call) : open.find((each) => each.outcome === outcome)
  if (way) return way
  const move = outcome === undefined ? 'go on' : `turn out ${JSON.stringify(outcome)}`
  const outcomes = new Set(open.map((each) => each.outcome))
  throw new CallTransitionError(id, move, call.state, [...outcomes])
}

/** A call with a meeting is a group call, as in the two examples of the Get call page. */
function whereaboutsOf({ state, direction, meetingInfo, chatInfo }: ReceivedCall): CallPosition {
  return { state: parseState(state), direction, kind: (meetingInfo ?? chatInfo) ? 'group' : 'peer-to-peer' }
}

function possibleMoves({ state }: CallProgress): readonly string[] {
  if (state === 'terminated') return []
  const after = state ? statesAfter(state) : []
  const moves = { advance: after.length > 0, transferCall: after.includes('transferring'), endCall: true }
  return Object.entries(moves).flatMap(([move, isPossible]) => (isPossible ? [move] : []))
}

function int32(name: string, value: number): number {
  if (Number.isInteger(value) && value === (value | 0)) return value
  throw new TypeError(`The ${name} must be a whole number of 32 bits, found ${String(value)}.`)
}
