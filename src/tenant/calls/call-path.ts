import type { CallOutcome } from '../../lifecycle/paths.ts'
import {
  type CallPosition,
  defaultPath,
  possiblePaths,
  type RemainingPath,
} from '../../lifecycle/remaining-path.ts'
import { parseState, statesAfter } from '../../lifecycle/transitions.ts'
import type { ReceivedCall } from '../../model/types.generated.ts'
import type { CallProgress } from './call-progress.ts'
import { CallTransitionError } from './call-transition-error.ts'

/**
 * Returns the path of a call to an outcome, or its default path.
 *
 * @throws CallTransitionError if no path leads from the call's state to the outcome
 */
export function pathFor(id: string, call: CallPosition, outcome: CallOutcome | undefined): RemainingPath {
  const possible = possiblePaths(call)
  const path = outcome === undefined ? defaultPath(call) : possible.find((each) => each.outcome === outcome)
  if (path) return path
  const transition = outcome === undefined ? 'stepEvery' : `outcome ${JSON.stringify(outcome)}`
  throw new CallTransitionError(id, transition, call.state, [
    ...new Set(possible.map((each) => each.outcome)),
  ])
}

/** Returns the position of a call. A call with a meeting is a group call. Source: Get call, the two examples. */
export function positionOf({ state, direction, meetingInfo, chatInfo }: ReceivedCall): CallPosition {
  return { state: parseState(state), direction, kind: (meetingInfo ?? chatInfo) ? 'group' : 'peer-to-peer' }
}

/** Returns the functions of a tenant that can move a call from its state. */
export function allowedTransitions({ state }: CallProgress): readonly string[] {
  if (state === 'terminated') return []
  const following = state ? statesAfter(state) : []
  const transitions = {
    advance: following.length > 0,
    transferCall: following.includes('transferring'),
    endCall: true,
  }
  return Object.entries(transitions).flatMap(([name, isAllowed]) => (isAllowed ? [name] : []))
}
