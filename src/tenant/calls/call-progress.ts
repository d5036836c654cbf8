import type { ResultCode } from '../../lifecycle/paths.ts'
import type { RemainingPath } from '../../lifecycle/remaining-path.ts'
import type { CallState, ReceivedCall } from '../../model/types.generated.ts'
import type { Interval } from './interval.ts'

/** State of a stored call and the path that remains. Immutable: each step returns a new value. */
export interface CallProgress {
  readonly state: CallState | undefined
  /** States that follow, unless a test or a request changes the path. */
  readonly remaining: readonly CallState[]
  /** `resultInfo` of the last of these states. */
  readonly result: ResultCode | undefined
  /** Complete call in each of the states in `remaining`, if the call plays a lifecycle. */
  readonly snapshots?: readonly Readonly<ReceivedCall>[] | undefined
  /** Time in each of the states in `remaining` but the last, in milliseconds, if the lifecycle has times. */
  readonly stays?: readonly number[] | undefined
  /** Time in each state. Without it, the call stays in its state until it is moved. */
  readonly interval: Interval | undefined
  /** Time at which the call entered its state, in milliseconds since 1970. */
  readonly since: number
  /** Number of GETs that returned the call in its state. */
  readonly gets: number
}

/** Progress of a call that has entered a state. */
export interface EnteredState extends CallProgress {
  readonly state: CallState
}

export function startProgress(
  state: CallState | undefined,
  path: RemainingPath,
  interval: Interval | undefined,
  now: number,
): CallProgress {
  return { state, remaining: path.ahead, result: path.result, interval, since: now, gets: 0 }
}

/** Returns the same progress with another path ahead. A lifecycle no longer applies. */
export function onPath(
  { snapshots: _, stays: __, ...progress }: CallProgress,
  path: RemainingPath,
): CallProgress {
  return { ...progress, remaining: path.ahead, result: path.result }
}

/** Returns the same progress with one more GET. */
export function withGet(progress: CallProgress): CallProgress {
  return { ...progress, gets: progress.gets + 1 }
}

/** Enters the next state. Returns undefined if no state remains. */
export function enterNext(progress: CallProgress, now: number): EnteredState | undefined {
  const [state, ...remaining] = progress.remaining
  const { snapshots, stays } = progress
  const [stay, ...following] = stays ?? []
  return (
    state && {
      ...progress,
      state,
      remaining,
      ...(snapshots && { snapshots: snapshots.slice(1) }),
      ...(stays && { stays: following, interval: intervalOf(stay) }),
      since: now,
      gets: 0,
    }
  )
}

/** Returns the interval for a time in milliseconds. Undefined if the call stays in its state. */
export function intervalOf(milliseconds: number | undefined): Interval | undefined {
  return milliseconds === undefined ? undefined : { milliseconds }
}

/** Enters all remaining states at once. */
export function enterAll(progress: CallProgress, now: number): readonly EnteredState[] {
  const entered = enterNext(progress, now)
  return entered ? [entered, ...enterAll(entered, now)] : []
}

export function hasEnded({ state }: CallProgress): boolean {
  return state === 'terminated'
}

/** Steps of a call that are due. */
export interface DueSteps {
  /** States that the call enters, in order. */
  readonly entered: readonly EnteredState[]
  /** True if the call ended so long ago that it must be removed. */
  readonly isExpired: boolean
}

/** Returns the steps that a call must take by itself by the time `now`. */
export function dueSteps(progress: CallProgress, now: number, keepEndedCallsFor: Interval): DueSteps {
  const entered: EnteredState[] = []
  for (let current = progress; ; ) {
    const time = timeOfStep(current, now, keepEndedCallsFor)
    if (time === undefined) return { entered, isExpired: false }
    const next = enterNext(current, time)
    if (!next) return { entered, isExpired: true }
    entered.push(next)
    current = next
  }
}

/** Returns the time at which the clock moves a call from its state, or undefined if it does not. */
export function dueAt(progress: CallProgress, keepEndedCallsFor: Interval): number | undefined {
  const stay = stayOf(progress, keepEndedCallsFor)
  return stay && 'milliseconds' in stay ? progress.since + stay.milliseconds : undefined
}

/** True if a call leaves its state at some time without another GET. */
export function movesByItself(progress: CallProgress, keepEndedCallsFor: Interval): boolean {
  return timeOfStep(progress, Number.POSITIVE_INFINITY, keepEndedCallsFor) !== undefined
}

/** Returns the time of the next step, or undefined if it is not due. */
function timeOfStep(progress: CallProgress, now: number, keepEndedCallsFor: Interval): number | undefined {
  const stay = stayOf(progress, keepEndedCallsFor)
  if (stay && 'gets' in stay) return progress.gets >= stay.gets ? now : undefined
  const due = dueAt(progress, keepEndedCallsFor)
  return due !== undefined && due <= now ? due : undefined
}

/** Returns the interval after which a call leaves its state, or undefined if it stays. */
function stayOf(progress: CallProgress, keepEndedCallsFor: Interval): Interval | undefined {
  if (hasEnded(progress)) return keepEndedCallsFor
  return progress.remaining.length > 0 ? progress.interval : undefined
}
