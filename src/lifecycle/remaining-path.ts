import type { CallDirection, CallState } from '../model/types.generated.ts'
import { type CallOutcome, type CallPath, callPaths, directionOf, type ResultCode } from './paths.ts'
import { statesAfter } from './transitions.ts'

/** What of a call decides which ways are open to it. */
export interface CallPosition {
  readonly state: CallState | undefined
  /** Either, where it is not told. */
  readonly direction: CallDirection | null | undefined
  readonly kind: NonNullable<CallPath['kind']>
}

/** What is still before a call. */
export interface RemainingPath {
  /** The states to come, one after the other. */
  readonly ahead: readonly CallState[]
  /** What the `resultInfo` of the last one says; nothing where it has none. */
  readonly result: ResultCode | undefined
}

/** A course, from where a call is on it. */
export interface PossiblePath extends RemainingPath {
  readonly outcome: CallOutcome
}

/** The ways that the courses have for a call from where it is, the simplest first, with the simplest result of each. */
export function possiblePaths({ state, direction, kind }: CallPosition): readonly PossiblePath[] {
  return callPaths.flatMap((course) => {
    const at = state ? course.states.indexOf(state) : -1
    const isOpen =
      at >= 0 && (direction ?? directionOf(course)) === directionOf(course) && (course.kind ?? kind) === kind
    if (!isOpen) return []
    return [{ outcome: course.outcome, ahead: course.states.slice(at + 1), result: course.results[0] }]
  })
}

/** The way of a call to which nothing else happens: the simplest that leads to its end. */
export function defaultPath(call: CallPosition): RemainingPath | undefined {
  return possiblePaths(call).find(({ ahead }) => ahead.at(-1) === 'terminated')
}

/** The states between a call and its end where somebody hangs up: by way of `terminating`, where that may follow. */
export function statesToHangUp(state: CallState): readonly CallState[] | undefined {
  const [through] = statesAfter(state).filter((next) => next === 'terminating')
  const rest = statesToEnd(through ?? state)
  return through && rest ? [through, ...rest] : rest
}

/** The fewest steps that lead to the end; nothing where none do: no source tells how a call leaves `hold`. */
export function statesToEnd(state: CallState): readonly CallState[] | undefined {
  const ways: (readonly CallState[])[] = [[]]
  for (const way of ways) {
    const last = way.at(-1) ?? state
    if (last === 'terminated') return way
    for (const next of statesAfter(last)) ways.push([...way, next])
  }
  return undefined
}
