import type { Arbitrary } from 'fast-check'
import type { Call, ReceivedCall } from 'graph-call-testkit'
import {
  anyCallLifecycle,
  anyFaultyCall,
  anyFaultyResponse,
  anyFutureCall,
  assertHandlesAnyCall,
  type CallOutcome,
  responseOf,
} from 'graph-call-testkit/generators'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type ValueOf<A> = A extends Arbitrary<infer T> ? T : never
const expectTrue = <_ extends true>() => undefined

// A lifecycle has calls, narrowed as those of anyCall are, and the outcomes that were asked for.
const lives = anyCallLifecycle()
expectTrue<Same<ValueOf<typeof lives>['snapshots'], readonly Call[]>>()
expectTrue<Same<ValueOf<typeof lives>['outcome'], CallOutcome>>()
expectTrue<Same<ValueOf<typeof lives>['afterwards'], 'not-found' | 'still-there'>>()
const narrowed = anyCallLifecycle({ direction: 'incoming', outcome: ['rejected', 'redirected'] })
expectTrue<Same<ValueOf<typeof narrowed>['outcome'], 'rejected' | 'redirected'>>()
expectTrue<Same<ValueOf<typeof narrowed>['snapshots'][number]['direction'], 'incoming'>>()
// @ts-expect-error a call does not get lost
anyCallLifecycle({ outcome: 'lost' })
// @ts-expect-error a life has all its states
anyCallLifecycle({ state: 'established' })

// A faulty call is anything, and its fault one of the rules that were asked for.
const faulty = anyFaultyCall({ rule: ['missing', 'null'], tolerated: false })
expectTrue<Same<ValueOf<typeof faulty>['call'], unknown>>()
expectTrue<Same<ValueOf<typeof faulty>['fault']['rule'], 'missing' | 'null'>>()
// @ts-expect-error the rules are those of CallFormatError
anyFaultyCall({ rule: 'misspelt' })
// @ts-expect-error the body of an error is no call with a fault: see anyFaultyResponse
anyFaultyCall({ rule: 'error-body' })
// @ts-expect-error the option is `rule`
anyFaultyCall({ rules: 'null' })
const cut = anyFaultyResponse({ kind: 'truncated-json' })
expectTrue<Same<ValueOf<typeof cut>['fault']['kind'], 'truncated-json'>>()
declare const answer: ValueOf<typeof cut>
export const response: Response = responseOf(answer)

// A call of the future is a call that was received; with unknown members, its enums are text.
const future = anyFutureCall()
expectTrue<Same<typeof future, Arbitrary<ReceivedCall>>>()
const unknownMembers = anyFutureCall({ unknownEnumMembers: true })
declare const withMembers: ValueOf<typeof unknownMembers>
export const state: string | null | undefined = withMembers.state
// @ts-expect-error the option is a boolean
anyFutureCall({ unknownEnumMembers: 'yes' })

// A function is tried with received calls, and with anything where faulty ones are asked for.
export const trials: Promise<void>[] = [
  assertHandlesAnyCall((call) => call.state),
  assertHandlesAnyCall(async (call: ReceivedCall) => call, { numRuns: 5 }),
  assertHandlesAnyCall((body: unknown) => body, { faulty: true }),
  // @ts-expect-error a call may be of the future, or a reported one: it is no Call
  assertHandlesAnyCall((call: Call) => call.source.identity),
  // @ts-expect-error a faulty call is anything
  assertHandlesAnyCall((call: ReceivedCall) => call.state, { faulty: true }),
  // @ts-expect-error runs are counted by numRuns
  assertHandlesAnyCall((call) => call, { runs: 5 }),
]
