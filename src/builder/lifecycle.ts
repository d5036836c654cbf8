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

/** One call from first to last. */
export interface CallLifecycle<Snapshot = Call, Outcome extends CallOutcome = CallOutcome> {
  /** The call in each of its states, in their order. They share no object. */
  readonly snapshots: readonly Snapshot[]
  /** How it turned out. */
  readonly outcome: Outcome
  /** What a GET finds after the last snapshot. */
  readonly afterwards: Afterwards
}

/** Calls of a shape that take one of these courses. */
export function lifecycleOf(shape: CallShape, courses: readonly CallPath[]): Build<CallLifecycle> {
  const journeys = courses.map((course) => ({ course, call: callOf(shapeFor(course, shape)) }))
  return (choices) => {
    const { course, call } = choices.pick(journeys)
    const constant = choices.one(call)
    const last = course.states.length - 1
    const answered = course.states.indexOf('established')
    const snapshots = course.states.map((state, index) => {
      const snapshot = index === last ? constant : cloneJson(constant)
      snapshot.state = state
      setOrDelete(snapshot, 'mediaState', choices.optional(callMediaState))
      setOrDelete(
        snapshot,
        'resultInfo',
        index === last && course.results.length > 0 ? choices.one(resultOf(course)) : choices.missing(),
      )
      if (answered < 0 || index < answered) {
        for (const key of onceAnswered) setOrDelete(snapshot, key, choices.missing())
      }
      return snapshot
    })
    return { snapshots, outcome: course.outcome, afterwards: afterwardsOf(course) }
  }
}

/** What a call has only once somebody answered it. */
const onceAnswered = ['answeredBy', 'toneInfo', 'transcription'] as const

/** The shape of what stays the same on a course: all that a call in its fullest state has. */
function shapeFor(course: CallPath, shape: CallShape): CallShape {
  return {
    ...shape,
    kinds: shape.kinds.filter((kind) => kind === (course.kind ?? kind)),
    directions: [{ direction: directionOf(course), states: ['established'] }],
  }
}

function resultOf({ results }: CallPath): Build<ResultInfo> {
  return (choices) => resultInfo(choices.pick(results))(choices)
}

function setOrDelete<Key extends keyof Call>(call: Call, key: Key, value: Call[Key] | undefined): void {
  if (value === undefined) delete call[key]
  else call[key] = value
}
