import type { CallOutcome } from '../lifecycle/courses.ts'
import { stateNamed, statesAfter } from '../lifecycle/steps.ts'
import {
  stepsOfHangUp,
  stepsToEnd,
  type Way,
  type Whereabouts,
  wayLeftAlone,
  waysFrom,
} from '../lifecycle/ways.ts'
import type { CallState, ReceivedCall } from '../schema/types.ts'
import { CallExistsError } from './call-exists-error.ts'
import { CallMoveError } from './call-move-error.ts'
import type { Refusal } from './failure.ts'
import { begin, type Entered, hasEnded, type Life, next, passed, shown, toTheLast, turnedTo } from './life.ts'
import { checkedPace, type Pace } from './pace.ts'
import { type Placeable, type PlaceOptions, readPlaced, type StoredCall, storedAt } from './stored-call.ts'
import type { SyntheticCalls } from './synthetic-calls.ts'
import { nearestIds } from './unanswered.ts'
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
export class Lives {
  #calls = new Map<string, StoredCall>()
  readonly #synthetic: SyntheticCalls | undefined
  readonly #now: () => number
  /** How long a call is there once it has ended. */
  readonly endShownFor: Pace
  readonly #listeners = new Set<(change: StateChange) => void>()

  /** @param synthetic - has the calls that were not placed; one that moves is kept from then on */
  constructor(synthetic: SyntheticCalls | undefined, now: () => number, endShownFor: Pace) {
    this.#synthetic = synthetic
    this.#now = now
    this.endShownFor = checkedPace('endShownFor', endShownFor, 0)
  }

