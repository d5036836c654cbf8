import type { Result } from '../lifecycle/courses.ts'
import type { Way } from '../lifecycle/ways.ts'
import type { CallState } from '../schema/types.ts'
import type { Pace } from './pace.ts'

/** Where a call is on its course. A value: what happens to a call makes another one. */
export interface Life {
  readonly state: CallState | undefined
  /** The states that are to come, as long as nothing else happens. */
  readonly ahead: readonly CallState[]
  /** What the `resultInfo` of the last of them says. */
  readonly result: Result | undefined
  /** How long it is in each of them; until somebody advances it, where nothing is said. */
  readonly pace: Pace | undefined
  /** When it came into its state, in milliseconds since 1970. */
  readonly since: number
  /** How many GETs it has answered in its state. */
  readonly gets: number
}

/** A life that has come into a state. */
export interface Entered extends Life {
  readonly state: CallState
}

/** A life at its beginning. */
export function begin(state: CallState | undefined, way: Way, pace: Pace | undefined, now: number): Life {
  return { state, ahead: way.ahead, result: way.result, pace, since: now, gets: 0 }
}

/** The same life on another way. */
export function turnedTo(life: Life, way: Way): Life {
  return { ...life, ahead: way.ahead, result: way.result }
}

/** The same life, one GET later. */
export function shown(life: Life): Life {
  return { ...life, gets: life.gets + 1 }
}

/** The next state of a life; nothing where none is to come. */
export function next(life: Life, now: number): Entered | undefined {
  const [state, ...ahead] = life.ahead
  return state && { ...life, state, ahead, since: now, gets: 0 }
}

/** All that is to come, passed at once. */
export function toTheLast(life: Life, now: number): readonly Entered[] {
  const after = next(life, now)
  return after ? [after, ...toTheLast(after, now)] : []
}

/** Whether a call has ended: what its last state is for. */
export function hasEnded({ state }: Life): boolean {
  return state === 'terminated'
}

/** What a life has become by itself. */
export interface Passed {
  /** The states that it passed, in their order, as it came into each. */
  readonly lives: readonly Entered[]
  /** Whether it was over for so long that it is no longer there. */
  readonly gone: boolean
}

/**
 * What becomes of a life by itself until now.
 *
 * @param endShownFor - how long it is there once it has ended
 */
export function passed(life: Life, now: number, endShownFor: Pace): Passed {
  const lives: Entered[] = []
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
export function dueAt(life: Life, endShownFor: Pace): number | undefined {
  const stay = stayOf(life, endShownFor)
  return stay && 'milliseconds' in stay ? life.since + stay.milliseconds : undefined
}

function leavesAt(life: Life, now: number, endShownFor: Pace): number | undefined {
  const stay = stayOf(life, endShownFor)
  if (stay && 'gets' in stay) return life.gets >= stay.gets ? now : undefined
  const due = dueAt(life, endShownFor)
  return due !== undefined && due <= now ? due : undefined
}

function stayOf(life: Life, endShownFor: Pace): Pace | undefined {
  if (hasEnded(life)) return endShownFor
  return life.ahead.length > 0 ? life.pace : undefined
}
