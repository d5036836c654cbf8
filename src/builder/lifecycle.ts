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

/** Returns a builder of lifecycles that follow one of the paths, with calls of a shape. */
export function lifecycleOf(shape: CallShape, paths: readonly CallPath[]): Build<CallLifecycle> {
  const candidates = paths.map((path) => ({ path, call: callOf(shapeFor(path, shape)) }))
  return (choices) => {
    const { path, call } = choices.pick(candidates)
    const constant = choices.one(call)
    const last = path.states.length - 1
    const answered = path.states.indexOf('established')
    const snapshots = path.states.map((state, index) => {
      const snapshot = index === last ? constant : cloneJson(constant)
      snapshot.state = state
      setOrDelete(snapshot, 'mediaState', choices.optional(callMediaState))
      setOrDelete(
        snapshot,
        'resultInfo',
        index === last && path.results.length > 0 ? choices.one(resultOf(path)) : choices.missing(),
      )
      if (answered < 0 || index < answered) {
        for (const key of onceAnswered) setOrDelete(snapshot, key, choices.missing())
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
  return (choices) => resultInfo(choices.pick(results))(choices)
}

function setOrDelete<Key extends keyof Call>(call: Call, key: Key, value: Call[Key] | undefined): void {
  if (value === undefined) delete call[key]
  else call[key] = value
}