  /** @returns what ends it */
  onChange(listener: (change: StateChange) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** @throws CallFormatError, CallExistsError; CallMoveError where no call like it turns out so; TypeError for a pace that is none */
  place(body: Placeable<{ unknownEnumMembers: true }>, options: PlaceOptions = {}): string {
    const { replace = false, outcome, every } = options
    const pace = every && checkedPace('every', every, 1)
    const { id, call } = readPlaced(body, options)
    // One that is over by now makes room.
    if (!replace && this.#upToDate(id)) throw new CallExistsError(id)
    const isLeftAlone = outcome === undefined && every === undefined
    const placed = isLeftAlone
      ? call
      : { ...call, life: this.#begun(id, JSON.parse(call.whole), outcome, pace) }
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
    return [...this.#calls].flatMap(([id, { life }]) => (life ? [id] : []))
  }

  /** Where a call was when somebody last looked at it. */
  lifeOf(id: string): Life | undefined {
    return this.#calls.get(id)?.life
  }

  /** A call as it is by now, or how a request for it is refused. */
  find(id: string): StoredCall | Refusal {
    return this.#upToDate(id) ?? this.#synthetic?.find(id) ?? { fixture: 'call-not-found' }
  }

  /** Counts a GET that was answered with a call. */
  count(id: string, call: StoredCall): void {
    if (call.life) this.#calls.set(id, { ...call, life: shown(call.life) })
  }

  /** @throws UnknownCallError; CallMoveError where nothing follows, or no source tells what */
  advance(id: string): CallState {
    const { call, life } = this.#present(id)
    const way = life.ahead.length > 0 ? life : wayLeftAlone(whereaboutsOf(JSON.parse(call.whole)))
    const after = way && next(turnedTo(life, way), this.#now())
    if (!after) throw new CallMoveError(id, 'advance', life.state, possibleMoves(life))
    this.#enter(id, call, [after])
    return after.state
  }

  /** @throws UnknownCallError; CallMoveError where it is not established */
  transfer(id: string, outcome: 'transferred' | 'failed-transfer'): void {
    const { call, life } = this.#present(id)
    const way = waysFrom(whereaboutsOf(JSON.parse(call.whole))).find((each) => each.outcome === outcome)
    const after = way && way.ahead[0] === 'transferring' && next(turnedTo(life, way), this.#now())
    if (!after) throw new CallMoveError(id, 'transfer', life.state, possibleMoves(life))
    this.#enter(id, call, [after])
  }

  /** @throws UnknownCallError; CallMoveError where the call has ended */
  end(id: string): void {
    if (!this.hangUp(id)) throw new CallMoveError(id, 'end', 'terminated', [])
  }

  /** @returns whether there was something to end. @throws UnknownCallError */
  hangUp(id: string): boolean {
    const { call, life } = this.#present(id)
    if (hasEnded(life)) return false
    const ahead = (life.state && stepsOfHangUp(life.state)) ?? straightToEnd
    this.#end(id, call, life, { ahead, result: hungUpByBot })
    return true
  }

  /** @throws UnknownCallError; CallMoveError where the call has ended; TypeError where a code is no whole number of 32 bits */
  fail(id: string, code: number, subcode: number): void {
    const result = { code: int32('code', code), subcode: int32('subcode', subcode) }
    const { call, life } = this.#present(id)
    if (hasEnded(life)) throw new CallMoveError(id, 'fail', life.state, [])
    const ahead = (life.state && stepsToEnd(life.state)) ?? straightToEnd
    this.#end(id, call, life, { ahead, result })
  }

  /** What ends, does so at the call's pace; at once where it has none: nobody would lead it to its end. */
  #end(id: string, call: StoredCall, life: Life, way: Way): void {
    const all = toTheLast(turnedTo(life, way), this.#now())
    this.#enter(id, call, life.pace ? all.slice(0, 1) : all)
  }

  /** A call that is there, with its life, or the one that it would have. */
  #present(id: string): { call: StoredCall; life: Life } {
    const call = this.find(id)
    if ('fixture' in call) throw new UnknownCallError(id, nearestIds(id, this.#calls.keys()))
    return { call, life: call.life ?? lifeByHand(JSON.parse(call.whole), this.#now()) }
  }

  #begun(id: string, call: ReceivedCall, outcome: CallOutcome | undefined, pace: Pace | undefined): Life {
    return begin(stateNamed(call.state), wayOf(id, whereaboutsOf(call), outcome), pace, this.#now())
  }

  /** One of the calls, once all has happened to it that had to happen by now; nothing where it is not there, or no longer. */
  #upToDate(id: string): StoredCall | undefined {
    const call = this.#calls.get(id)
    if (!call?.life) return call
    const { lives, gone } = passed(call.life, this.#now(), this.endShownFor)
    this.#enter(id, call, lives)
    if (gone) this.#leave(id)
    return this.#calls.get(id)
  }

  #leave(id: string): void {
    this.#calls.delete(id)
    this.#synthetic?.end(id)
  }

  /** Leads a call through states, and tells of each. */
  #enter(id: string, before: StoredCall, lives: readonly Entered[]): void {
    let call = before
    for (const life of lives) {
      call = storedAt(call, life)
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
function lifeByHand({ state }: ReceivedCall, now: number): Life {
  return begin(stateNamed(state), { ahead: [], result: undefined }, undefined, now)
}

/** @throws CallMoveError where no call like it turns out so, or where it is said to go on and no source tells how */
function wayOf(id: string, call: Whereabouts, outcome: CallOutcome | undefined): Way {
  const open = waysFrom(call)
  const way = outcome === undefined ? wayLeftAlone(call) : open.find((each) => each.outcome === outcome)
  if (way) return way
  const move = outcome === undefined ? 'go on' : `turn out ${JSON.stringify(outcome)}`
  const outcomes = new Set(open.map((each) => each.outcome))
  throw new CallMoveError(id, move, call.state, [...outcomes])
}

/** A call with a meeting is a group call, as in the two examples of the Get call page. */
function whereaboutsOf({ state, direction, meetingInfo, chatInfo }: ReceivedCall): Whereabouts {
  return { state: stateNamed(state), direction, kind: (meetingInfo ?? chatInfo) ? 'group' : 'peer-to-peer' }
}

function possibleMoves({ state }: Life): readonly string[] {
  if (state === 'terminated') return []
  const after = state ? statesAfter(state) : []
  const moves = { advance: after.length > 0, transfer: after.includes('transferring'), end: true, fail: true }
  return Object.entries(moves).flatMap(([move, isPossible]) => (isPossible ? [move] : []))
}

function int32(name: string, value: number): number {
  if (Number.isInteger(value) && value === (value | 0)) return value
  throw new TypeError(`The ${name} must be a whole number of 32 bits, found ${String(value)}.`)
}
