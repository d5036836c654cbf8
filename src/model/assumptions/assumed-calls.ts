import type { Assumption } from './assumption.ts'

export const callsAssumptions: readonly Assumption[] = [
  {
    topic: 'Calls that the bot does not answer',
    unknown: 'The last notification, and its result.',
    choice: 'The call ends with 408/8587 after 15 seconds.',
    about: ['answer', 'callState.incoming'],
  },
  {
    topic: 'The result of a rejected call',
    unknown: 'Whether the notification has a `resultInfo`.',
    choice: 'It has none, as in the documented example.',
    about: ['reject', 'call.resultInfo'],
  },
  {
    topic: 'Ended calls',
    unknown: 'How long a call can be requested after its end.',
    choice: 'Once, as `terminated`. To change it, use the option `keepEndedCallsFor`.',
    about: ['getCall', 'deleteCall', '8522', 'callState.terminated'],
  },
  {
    topic: 'Redirected calls that nobody answers',
    unknown: 'Whether the bot is notified.',
    choice: 'It is not notified, because its call has ended.',
    about: ['redirect'],
  },
  {
    topic: 'Number of calls',
    unknown: 'The response to a call above the limit.',
    choice: '429 with the code 8530 for calls at the same time, and the reported 8529 for calls in a month.',
    about: ['createCall', '8529'],
  },
  {
    topic: 'IDs of calls',
    unknown: 'Their format.',
    choice: 'GUIDs that contain a counter, so that the same requests get the same IDs.',
    about: ['call.id'],
  },
  {
    topic: 'Declined and busy calls',
    unknown: 'The result of the call.',
    choice: '603/8538 if a person declines it, 486/8539 if they are busy.',
    about: ['createCall', 'invite', 'call.resultInfo'],
  },
  {
    topic: 'Callers who hang up',
    unknown: 'The result of a call whose caller hangs up before the bot answers.',
    choice: 'The result is 200/4097.',
    about: ['call.resultInfo', 'callState.incoming'],
  },
  {
    topic: 'Transfers by a person',
    unknown: 'The notifications of the bot.',
    choice: 'A peer-to-peer call notifies the bot of its new participant.',
    about: ['call', 'participant'],
  },
  {
    topic: 'Calls that are forwarded to a bot',
    unknown: 'What the incoming call of that bot has after a redirect or a transfer.',
    choice:
      'A new `callChainId`, the person as its `source`, and `callRoutes` (redirect) or `incomingContext.transferor` (transfer).',
    about: ['redirect', 'transfer', 'call.callRoutes', 'call.incomingContext'],
  },
  {
    topic: '`DELETE` of a call on hold or without a state',
    unknown: 'The states until its end.',
    choice: 'It is `terminated` at once.',
    about: ['deleteCall', 'callState.hold'],
  },
  {
    topic: '`DELETE` of an ended call',
    unknown: 'The response while a GET still returns the call.',
    choice: '404 with the code 8522.',
    about: ['deleteCall', '8522'],
  },
  {
    topic: 'Broken connections',
    unknown: 'The effect of a broken connection on `keepEndedCallsFor` and `stepEvery`.',
    choice: 'The request counts as one GET.',
    about: ['getCall'],
  },
]
