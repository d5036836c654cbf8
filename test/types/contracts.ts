import type { VerifierOptions } from '@pact-foundation/pact'
import type { Call, CallState, Modality, ReceivedCall } from 'graph-call-testkit'
import {
  defineCallContract,
  type ProviderStateName,
  readsOf,
  type StateHandler,
  stateHandlers,
} from 'graph-call-testkit/contracts'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'

const handlers = stateHandlers(createTenant())

// Pact's Verifier accepts the handlers.
export const options: VerifierOptions['stateHandlers'] = handlers
export const handler: StateHandler = handlers['a call exists']
export const name: ProviderStateName = 'requests are throttled'

// @ts-expect-error a typo in the name of a state is an error
handlers['a call exist']

const contract = defineCallContract({
  consumer: 'my-bot',
  dir: new URL('../pacts/', import.meta.url),
  reads: ['state'],
  interactions: ['group', 'throttled', { name: 'custom', body: groupCall({ subject: 'x' }) }],
})

// Each name completes, and has the type of its response.
export const call: ReceivedCall = contract.interaction('group').expected.body
export const custom: ReceivedCall = contract.interaction('custom').expected.body
export const code: string = contract.interaction('throttled').expected.body.error.code
export const status: 429 = contract.interaction('throttled').expected.status
export const result: Promise<string | null | undefined> = contract
  .interaction('group')
  .run(async ({ expected, baseUrl, token, callId }) => expected.body.state ?? baseUrl + token + callId)

// The status tells a call from an error.
for (const { name, expected, run } of contract.interactions) {
  const known: 'group' | 'throttled' | 'custom' = name
  run(() => known)
  if (expected.status === 200) expected.body satisfies ReceivedCall
  else expected.body.error.code satisfies string
}

// A fixture can have options of its own, and another name if it is a call.
const withOptions = defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: ['state'],
  interactions: [
    { fixture: 'throttled', pending: true },
    { fixture: 'group', name: 'group on beta', version: 'beta', exact: false },
    { name: 'parked', body: { id: '1', state: 'parked' }, unknownEnumMembers: true },
  ],
})
export const pending: 429 = withOptions.interaction('throttled').expected.status
export const beta: ReceivedCall = withOptions.interaction('group on beta').expected.body
export const parked: ReceivedCall = withOptions.interaction('parked').expected.body

defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: [],
  // @ts-expect-error an error keeps the name of its fixture, which decides the type of its response
  interactions: [{ fixture: 'throttled', name: 'slow down' }],
})

defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: [],
  // @ts-expect-error an unknown version is an error
  interactions: [{ fixture: 'group', version: 'v2.0' }],
})

// @ts-expect-error the contract has no such interaction
contract.interaction('peer-to-peer')

// @ts-expect-error a typo in the name of a fixture is an error
defineCallContract({ consumer: 'my-bot', dir: 'pacts', reads: [], interactions: ['grup'] })

defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: [],
  // @ts-expect-error an unknown state of a call is an error
  interactions: [{ name: 'mine', body: { id: '1', state: 'ringing' } }],
})

defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: [],
  interactions: ['group'],
  // @ts-expect-error a property that cannot be expanded is an error
  query: { $expand: ['source'] },
})

// The parameter type of the function that reads is the type of the expected body.
const strict = (call: Call) => call.direction
const byInterface = (call: { subject: string | null }) => call.subject
export const byStrict = defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: await readsOf(strict),
  interactions: ['group'],
})
strict(byStrict.interaction('group').expected.body)
export const byOwnType = defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: await readsOf(byInterface),
  interactions: ['group'],
})
byInterface(byOwnType.interaction('group').expected.body)
export const untyped = readsOf((call) => call.source?.identity?.user?.id)

// With a list of reads, the expected body has these paths only.
const listed = defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: [
    'state',
    'targets[].identity.user.id',
    "mediaConfig['@odata.type']",
    'meetingInfo.organizer.user.displayName',
    'requestedModalities',
    'chatInfo.*',
  ],
  interactions: ['group', { name: 'custom', body: groupCall() }],
}).interaction('group').expected.body
export const listedState: CallState | null | undefined = listed.state
export const listedIds: (string | null | undefined)[] | undefined = listed.targets?.map(
  ({ identity }) => identity?.user?.id,
)
export const listedThread: string | null | undefined = listed.chatInfo?.threadId
export const listedModality: Modality | undefined = listed.requestedModalities?.[0]
// `@odata.type` is part of the body if other properties depend on it.
if (listed.meetingInfo?.['@odata.type'] === '#microsoft.graph.organizerMeetingInfo') {
  listed.meetingInfo.organizer?.user?.displayName satisfies string | null | undefined
}
export const listedMedia = listed.mediaConfig?.['@odata.type'] === '#microsoft.graph.appHostedMediaConfig'
// It can be passed as a call.
export const listedCall: ReceivedCall = listed
// @ts-expect-error the list does not have it
listed.direction
// @ts-expect-error the list has another property of the user
listed.targets?.[0]?.identity?.user?.displayName
// @ts-expect-error the list does not have it
listed.source
