/** Question that no source answers, and what the virtual tenant does. */
export interface Assumption {
  readonly topic: string
  /** Question that documentation, metadata and reports leave open. */
  readonly unknown: string
  /** Behavior of the virtual tenant. */
  readonly choice: string
  /** Names of the model that it is about: types, `Type.property`, members, actions, codes and results. */
  readonly about: readonly string[]
}

/** Everything that no source says about calls. Responses that depend on it have the header `x-testkit-assumption`. */
export const assumptions: readonly Assumption[] = [
  {
    topic: 'Retries of notifications',
    unknown:
      'When the service sends a notification again, and what a 4xx, a 5xx or silence of the bot causes.',
    choice:
      'After a 5xx or a timeout of 10 seconds, a notification is sent once more. A 4xx has no effect. An incoming call whose notification the bot does not take ends with 408/1106.',
    about: ['commsNotifications', '408/1106'],
  },
  {
    topic: 'Delay of notifications',
    unknown: 'The time between two notifications. One report shows 0.1 seconds.',
    choice: 'Steps of the service are 100 milliseconds apart. To test other delays, use the option `delay`.',
    about: ['commsNotifications'],
  },
  {
    topic: 'Batches of notifications',
    unknown: 'Whether a request ever has more than one notification.',
    choice: 'Each request has one. To test batches, use the option `batch`.',
    about: ['commsNotifications.value'],
  },
  {
    topic: 'Actions in the wrong state',
    unknown: 'Status and code of a second answer, or of a prompt before the call is established.',
    choice: '400 with the code 8501 if the call must be established, and 8585 if it must be incoming.',
    about: ['8501', '8585', 'answer', 'playPrompt'],
  },
  {
    topic: 'Invalid request bodies',
    unknown: 'Status and code for unknown parameters, limits, and URLs without https.',
    choice: '400 with the code 8523, and a message that names the parameter.',
    about: ['8523'],
  },
  {
    topic: 'Group actions in peer-to-peer calls',
    unknown: 'Status and code.',
    choice: '400 with the code 8548.',
    about: ['8548'],
  },
  {
    topic: 'Media actions if the bot hosts the media',
    unknown: 'Status and code beyond the reported 500 with 9999.',
    choice: '500 with the code 9999, for every action.',
    about: ['9999', 'playPrompt', 'recordResponse', 'subscribeToTone', 'cancelMediaProcessing'],
  },
  {
    topic: 'Missing permissions',
    unknown: 'The code for each permission. Only 7504 was reported.',
    choice: '403 with the code 7504.',
    about: ['7504', 'createCall'],
  },
  {
    topic: 'Operations',
    unknown: 'The response to GET of an operation, and how long it exists.',
    choice: 'An operation can be requested until it ends, then it gets 404.',
    about: ['getOperation', 'listOperations', 'commsOperation'],
  },
  {
    topic: 'Ended calls',
    unknown: 'How long a call can be requested after its end.',
    choice: 'Once, as `terminated`. To change it, use the option `keepEndedCallsFor`.',
    about: ['getCall', 'deleteCall', '8522', 'callState.terminated'],
  },
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
    topic: 'Canceled prompts',
    unknown: 'Status and result of a prompt that is canceled.',
    choice: 'Failed with 400/8508, as a recording.',
    about: ['cancelMediaProcessing', 'playPromptOperation', '400/8508'],
  },
  {
    topic: 'Barge-in',
    unknown: 'How the operations end that a recording with `bargeInAllowed` cancels.',
    choice: 'As with `cancelMediaProcessing`.',
    about: ['recordResponse.bargeInAllowed', 'recordResponse'],
  },
  {
    topic: 'Ends of a recording',
    unknown: 'Status and codes for silence, a stop tone and a failed beep.',
    choice: 'Completed with 200/8514 for a stop tone, failed with 400/8510 for initial silence.',
    about: ['recordOperation', 'recordOperation.completionReason', '200/8514', '400/8510'],
  },
  {
    topic: 'Rosters after a change',
    unknown: 'Whether the roster after a leave or a mute has everybody.',
    choice: 'It has everybody, as the captured rosters.',
    about: ['participant', 'listParticipants', 'deleteParticipant'],
  },
  {
    topic: 'Participants who are not in the call',
    unknown: 'Status and code of an action on them.',
    choice: '404 with the code 8558. The organizer is not removed: 400 with the code 8552.',
    about: ['getParticipant', 'deleteParticipant', 'muteParticipant'],
  },
  {
    topic: 'Participants on hold',
    unknown: 'Status and code of a second participant on hold. Documentation allows one.',
    choice: '409 with the code 8519.',
    about: ['startHoldMusic'],
  },
  {
    topic: 'Group calls that nobody answers',
    unknown: 'The result of the call.',
    choice: '200/5002, as a peer-to-peer call.',
    about: ['createCall', '200/5002'],
  },
  {
    topic: 'Declined invitations',
    unknown: 'Which of the two reported DiagCodes belongs to them.',
    choice: 'Failed with 403#10151, and with 412#10073 if nobody answers.',
    about: ['invite', 'inviteParticipantsOperation'],
  },
  {
    topic: 'Transfers from a group call',
    unknown: 'The notifications of the bot.',
    choice: 'Those of a peer-to-peer call. The transferee leaves the meeting, and the call of the bot ends.',
    about: ['transfer.transferee', 'transfer'],
  },
  {
    topic: 'Redirected calls that nobody answers',
    unknown: 'Whether the bot is notified.',
    choice: 'It is not: its call has ended.',
    about: ['redirect'],
  },
  {
    topic: 'Participants who leave, in a delta roster',
    unknown: 'How the roster shows them.',
    choice: 'With a `removedState` whose reason is `Removed`.',
    about: ['deltaParticipants', 'participant.removedState', 'callOptions.isDeltaRosterEnabled'],
  },
  {
    topic: 'Meetings that the bot joins with a token',
    unknown: 'Whether the response has the chat, as it has for a join ID.',
    choice: 'It has.',
    about: ['tokenMeetingInfo', 'createCall.meetingInfo'],
  },
  {
    topic: 'Numbers of tones',
    unknown: 'Where `sequenceId` starts. Documentation shows 1, a report 6.',
    choice: 'It starts at 1 in each call.',
    about: ['toneInfo.sequenceId', 'subscribeToTone'],
  },
  {
    topic: '`@odata.etag`',
    unknown: 'What it means.',
    choice: 'Only the documented form of notifications has it, always with the value of the examples.',
    about: ['call.@odata.etag', 'commsOperation.@odata.etag'],
  },
  {
    topic: 'Recording status',
    unknown: 'Whether `updateRecordingStatus` causes a roster.',
    choice: 'It causes no notification.',
    about: ['updateRecordingStatus'],
  },
  {
    topic: 'Issuer of the tokens',
    unknown: 'Which of the two issuers the service uses.',
    choice: 'https://api.botframework.com. To change it, use the option `issuer`.',
    about: [],
  },
  {
    topic: 'Number of calls',
    unknown: 'The response to one call too many.',
    choice: '429 with the code 8530 for calls at the same time, and the reported 8529 for calls in a month.',
    about: ['createCall', '8529'],
  },
  {
    topic: 'Errors of the token endpoint',
    unknown: 'The status of most AADSTS errors.',
    choice: '400, and 401 for wrong secrets.',
    about: ['7000222', '7000218', '700016'],
  },
  {
    topic: 'Ids of calls',
    unknown: 'Their format.',
    choice: 'GUIDs that contain a counter, so that the same requests get the same ids.',
    about: ['call.id'],
  },
]
