import fc, { type Arbitrary } from 'fast-check'
import type {
  AnyIdentity,
  AppHostedMediaConfig,
  Call,
  ChatInfo,
  OrganizerMeetingInfo,
  TokenMeetingInfo,
} from 'graph-call-testkit'
import {
  type AnyCallOptions,
  anyCall,
  anyCallError,
  anyGroupCall,
  anyIdentitySet,
  anyMeetingInfo,
  anyPeerToPeerCall,
} from 'graph-call-testkit/generators'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type ValueOf<A> = A extends Arbitrary<infer T> ? T : never
const expectTrue = <_ extends true>() => undefined

// No option narrows nothing; one narrows what it says, and shows nothing else.
const calls = anyCall()
expectTrue<Same<typeof calls, Arbitrary<Call>>>()
const established = anyCall({ state: 'established' })
expectTrue<Same<typeof established, Arbitrary<Call & { state: 'established' }>>>()
const several = anyCall({ state: ['established', 'hold'] })
expectTrue<Same<ValueOf<typeof several>['state'], 'established' | 'hold'>>()
const incoming = anyCall({ direction: 'incoming' })
expectTrue<Same<ValueOf<typeof incoming>['direction'], 'incoming'>>()

// A kind says what is there, and what is not.
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

// An identity is found with the caller of an incoming call, and with those whom an outgoing one calls.
const withPhones = anyCall({ identity: 'phone' })
export const phone = (call: ValueOf<typeof withPhones>): AnyIdentity | undefined =>
  call.direction === 'incoming' ? call.source.identity.phone : call.targets?.[0]?.identity.phone

// Nulls are taken away, or stand wherever a value is missing, at every level.
const nullFree = anyCall({ nulls: 'absent' })
export const subject: (call: ValueOf<typeof nullFree>) => string | undefined = (call) => call.subject
export const region: (call: ValueOf<typeof nullFree>) => string | undefined = (call) => call.source.region
const nullFull = anyCall({ nulls: 'present' })
export const nullSubject: (call: ValueOf<typeof nullFull>) => string | null = (call) => call.subject
export const nullRegion: (call: ValueOf<typeof nullFull>) => string | null = (call) => call.source.region

// Either is still a call.
export const stillCalls: [Arbitrary<Call>, Arbitrary<Call>] = [nullFree, nullFull]

// Overrides have the type of what they override, and narrow it.
const mine = anyCall({
  with: { tenantId: fc.constant('4b7c' as const), source: { region: fc.constant('amer') } },
})
expectTrue<Same<ValueOf<typeof mine>['tenantId'], '4b7c'>>()

// An option that is only perhaps given narrows nothing.
declare const perhaps: { state?: 'established' }
const unknownState = anyCall(perhaps)
expectTrue<Same<ValueOf<typeof unknownState>, Call>>()

declare const someOptions: AnyCallOptions
export const ofSomeOptions: Arbitrary<Call> = anyCall(someOptions)

// The smaller ones narrow likewise.
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
// @ts-expect-error a typo beside an option that there is: 'there is no option of this name'
anyCall({ kind: 'group', stat: 'established' })
// @ts-expect-error the kind is given by the name
anyGroupCall({ kind: 'peer-to-peer' })
// @ts-expect-error a peer-to-peer call has no meeting
anyPeerToPeerCall({ meeting: 'organizer' })
// @ts-expect-error a call has no such property
anyCall({ with: { tenntId: fc.constant('4b7c') } })
// @ts-expect-error a call has no such property, beside one that it has
anyCall({ with: { tenantId: fc.constant('4b7c'), tenntId: fc.constant('4b7c') } })
// @ts-expect-error the id of a tenant is a string
anyCall({ with: { tenantId: fc.constant(4) } })
// @ts-expect-error no such status was seen
anyCallError({ status: 418 })
