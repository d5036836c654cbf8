import type { ResultCode } from '../../lifecycle/paths.ts'
import type { RemainingPath } from '../../lifecycle/remaining-path.ts'
import type { CallState } from '../../model/types.generated.ts'
import type { Interval } from './interval.ts'

/** Where a call is on its course. A value: what happens to a call makes another one. */
export interface CallProgress {
  readonly state: CallState | undefined
  /** The states that are to come, as long as nothing else happens. */
  readonly ahead: readonly CallState[]
  /** What the `resultInfo` of the last of them says. */
  readonly result: ResultCode | undefined
  /** How long it is in each of them; until somebody advances it, where nothing is said. */
  readonly interval: Interval | undefined
  /** When it came into its state, in milliseconds since 1970. */
  readonly since: number
  /** How many GETs it has answered in its state. */
  readonly gets: number
}

/** A life that has come into a state. */
export interface EnteredState extends CallProgress {
  readonly state: CallState
}

/** A life at its beginning. */
export function begin(
  state: CallState | undefined,
  way: RemainingPath,
  interval: Interval | undefined,
  now: number,
): CallProgress {
  return { state, ahead: way.ahead, result: way.result, interval, since: now, gets: 0 }
}

/** The same life on another way. */
export function turnedTo(life: CallProgress, way: RemainingPath): CallProgress {
  return { ...life, ahead: way.ahead, result: way.result }
}

/** The same life, one GET later. */
export function shown(life: CallProgress): CallProgress {
  return { ...life, gets: life.gets + 1 }
}

/** The next state of a life; nothing where none is to come. */
export function next(life: CallProgress, now: number): EnteredState | undefined {
  const [state, ...ahead] = life.ahead
  return state && { ...life, state, ahead, since: now, gets: 0 }
}

/** All that is to come, passed at once. */
export function toTheLast(life: CallProgress, now: number): readonly EnteredState[] {
  const after = next(life, now)
  return after ? [after, ...toTheLast(after, now)] : []
}

/** Whether a call has ended: what its last state is for. */
export function hasEnded({ state }: CallProgress): boolean {
  return state === 'terminated'
}

/** What a life has become by itself. */
export interface Elapsed {
  /** The states that it passed, in their order, as it came into each. */
  readonly lives: readonly EnteredState[]
  /** Whether it was over for so long that it is no longer there. */
  readonly gone: boolean
}

/**
 * What becomes of a life by itself until now.
 *
 * @param endShownFor - how long it is there once it has ended
 */
export function elapsed(life: CallProgress, now: number, endShownFor: Interval): Elapsed {
  const lives: EnteredState[] = []
  for (let current = life; ; ) {
    const leaves = leavesAt(current, now, endShownFor)
    if (leaves === undefined) return { lives, gone: false }
    const after = next(current, leaves)
    if (!after) return { lives, gone: true }
    lives.push(after)
    current = after
  }
}

/** When a life leaves its state by the clock alone; nothing where it does not. */
export function dueAt(life: CallProgress, endShownFor: Interval): number | undefined {
  const stay = stayOf(life, endShownFor)
  return stay && 'milliseconds' in stay ? life.since + stay.milliseconds : undefined
}

function leavesAt(life: CallProgress, now: number, endShownFor: Interval): number | undefined {
  const stay = stayOf(life, endShownFor)
  if (stay && 'gets' in stay) return life.gets >= stay.gets ? now : undefined
  const due = dueAt(life, endShownFor)
  return due !== undefined && due <= now ? due : undefined
}

function stayOf(life: CallProgress, endShownFor: Interval): Interval | undefined {
  if (hasEnded(life)) return endShownFor
  return life.ahead.length > 0 ? life.interval : undefined
}
