import type { Call, CallError, CallState, ReceivedCall } from 'graph-call-testkit'
import {
  type CallFixtureName,
  type ErrorFixtureName,
  type Fixture,
  type FixtureName,
  fixture,
  fixtureResponse,
  fixtures,
  groupCall,
  type NotificationName,
  notification,
  notificationRequest,
  notifications,
  type Overrides,
  peerToPeerCall,
} from 'graph-call-testkit/fixtures'

// Properties that a fixture has need no `?.`.
const peer = peerToPeerCall()
export const callee: string = peer.targets[0].identity.user.displayName
export const prompt: string = peer.mediaConfig.preFetchMedia[1].uri
const group = groupCall()
export const organizer: string = group.meetingInfo.organizer.user.id
export const hostless: boolean = group.meetingInfo.allowConversationWithoutHost
export const blob: string = fixture('app-hosted-media').mediaConfig.blob
export const token: string = fixture('token-meeting').meetingInfo.token
export const guest: string = fixture('from-guest').source.identity.guest.displayName
export const operation: string = fixture('operations-expanded').operations[2].recordingLocation
export const subcode: number = fixture('transfer-completed').resultInfo.subcode

// @ts-expect-error null in the fixture, so it can be null
export const subject: string = peer.subject
// @ts-expect-error the fixture has one target, and a second one is optional
export const second: object = peer.targets[1]
// @ts-expect-error an incoming call has no media config
fixture('incoming-peer-to-peer').mediaConfig.preFetchMedia
// @ts-expect-error a service-hosted config has no blob
peer.mediaConfig.blob
// @ts-expect-error no index signature
peer.stat

// You can change a copy: values have their declared types.
peer.state = 'terminated'
peer.subject = 'Order 4711'
peer.targets.push({ identity: { phone: { id: '+14255550123' } } })
peer.resultInfo = { code: 200, subcode: 4097 }
delete peer.chatInfo
group.targets.push(...peer.targets)
// @ts-expect-error not a CallState
peer.state = 'ringing'

// It is assignable to a call.
export const call: Call = peer
export const received: ReceivedCall = group
export const sparse: ReceivedCall = fixture('sparse')
// @ts-expect-error a reported call can lack required properties
export const sparseCall: Call = fixture('sparse')
export const notFound: CallError = fixture('call-not-found')
export const requestId: string = fixture('call-not-found').error.innerError['request-id']
// @ts-expect-error this error has no innerError
fixture('gateway-timeout').error.innerError.date

// With overrides, it has its declared type.
export const overridden: Call = groupCall({ state: 'terminated' })
export const reported: ReceivedCall = fixture('sparse', { state: 'terminated', resultInfo: { code: '200' } })
export const error: CallError = fixture('throttled', { error: { message: 'Wait.' } })
// @ts-expect-error an override can remove it
groupCall({ meetingInfo: null }).meetingInfo.organizer
export const state: CallState = fixture('peer-to-peer', undefined).state

// Objects are partial at any depth, and `undefined` and frozen values are allowed.
declare const maybe: string | undefined
groupCall({ subject: maybe, source: { identity: { application: { displayName: maybe } } } })
groupCall({ mediaConfig: { '@odata.type': '#microsoft.graph.appHostedMediaConfig', blob: 'x' } })
groupCall({ meetingInfo: { organizer: { user: { displayName: 'Lena Fischer' } } } })
groupCall({ targets: fixtures['peer-to-peer'].body.targets, participants: [] })
groupCall(fixtures['peer-to-peer'].body)
groupCall({ meetingCapability: { allowAnonymousUsersToDialOut: true } })

// @ts-expect-error not a property of a call
groupCall({ subjct: '' })
// @ts-expect-error not a property, at any depth
groupCall({ source: { identity: { application: { name: 'My bot' } } } })
// @ts-expect-error not a property of any type of the union
groupCall({ meetingInfo: { organizr: {} } })
// @ts-expect-error not a property of an array's item
groupCall({ targets: [{ identity: { usr: {} } }] })
// @ts-expect-error not a property of an error
fixture('call-not-found', { error: { cod: '8522' } })
// @ts-expect-error wrong type
groupCall({ subject: 5 })
// @ts-expect-error not a member of the enum
groupCall({ state: 'ringing' })
// @ts-expect-error not nullable
groupCall({ callbackUri: null })
// @ts-expect-error an array replaces, so its items must be complete
groupCall({ targets: [{ hidden: true }] })
// @ts-expect-error the code can be a string only in reported calls
fixture('terminated', { resultInfo: { code: '200' } })
export const named: Overrides<Call> = { state: 'hold' }

// Names.
export const anyName: FixtureName[] = ['peer-to-peer', 'throttled'] satisfies [
  CallFixtureName,
  ErrorFixtureName,
]
// @ts-expect-error no fixture has this name
fixture('peer-to-pear')
// @ts-expect-error no fixture has this name
fixtureResponse('peer-to-pear')
// @ts-expect-error no fixture has this name
fixtures['peer-to-pear']
declare const someName: CallFixtureName
export const someCall: ReceivedCall = fixture(someName)

// `fixtures` is read-only.
export const status: 404 = fixtures['call-not-found'].status
export const ok: 200 = fixtures.group.status
export const one: Fixture = fixtures.group
export const titles: string[] = Object.values(fixtures).map(({ title }) => title)
// @ts-expect-error a Call is mutable: pass a copy
export const tableCall: Call = fixtures['peer-to-peer'].body
// @ts-expect-error frozen
fixtures.group.body.state = 'hold'
// @ts-expect-error frozen at every depth
fixtures.group.body.source.identity.application.displayName = 'x'
// @ts-expect-error arrays are frozen, too
fixtures['peer-to-peer'].body.targets.push({ identity: {} })

// Properties that a notification has need no `?.`.
export const notifiedState: CallState = notification('call-established').value[0].resourceData.state
export const endSubcode: number | string =
  notifications['call-terminated'].body.value[0].resourceData.resultInfo.subcode
export const request: Request = notificationRequest('call-incoming', 'http://127.0.0.1:3978/api/calls')
export const notificationName: NotificationName = 'changes-out-of-order'
// @ts-expect-error no notification has this name
notification('call-ringing')
// @ts-expect-error frozen
notifications['call-incoming'].body.value[0].changeType = 'updated'
