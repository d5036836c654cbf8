import type { Arbitrary } from 'fast-check'
import type { Call, ChatInfo, ReceivedCall } from 'graph-call-testkit'
import {
  anyCallLifecycle,
  anyCallNotifications,
  anyFaultyCall,
  anyFaultyResponse,
  anyFutureCall,
  assertHandlesAnyCall,
  type CallNotifications,
  type CallOutcome,
  responseOf,
} from 'graph-call-testkit/generators'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type ValueOf<A> = A extends Arbitrary<infer T> ? T : never
const expectTrue = <_ extends true>() => undefined

// Snapshots are narrowed like the calls of anyCall, and outcomes by the option.
const lifecycles = anyCallLifecycle()
expectTrue<Same<ValueOf<typeof lifecycles>['snapshots'], readonly Call[]>>()
expectTrue<Same<ValueOf<typeof lifecycles>['outcome'], CallOutcome>>()
expectTrue<Same<ValueOf<typeof lifecycles>['afterwards'], 'not-found' | 'still-there'>>()
const narrowed = anyCallLifecycle({ direction: 'incoming', outcome: ['rejected', 'redirected'] })
expectTrue<Same<ValueOf<typeof narrowed>['outcome'], 'rejected' | 'redirected'>>()
expectTrue<Same<ValueOf<typeof narrowed>['snapshots'][number]['direction'], 'incoming'>>()
// @ts-expect-error unknown outcome
anyCallLifecycle({ outcome: 'lost' })
// @ts-expect-error a lifecycle has several states
anyCallLifecycle({ state: 'established' })

// Notifications are narrowed like the lifecycles.
const notified = anyCallNotifications()
expectTrue<Same<ValueOf<typeof notified>, CallNotifications>>()
const ended = anyCallNotifications({ kind: 'group', outcome: 'hung-up', repeated: false })
expectTrue<Same<ValueOf<typeof ended>['outcome'], 'hung-up'>>()
expectTrue<Same<ValueOf<typeof ended>['snapshots'][number]['chatInfo'], ChatInfo>>()
// @ts-expect-error the option is `outOfOrder`
anyCallNotifications({ outOfOrders: false })

// A faulty call is unknown, and its fault has one of the requested rules.
const faulty = anyFaultyCall({ rule: ['missing', 'null'], tolerated: false })
expectTrue<Same<ValueOf<typeof faulty>['call'], unknown>>()
expectTrue<Same<ValueOf<typeof faulty>['fault']['rule'], 'missing' | 'null'>>()
// @ts-expect-error unknown rule
anyFaultyCall({ rule: 'misspelt' })
// @ts-expect-error an error body is not a faulty call: use anyFaultyResponse
anyFaultyCall({ rule: 'not-a-call' })
// @ts-expect-error the option is `rule`
anyFaultyCall({ rules: 'null' })
const cut = anyFaultyResponse({ kind: 'truncated-json' })
expectTrue<Same<ValueOf<typeof cut>['fault']['kind'], 'truncated-json'>>()
declare const generated: ValueOf<typeof cut>
export const response: Response = responseOf(generated)

// A call of the future is a ReceivedCall. With unknown members, its enums are strings.
const future = anyFutureCall()
expectTrue<Same<typeof future, Arbitrary<ReceivedCall>>>()
const unknownMembers = anyFutureCall({ unknownEnumMembers: true })
declare const withMembers: ValueOf<typeof unknownMembers>
export const state: string | null | undefined = withMembers.state
// @ts-expect-error the option is a boolean
anyFutureCall({ unknownEnumMembers: 'yes' })

// The function receives a ReceivedCall, or unknown with faulty: true.
export const trials: Promise<void>[] = [
  assertHandlesAnyCall((call) => call.state),
  assertHandlesAnyCall(async (call: ReceivedCall) => call, { numRuns: 5 }),
  assertHandlesAnyCall((body: unknown) => body, { faulty: true }),
  // @ts-expect-error a reported call, or a call of the future, is not a Call
  assertHandlesAnyCall((call: Call) => call.source.identity),
  // @ts-expect-error a faulty call is unknown
  assertHandlesAnyCall((call: ReceivedCall) => call.state, { faulty: true }),
  // @ts-expect-error the option is numRuns
  assertHandlesAnyCall((call) => call, { runs: 5 }),
]
