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

// They go where Pact's Verifier takes them.
export const options: VerifierOptions['stateHandlers'] = handlers
export const handler: StateHandler = handlers['a call exists']
export const name: ProviderStateName = 'requests are throttled'

// @ts-expect-error a slip in the name of a state is an error
handlers['a call exist']

const contract = defineCallContract({
  consumer: 'my-bot',
  dir: new URL('../pacts/', import.meta.url),
  reads: ['state'],
  interactions: ['group', 'throttled', { name: 'mine', body: groupCall({ subject: 'x' }) }],
})

// Each name completes, and knows what it is answered.
export const call: ReceivedCall = contract.interaction('group').expected.body
export const own: ReceivedCall = contract.interaction('mine').expected.body
export const code: string = contract.interaction('throttled').expected.body.error.code
export const status: 429 = contract.interaction('throttled').expected.status
export const given: Promise<string | null | undefined> = contract
  .interaction('group')
  .run(async ({ expected, baseUrl, token, callId }) => expected.body.state ?? baseUrl + token + callId)

// Of all together, the status tells a call from an error.
for (const { name, expected, run } of contract.interactions) {
  const known: 'group' | 'throttled' | 'mine' = name
  run(() => known)
  if (expected.status === 200) expected.body satisfies ReceivedCall
  else expected.body.error.code satisfies string
}

// @ts-expect-error the contract has no such interaction
contract.interaction('peer-to-peer')

// @ts-expect-error a slip in the name of a fixture is an error
defineCallContract({ consumer: 'my-bot', dir: 'pacts', reads: [], interactions: ['grup'] })

defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: [],
  // @ts-expect-error what is no state of a call is an error
  interactions: [{ name: 'mine', body: { id: '1', state: 'ringing' } }],
})

defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: [],
  interactions: ['group'],
  // @ts-expect-error what cannot be expanded is an error
  query: { $expand: ['source'] },
})

// What is read decides the type of what is promised: that which the reading function takes.
const strict = (call: Call) => call.direction
const ownType = (call: { subject: string | null }) => call.subject
export const byStrict = defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: await readsOf(strict),
  interactions: ['group'],
})
strict(byStrict.interaction('group').expected.body)
export const byOwn = defineCallContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: await readsOf(ownType),
  interactions: ['group'],
})
ownType(byOwn.interaction('group').expected.body)
export const untyped = readsOf((call) => call.source?.identity?.user?.id)

// A list that is written down says what is promised: its reads, and no more.
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
  interactions: ['group', { name: 'mine', body: groupCall() }],
}).interaction('group').expected.body
export const listedState: CallState | null | undefined = listed.state
export const listedIds: (string | null | undefined)[] | undefined = listed.targets?.map(
  ({ identity }) => identity?.user?.id,
)
export const listedThread: string | null | undefined = listed.chatInfo?.threadId
export const listedModality: Modality | undefined = listed.requestedModalities?.[0]
// What decides between types is promised with what it decides.
if (listed.meetingInfo?.['@odata.type'] === '#microsoft.graph.organizerMeetingInfo') {
  listed.meetingInfo.organizer?.user?.displayName satisfies string | null | undefined
}
export const listedMedia = listed.mediaConfig?.['@odata.type'] === '#microsoft.graph.appHostedMediaConfig'
// It goes where a call is taken.
export const listedCall: ReceivedCall = listed
// @ts-expect-error nobody reads it, so nobody promises it
listed.direction
// @ts-expect-error nor this, of what is read otherwise
listed.targets?.[0]?.identity?.user?.displayName
// @ts-expect-error nor this
listed.source
