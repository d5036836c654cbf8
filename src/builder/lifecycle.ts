import {
  type Afterwards,
  afterwardsOf,
  type CallOutcome,
  type CallPath,
  directionOf,
} from '../lifecycle/paths.ts'
import type { Call, ResultInfo } from '../model/types.generated.ts'
import { type CallShape, callOf } from './call.ts'
import type { Build } from './choices/choices.ts'
import { cloneJson } from './clone-json.ts'
import { callMediaState } from './media.ts'
import { resultInfo } from './operation.ts'

/**
 * The states of one call, from the first to the last.
 *
 * @example
 * ```ts
 * import type { CallLifecycle } from 'graph-call-testkit/generators'
 *
 * const statesOf = ({ snapshots }: CallLifecycle) => snapshots.map(({ state }) => state)
 * ```
 */
export interface CallLifecycle<Snapshot = Call, Outcome extends CallOutcome = CallOutcome> {
  /** The call in each of its states, in order. Snapshots share no objects. */
  readonly snapshots: readonly Snapshot[]
  /** Outcome of the call, for example `'hung-up'`. */
  readonly outcome: Outcome
  /** Result of a GET after the last snapshot: a call that has ended is not found. */
  readonly afterwards: Afterwards
}

/**
 * Returns a builder of lifecycles that follow one of the paths, with calls of a shape. The choices after the path do not depend on
 * its states, so that they keep their meaning when the path shrinks to a shorter one.
 */
export function lifecycleOf(shape: CallShape, paths: readonly CallPath[]): Build<CallLifecycle> {
  const candidates = paths
    .toSorted((a, b) => a.states.length - b.states.length)
    .map((path) => ({ path, call: callOf(shapeFor(path, shape)) }))
  return (choices) => {
    const { path, call } = choices.pickRanked(candidates)
    const { states, results } = path
    const constant = choices.one(call)
    const result = choices.one((choices) =>
      results.length > 0 ? resultOf(path)(choices) : choices.missing(),
    )
    const noResult = choices.missing()
    const notAnswered = onceAnswered.map((key) => [key, choices.missing()] as const)
    const mediaStates = choices.list(0, 4, (choices) => ({
      from: choices.below(states.length),
      mediaState: choices.optional(callMediaState),
    }))
    const answered = states.indexOf('established')
    const last = states.length - 1
    const snapshots = states.map((state, index) => {
      const snapshot = index === last ? constant : cloneJson(constant)
      snapshot.state = state
      const change = mediaStates.findLast(({ from }) => from === index)
      if (change) setOrDelete(snapshot, 'mediaState', cloneJson(change.mediaState))
      setOrDelete(snapshot, 'resultInfo', index === last ? result : noResult)
      if (answered < 0 || index < answered) {
        for (const [key, missing] of notAnswered) setOrDelete(snapshot, key, missing)
      }
      return snapshot
    })
    return { snapshots, outcome: path.outcome, afterwards: afterwardsOf(path) }
  }
}

/** Properties that a call has only after it was answered. */
export const onceAnswered = ['answeredBy', 'toneInfo', 'transcription'] as const

/** Returns the shape of the constant part of a lifecycle: an established call, which can have every property. */
function shapeFor(path: CallPath, shape: CallShape): CallShape {
  return {
    ...shape,
    kinds: shape.kinds.filter((kind) => kind === (path.kind ?? kind)),
    directions: [{ direction: directionOf(path), states: ['established'] }],
  }
}

function resultOf({ results }: CallPath): Build<ResultInfo> {
  return (choices) => resultInfo(choices.pickRanked(results))(choices)
}

function setOrDelete<Key extends keyof Call>(call: Call, key: Key, value: Call[Key] | undefined): void {
  if (value === undefined) delete call[key]
  else call[key] = value
}
