import type { CallDirection, CallState } from '../model/types.generated.ts'
import { endReasons } from './end-reasons.ts'
import { firstStates } from './transitions.ts'

/** How a call can turn out, the simplest first. */
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

/** How a call turns out: `'answered'`, for one, is a call that is established and goes on. */
export type CallOutcome = (typeof callOutcomes)[number]

/** What a GET finds after the last state of a course. */
export type Afterwards = 'not-found' | 'still-there'

/** The code and subcode of a `resultInfo`. */
export interface ResultCode {
  readonly code: number
  readonly subcode: number
}

/** One way that a call may go, from the state in which it is first seen to the last. */
export interface CallPath {
  readonly outcome: CallOutcome
  readonly states: readonly [CallState, ...CallState[]]
  /** Only calls of this kind go this way; both, where it is absent. */
  readonly kind?: 'peer-to-peer' | 'group'
  /** What the `resultInfo` of the last state may say, the simplest first; none where it has no result. */
  readonly results: readonly ResultCode[]
}

const outgoing = ['establishing', 'established'] as const
const incoming = ['incoming', 'establishing', 'established'] as const

type Subcode = (typeof endReasons)[number]['subcode']

const reasons = (...subcodes: readonly Subcode[]): readonly ResultCode[] =>
  subcodes.flatMap((subcode) => endReasons.filter((reason) => reason.subcode === subcode))

const ofTransfer = reasons(7015)
const ofCaller = reasons(4097, 1106)
const ofCallee = reasons(10057, 10037, 10076, 10134, 10199)
const ofBot = reasons(7000, 10550)
/** Why a call may end that was established, or would have been. */
const ofEnd: readonly ResultCode[] = [
  ...reasons(4097),
  ...endReasons.filter(
    (reason) => reason.subcode !== 4097 && ![...ofTransfer, ...ofCaller, ...ofCallee].includes(reason),
  ),
]
/** Reported after establishing, or, by their meanings, of media that did not come about. */
const ofJoin: readonly ResultCode[] = [{ code: 500, subcode: 7106 }, ...reasons(301005, 1005)]
/** No source tells what a redirect ends with: one of those whose meaning none tells. */
const ofRedirect = endReasons.filter((reason) => !('meaning' in reason))

/** What a transfer that fails leaves behind. Documented is the code; what subcode it has no source tells. */
export const failedTransfer: ResultCode = { code: 500, subcode: 0 }

/**
 * Every course, the simplest of each outcome first. Sources: the documented examples of the call pages and of the call
 * end reasons; the calls that were reported.
 */
export const callPaths: readonly CallPath[] = [
  { outcome: 'answered', states: outgoing, results: [] },
  { outcome: 'answered', states: incoming, results: [] },
  { outcome: 'hung-up', states: [...outgoing, 'terminating', 'terminated'], results: ofEnd },
  { outcome: 'hung-up', states: [...incoming, 'terminating', 'terminated'], results: ofEnd },
  { outcome: 'hung-up', states: ['establishing', 'terminating', 'terminated'], results: ofBot },
  { outcome: 'hung-up', states: ['incoming', 'establishing', 'terminating', 'terminated'], results: ofEnd },
  { outcome: 'rejected', states: ['incoming', 'terminated'], results: ofBot },
  { outcome: 'unanswered', states: ['establishing', 'terminated'], kind: 'peer-to-peer', results: ofCallee },
  { outcome: 'unanswered', states: ['incoming', 'terminated'], results: ofCaller },
  { outcome: 'redirected', states: ['incoming', 'redirecting', 'terminated'], results: ofRedirect },
  { outcome: 'redirected', states: ['incoming', 'terminated'], results: ofRedirect },
  {
    outcome: 'transferred',
    states: [...outgoing, 'transferring', 'transferAccepted', 'terminated'],
    results: ofTransfer,
  },
  {
    outcome: 'transferred',
    states: [...incoming, 'transferring', 'transferAccepted', 'terminated'],
    results: ofTransfer,
  },
  {
    outcome: 'failed-transfer',
    states: [...outgoing, 'transferring', 'established'],
    results: [failedTransfer],
  },
  {
    outcome: 'failed-transfer',
    states: [...incoming, 'transferring', 'established'],
    results: [failedTransfer],
  },
  { outcome: 'failed-join', states: ['establishing', 'terminated'], kind: 'group', results: ofJoin },
]

/** Who started the calls that go this way. */
export function directionOf({ states: [first] }: CallPath): CallDirection {
  return first === firstStates.incoming ? 'incoming' : 'outgoing'
}

/** What a GET finds after the last state: a call that has ended answers 404 (documented on keepAlive). */
export function afterwardsOf({ states }: CallPath): Afterwards {
  return states.at(-1) === 'terminated' ? 'not-found' : 'still-there'
}
