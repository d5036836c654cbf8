import { endMessage, hungUpByBot } from '../../lifecycle/end-reasons.ts'
import type { CallOutcome, ResultCode } from '../../lifecycle/paths.ts'
import { defaultPath, possiblePaths, statesToEnd, statesToHangUp } from '../../lifecycle/remaining-path.ts'
import { completedTransfer, unansweredTransfer } from '../../lifecycle/transfer-results.ts'
import { parseState, statesAfter } from '../../lifecycle/transitions.ts'
import type { CallState, ReceivedCall } from '../../model/types.generated.ts'
import { checkedInt32 } from '../checked-values.ts'
import { allowedTransitions, pathFor, positionOf } from './call-path.ts'
import {
  type CallProgress,
  type EnteredState,
  enterAll,
  enterNext,
  onPath,
  startProgress,
} from './call-progress.ts'
import { CallTransitionError } from './call-transition-error.ts'
import type { Interval } from './interval.ts'
import type { StoredCall } from './stored-call.ts'

/** Stored call with its progress. */
export interface MovingCall {
  readonly id: string
  readonly call: StoredCall
  readonly progress: CallProgress
}

/** Path of a call whose state has no known path to the end, for example `hold`. */
const straightToEnd = ['terminated'] as const

/** Returns the progress of a call without a path. */
export function emptyProgress({ state }: ReceivedCall, now: number): CallProgress {
  return startProgress(parseState(state), { ahead: [], result: undefined }, undefined, now)
}

/** Returns the progress of a call that is added with a path. */
export function firstProgress(
  id: string,
  call: Readonly<ReceivedCall>,
  {
    outcome,
    interval,
  }: { readonly outcome: CallOutcome | undefined; readonly interval: Interval | undefined },
  now: number,
): CallProgress {
  return startProgress(parseState(call.state), pathFor(id, positionOf(call), outcome), interval, now)
}

/**
 * Returns the next state of a call: the one of its path, or the only one that can follow.
 *
 * @throws CallTransitionError if no state follows, or no source shows which one
 */
export function nextState({ id, call, progress }: MovingCall, now: number): EnteredState {
  const path = progress.remaining.length > 0 ? undefined : defaultPath(positionOf(call.call))
  const entered = enterNext(path ? onPath(progress, path) : progress, now)
  if (!entered) throw new CallTransitionError(id, 'advance', progress.state, allowedTransitions(progress))
  return entered
}

/**
 * Returns the state of a call that is transferred.
 *
 * @throws CallTransitionError if the call is not established
 */
export function transferringState(
  { id, call, progress }: MovingCall,
  outcome: 'transferred' | 'failed-transfer',
  now: number,
): EnteredState {
  const path = possiblePaths(positionOf(call.call)).find((each) => each.outcome === outcome)
  const result = outcome === 'transferred' ? completedTransfer : unansweredTransfer
  const entered = path?.ahead[0] === 'transferring' && enterNext(onPath(progress, { ...path, result }), now)
  if (!entered)
    throw new CallTransitionError(id, 'transferCall', progress.state, allowedTransitions(progress))
  return entered
}

/** @throws TypeError if a code is not a 32-bit integer */
export function checkedResult(reason: ResultCode): ResultCode {
  return {
    code: checkedInt32('code', reason.code),
    subcode: checkedInt32('subcode', reason.subcode),
    message: reason.message ?? endMessage(reason),
  }
}

/**
 * Returns the states to the end of a call: as after DELETE, or with a result in as few steps as possible. A call with an
 * interval enters only the first one now.
 */
export function statesToTheEnd(
  { progress }: MovingCall,
  result: ResultCode | undefined,
  now: number,
): readonly EnteredState[] {
  const states = progress.state && (result ? statesToEnd(progress.state) : statesToHangUp(progress.state))
  const path = { ahead: states ?? straightToEnd, result: result ?? hungUpByBot }
  const entered = enterAll(onPath(progress, path), now)
  return progress.interval ? entered.slice(0, 1) : entered
}

/**
 * Checks that a state can follow.
 *
 * @throws CallTransitionError if it cannot
 */
export function checkFollows({ id, progress }: MovingCall, state: CallState): void {
  if (progress.state && statesAfter(progress.state).includes(state)) return
  throw new CallTransitionError(id, 'enter', progress.state, allowedTransitions(progress))
}
