import type { Provenance } from './definitions.ts'

/** Behavior of the virtual tenant that a source describes. */
export interface KnownBehavior {
  readonly topic: string
  readonly behavior: string
  readonly provenance: Provenance
  readonly origin: string
  /** Names of the model that it is about. */
  readonly about: readonly string[]
}

/** Behavior of the virtual tenant that documentation, metadata or reports describe. The rest is in `assumptions/`. */
export const knownBehavior: readonly KnownBehavior[] = [
  {
    topic: 'Time to answer',
    behavior: 'A bot has 15 seconds to answer, and 5 seconds if it records by policy.',
    provenance: 'documented',
    origin: 'call: answer',
    about: ['answer', 'callState.incoming'],
  },
  {
    topic: 'Keeping a call alive',
    behavior: 'A call ends with 408/8537 if it gets no `keepAlive` for 45 minutes.',
    provenance: 'documented',
    origin: 'call: keepAlive; call end reasons, 408/8537',
    about: ['keepAlive', '408/8537'],
  },
  {
    topic: 'Ringing',
    behavior: 'An outgoing call that nobody answers ends after a minute, with 200/5002.',
    provenance: 'reported',
    origin: 'graph-comms-samples issue 17; graph-calling-bots, captured notifications',
    about: ['createCall', '200/5002'],
  },
  {
    topic: 'States of an outgoing call',
    behavior: '`establishing`, then `established`. The two notifications can arrive in the other order.',
    provenance: 'documented',
    origin: 'Create call, Examples',
    about: ['createCall', 'callState.establishing', 'callState.established'],
  },
  {
    topic: 'States of an incoming call',
    behavior: '`incoming`, `establishing` after the bot answers, then `established`.',
    provenance: 'documented',
    origin: 'call: answer, Examples',
    about: ['answer', 'callState.incoming'],
  },
  {
    topic: 'States of a transfer',
    behavior:
      '`transferring`, `transferAccepted`, `terminated`. A transfer that fails returns to `established`.',
    provenance: 'documented',
    origin: 'call: transfer, Examples',
    about: ['transfer', 'callState.transferring', 'callState.transferAccepted'],
  },
  {
    topic: 'Hanging up',
    behavior: 'The state changes to `terminating`, then the call is deleted as `terminated`.',
    provenance: 'documented',
    origin: 'Delete call, Example',
    about: ['deleteCall', 'callState.terminating', 'callState.terminated'],
  },
  {
    topic: 'Calls that have ended',
    behavior: 'Requests get 404 with the code 8522.',
    provenance: 'documented',
    origin: 'call: keepAlive; graph-comms-samples issues 173, 191 and 330',
    about: ['8522', 'getCall'],
  },
  {
    topic: 'Members that a client does not know',
    behavior:
      'The tenant sends `unknownFutureValue`, unless the client sends `Prefer: include-unknown-enum-members`.',
    provenance: 'documented',
    origin: 'Evolvable enums',
    about: ['callState.unknownFutureValue', 'modality.unknownFutureValue'],
  },
  {
    topic: 'Notifications',
    behavior:
      'The tenant posts one change to the callback URI, with `resource` and `resourceUrl`, and without the ID of the call.',
    provenance: 'reported',
    origin: 'graph-calling-bots, captured notifications',
    about: ['commsNotifications', 'commsNotification'],
  },
  {
    topic: 'Results of operations',
    behavior: 'A running operation ends with a notification whose `changeType` is `deleted`.',
    provenance: 'documented',
    origin: 'commsOperation resource; graph-calling-bots, captured notifications',
    about: ['commsOperation', 'changeType.deleted'],
  },
  {
    topic: 'Redirected notifications',
    behavior: 'The tenant sends a notification to the `Location` of a 302 or 307.',
    provenance: 'documented',
    origin: 'Calling bots; graph-comms-samples, code of the samples',
    about: ['commsNotifications'],
  },
  {
    topic: 'Older format of incoming calls',
    behavior: 'A bot that returns 204 to the format of Skype gets the call again in the format of Graph.',
    provenance: 'documented',
    origin: 'Calling bots; graph-docs issue 8310',
    about: ['skypeIncomingCall'],
  },
  {
    topic: 'Tokens of notifications',
    behavior: 'RS256, valid for 3,900 seconds, for the app ID of the bot.',
    provenance: 'reported',
    origin: 'graph-calling-bots, captured notifications; Bot Framework authentication',
    about: ['commsNotifications'],
  },
  {
    topic: 'Access tokens',
    behavior: 'Valid for 3,599 seconds, and 86,399 seconds for clients with the capability cp1.',
    provenance: 'documented',
    origin: 'Client credentials flow; graph-comms-samples, recorded responses',
    about: [],
  },
  {
    topic: 'Throttling',
    behavior: '429 with `Retry-After` after 5,000 requests in 10 seconds, if the option `throttle` is set.',
    provenance: 'documented',
    origin: 'Graph throttling',
    about: ['TooManyRequests'],
  },
  {
    topic: 'Limits of an app',
    behavior: '100 calls at once and 10,000 calls a month, if the option `limits` sets them.',
    provenance: 'documented',
    origin: 'Calling limits',
    about: ['createCall'],
  },
  {
    topic: 'Control information of a response',
    behavior: '`@odata.context` of a call ends in `#communications/calls/$entity`.',
    provenance: 'documented',
    origin: 'Get call, Examples 1 and 2',
    about: ['call.@odata.context'],
  },
  {
    topic: 'Actions in the US government clouds',
    behavior: 'Actions and parameters that their metadata does not have get 404 and 400.',
    provenance: 'metadata',
    origin: '$metadata v1.0, of the US government cloud',
    about: ['addLargeGalleryView', 'sendDtmfTones'],
  },
]
