import fc, { type Arbitrary } from 'fast-check'
import type {
  AnyIdentity,
  AppHostedMediaConfig,
  Call,
  ChatInfo,
  OrganizerMeetingInfo,
  ReceivedCall,
  TokenMeetingInfo,
  WithUnknownEnumMembers,
} from 'graph-call-testkit'
import {
  type AnyCallOptions,
  anyCall,
  anyCallError,
  anyFutureCall,
  anyGroupCall,
  anyIdentitySet,
  anyMeetingInfo,
  anyPeerToPeerCall,
} from 'graph-call-testkit/generators'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type ValueOf<A> = A extends Arbitrary<infer T> ? T : never
const expectTrue = <_ extends true>() => undefined

// Without options, nothing is narrowed. Most options narrow their own property only.
const calls = anyCall()
expectTrue<Same<typeof calls, Arbitrary<Call>>>()
const established = anyCall({ state: 'established' })
expectTrue<Same<typeof established, Arbitrary<Call & { state: 'established' }>>>()
const several = anyCall({ state: ['established', 'hold'] })
expectTrue<Same<ValueOf<typeof several>['state'], 'established' | 'hold'>>()
const incoming = anyCall({ direction: 'incoming' })
expectTrue<Same<ValueOf<typeof incoming>['direction'], 'incoming'>>()

// The state of some calls determines their direction, or that they have a result.
const ringing = anyCall({ state: ['incoming', 'redirecting'] })
expectTrue<Same<ValueOf<typeof ringing>['direction'], 'incoming'>>()
const ended = anyCall({ state: 'terminated' })
export const code: (call: ValueOf<typeof ended>) => number = ({ resultInfo }) => resultInfo.code
const sometimesEnded = anyCall({ state: ['established', 'terminated'] })
expectTrue<Same<ValueOf<typeof sometimesEnded>['resultInfo'], Call['resultInfo']>>()

// If several states are possible, the state of a call determines its other properties.
const endedOrNot = anyCall({ state: ['terminated', 'incoming', 'hold'], nulls: 'absent' })
export const partOf = (call: ValueOf<typeof endedOrNot>): number | 'incoming' | string | undefined => {
  if (call.state === 'terminated') return call.resultInfo.code
  return call.state === 'incoming' ? call.direction : call.subject
}

const endedWithoutResult = anyCall({ state: 'terminated', with: { resultInfo: fc.constant(null) } })
expectTrue<Same<ValueOf<typeof endedWithoutResult>['resultInfo'], null>>()

// The kind determines which properties a call has.
declare const group: ValueOf<ReturnType<typeof anyGroupCall>>
export const chat: ChatInfo = group.chatInfo
export const noTargets: [] | undefined = group.targets
declare const peerToPeer: ValueOf<ReturnType<typeof anyPeerToPeerCall>>
export const first: AnyIdentity | null | undefined = peerToPeer.targets[0].identity.user
export const noChat: null | undefined = peerToPeer.chatInfo
const tokenMeetings = anyGroupCall({ meeting: 'token' })
export const token: (call: ValueOf<typeof tokenMeetings>) => TokenMeetingInfo = (call) => call.meetingInfo
const appHosted = anyCall({ media: ['app-hosted', 'none'] })
export const config: (call: ValueOf<typeof appHosted>) => AppHostedMediaConfig | null | undefined = (call) =>
  call.mediaConfig

// The identity is that of the caller of an incoming call, and of the targets of an outgoing call.
const withPhones = anyCall({ identity: 'phone' })
export const phone = (call: ValueOf<typeof withPhones>): AnyIdentity | undefined =>
  call.direction === 'incoming' ? call.source.identity.phone : call.targets?.[0]?.identity.phone

// Nulls are removed or required at every level.
const nullFree = anyCall({ nulls: 'absent' })
export const subject: (call: ValueOf<typeof nullFree>) => string | undefined = (call) => call.subject
export const region: (call: ValueOf<typeof nullFree>) => string | undefined = (call) => call.source.region
const nullFull = anyCall({ nulls: 'present' })
export const nullSubject: (call: ValueOf<typeof nullFull>) => string | null = (call) => call.subject
export const nullRegion: (call: ValueOf<typeof nullFull>) => string | null = (call) => call.source.region

// Both are still calls.
export const stillCalls: [Arbitrary<Call>, Arbitrary<Call>] = [nullFree, nullFull]

// Overrides have the type of the property, and narrow it.
const mine = anyCall({
  with: { tenantId: fc.constant('4b7c' as const), source: { region: fc.constant('amer') } },
})
expectTrue<Same<ValueOf<typeof mine>['tenantId'], '4b7c'>>()
const constants = anyCall({ with: { tenantId: '4b7c', subject: null, source: { region: 'amer' } } })
expectTrue<Same<ValueOf<typeof constants>['tenantId'], '4b7c'>>()
expectTrue<Same<ValueOf<typeof constants>['subject'], null>>()

// An option that may be undefined narrows nothing.
declare const optional: { state?: 'established' }
const unknownState = anyCall(optional)
expectTrue<Same<ValueOf<typeof unknownState>, Call>>()

declare const someOptions: AnyCallOptions
export const ofSomeOptions: Arbitrary<Call> = anyCall(someOptions)

// Future calls have unknown enum members only with the option.
declare const withUnknown: boolean
const [future, evolved] = [anyFutureCall({ state: 'hold' }), anyFutureCall({ unknownEnumMembers: true })]
expectTrue<Same<typeof future, Arbitrary<ReceivedCall>>>()
expectTrue<Same<typeof evolved, Arbitrary<WithUnknownEnumMembers<ReceivedCall>>>>()
export const either: Arbitrary<WithUnknownEnumMembers<ReceivedCall>> = anyFutureCall({
  unknownEnumMembers: withUnknown,
})
// @ts-expect-error a misspelled option
anyFutureCall({ unknownEnumMember: true })

// The options of other arbitraries narrow as well.
const guests = anyIdentitySet({ identity: 'guest' })
export const guest: (set: ValueOf<typeof guests>) => AnyIdentity = (set) => set.guest
const organized = anyMeetingInfo({ meeting: 'organizer' })
expectTrue<Same<typeof organized, Arbitrary<OrganizerMeetingInfo>>>()
const throttled = anyCallError({ status: 429 })
expectTrue<Same<ValueOf<typeof throttled>['status'], 429>>()

// @ts-expect-error the documentation lists "ringing", the metadata does not have it
anyCall({ state: 'ringing' })
// @ts-expect-error one of several is wrong
anyCall({ state: ['established', 'ringing'] })
// @ts-expect-error a typo: "did you mean 'state'?"
anyCall({ stat: 'established' })
// @ts-expect-error a typo next to a valid option: 'unknown option'
anyCall({ kind: 'group', stat: 'established' })
// @ts-expect-error anyGroupCall has a fixed kind
anyGroupCall({ kind: 'peer-to-peer' })
// @ts-expect-error a peer-to-peer call has no meeting
anyPeerToPeerCall({ meeting: 'organizer' })
// @ts-expect-error a call has no such property
anyCall({ with: { tenntId: fc.constant('4b7c') } })
// @ts-expect-error a call has no such property, next to a valid one
anyCall({ with: { tenantId: fc.constant('4b7c'), tenntId: fc.constant('4b7c') } })
// @ts-expect-error the id of a tenant is a string
anyCall({ with: { tenantId: fc.constant(4) } })
// @ts-expect-error a number
anyCall({ with: { tenantId: 4 } })
// @ts-expect-error this status was not observed
anyCallError({ status: 418 })
