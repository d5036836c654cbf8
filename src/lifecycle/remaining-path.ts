import type { CallDirection, CallState } from '../model/types.generated.ts'
import { type CallOutcome, type CallPath, callPaths, directionOf, type ResultCode } from './paths.ts'
import { statesAfter } from './transitions.ts'

/** Properties of a call that determine its possible paths. */
export interface CallPosition {
  readonly state: CallState | undefined
  /** Any direction if not set. */
  readonly direction: CallDirection | null | undefined
  readonly kind: NonNullable<CallPath['kind']>
}

/** Rest of a call path. */
export interface RemainingPath {
  /** States ahead, in order. */
  readonly ahead: readonly CallState[]
  /** Result in the last state, if any. */
  readonly result: ResultCode | undefined
}

/** Rest of a call path that leads to an outcome. */
export interface PossiblePath extends RemainingPath {
  readonly outcome: CallOutcome
}

/** Returns the paths that a call can still take, the simplest first, each with its simplest result. */
export function possiblePaths({ state, direction, kind }: CallPosition): readonly PossiblePath[] {
  return callPaths.flatMap((path) => {
    const at = state ? path.states.indexOf(state) : -1
    const isPossible =
      at >= 0 && (direction ?? directionOf(path)) === directionOf(path) && (path.kind ?? kind) === kind
    if (!isPossible) return []
    return [{ outcome: path.outcome, ahead: path.states.slice(at + 1), result: path.results[0] }]
  })
}

/** Returns the default path of a call: the simplest one that ends it. */
export function defaultPath(call: CallPosition): RemainingPath | undefined {
  return possiblePaths(call).find(({ ahead }) => ahead.at(-1) === 'terminated')
}

/** Returns the states of a call after the bot hangs up: `terminating` if possible, and the shortest path to the end. */
export function statesToHangUp(state: CallState): readonly CallState[] | undefined {
  const [through] = statesAfter(state).filter((next) => next === 'terminating')
  const rest = statesToEnd(through ?? state)
  return through && rest ? [through, ...rest] : rest
}

/** Returns the shortest path to the end, or `undefined` if unknown: no source shows how a call leaves `hold`. */
export function statesToEnd(state: CallState): readonly CallState[] | undefined {
  const candidates: (readonly CallState[])[] = [[]]
  for (const candidate of candidates) {
    const last = candidate.at(-1) ?? state
    if (last === 'terminated') return candidate
    for (const next of statesAfter(last)) candidates.push([...candidate, next])
  }
  return undefined
}
