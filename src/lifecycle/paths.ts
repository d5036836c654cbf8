import type { CallDirection, CallState } from '../model/types.generated.ts'
import { endReasons } from './end-reasons.ts'
import { firstStates } from './transitions.ts'

/** Outcomes of a call, the simplest first. */
export const callOutcomes = [
  'answered',
  'hung-up',
  'rejected',
  'unanswered',
  'redirected',
  'transferred',
  'failed-transfer',
  'failed-join',
] as const

/**
 * Outcome of a call. For example, an `'answered'` call is established and continues.
 *
 * @example
 * ```ts
 * const outcome: CallOutcome = 'rejected'
 * ```
 * Sources: the documented examples of the call pages and of the call end reasons; reported calls.
 */
export type CallOutcome = (typeof callOutcomes)[number]

/**
 * Result of a GET after the last state of a call path: 404, or the call in its last state.
 *
 * @example
 * ```ts
 * const afterwards: Afterwards = 'not-found'
 * ```
 * Source: the keepAlive page, which documents a 404 for calls that have ended.
 */
export type Afterwards = 'not-found' | 'still-there'

/** Code and subcode of a `resultInfo`, and its message if known. */
export interface ResultCode {
  readonly code: number
  readonly subcode: number
  readonly message?: string | undefined
}

/** Sequence of states that a call can go through, from its first to its last state. */
export interface CallPath {
  readonly outcome: CallOutcome
  readonly states: readonly [CallState, ...CallState[]]
  /** Kind of call that can take this path. Defaults to both kinds. */
  readonly kind?: 'peer-to-peer' | 'group'
  /** Possible results in the last state, the simplest first. Empty if it has no `resultInfo`. */
  readonly results: readonly ResultCode[]
}

const outgoing = ['establishing', 'established'] as const
const incoming = ['incoming', 'establishing', 'established'] as const

type Subcode = (typeof endReasons)[number]['subcode']

const reasons = (...subcodes: readonly Subcode[]): readonly ResultCode[] =>
  subcodes.flatMap((subcode) => endReasons.filter((reason) => reason.subcode === subcode))

const transferResults = reasons(7015)
const callerResults = reasons(4097, 1106)
const calleeResults = reasons(10057, 10037, 10076, 10134, 10199, 8544)
const botResults = reasons(7000, 10550)
/** Reported only for calls that failed while they were established. */
const failedJoins = reasons(7106, 1203002, 1203003, 3002, 3003, 7112, 2203)
/** Results of a call that was established or being established. */
const endResults: readonly ResultCode[] = [
  ...reasons(4097),
  ...endReasons.filter(
    (reason) =>
      reason.subcode !== 4097 &&
      ![...transferResults, ...callerResults, ...calleeResults, ...failedJoins].includes(reason),
  ),
]
/** Results of a failed join: the reported ones, and those about media that could not be connected. */
const joinResults: readonly ResultCode[] = [...failedJoins, ...reasons(301005, 1005)]
/** Results of a redirect. No source documents them, so these are the results without a documented meaning. */
const redirectResults = endReasons.filter((reason) => !('meaning' in reason || 'reported' in reason))

/** Result of a failed transfer. Source: Transfer call, Response, which spells the subcode `subCode`. */
export const failedTransfer: ResultCode = { code: 500, subcode: 7000 }

/** Result of a failed consultative transfer. Source: Transfer call, Response. */
const failedConsultativeTransfer: ResultCode = { code: 500, subcode: 7700 }

/**
 * All call paths, the simplest of each outcome first. Sources: the documented examples of the call pages and of the call end
 * reasons; reported calls.
 */
export const callPaths: readonly CallPath[] = [
  { outcome: 'answered', states: outgoing, results: [] },
  { outcome: 'answered', states: incoming, results: [] },
  { outcome: 'hung-up', states: [...outgoing, 'terminating', 'terminated'], results: endResults },
  { outcome: 'hung-up', states: [...incoming, 'terminating', 'terminated'], results: endResults },
  { outcome: 'hung-up', states: [...outgoing, 'terminated'], results: endResults },
  { outcome: 'hung-up', states: [...incoming, 'terminated'], results: endResults },
  { outcome: 'hung-up', states: ['establishing', 'terminating', 'terminated'], results: botResults },
  {
    outcome: 'hung-up',
    states: ['incoming', 'establishing', 'terminating', 'terminated'],
    results: endResults,
  },
  { outcome: 'rejected', states: ['incoming', 'terminated'], results: botResults },
  {
    outcome: 'unanswered',
    states: ['establishing', 'terminated'],
    kind: 'peer-to-peer',
    // 200/5002 is reported: an unanswered call ends as one that the callee left.
    results: [...calleeResults, ...reasons(5002)],
  },
  { outcome: 'unanswered', states: ['incoming', 'terminated'], results: callerResults },
  { outcome: 'redirected', states: ['incoming', 'redirecting', 'terminated'], results: redirectResults },
  { outcome: 'redirected', states: ['incoming', 'terminated'], results: redirectResults },
  {
    outcome: 'transferred',
    states: [...outgoing, 'transferring', 'transferAccepted', 'terminated'],
    results: transferResults,
  },
  {
    outcome: 'transferred',
    states: [...incoming, 'transferring', 'transferAccepted', 'terminated'],
    results: transferResults,
  },
  {
    outcome: 'failed-transfer',
    states: [...outgoing, 'transferring', 'established'],
    results: [failedTransfer, failedConsultativeTransfer],
  },
  {
    outcome: 'failed-transfer',
    states: [...incoming, 'transferring', 'established'],
    results: [failedTransfer, failedConsultativeTransfer],
  },
  { outcome: 'failed-join', states: ['establishing', 'terminated'], kind: 'group', results: joinResults },
]

/** Returns the direction of the calls that can take a path. */
export function directionOf({ states: [first] }: CallPath): CallDirection {
  return first === firstStates.incoming ? 'incoming' : 'outgoing'
}

/** Returns the result of a GET after the last state. It is 404 for a call that has ended (documented on keepAlive). */
export function afterwardsOf({ states }: CallPath): Afterwards {
  return states.at(-1) === 'terminated' ? 'not-found' : 'still-there'
}
