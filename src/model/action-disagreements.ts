import type { Disagreement } from './disagreement.ts'

/** Facts about actions, operations and notifications on which the sources disagree. Source: each claim has its own. */
export const actionDisagreements: readonly Disagreement[] = [
  {
    topic: 'Spelling of the status of an operation',
    subjects: [
      'operationStatus',
      'commsOperation.status',
      'operationStatus.notStarted',
      'operationStatus.running',
      'operationStatus.completed',
      'operationStatus.failed',
    ],
    documented: {
      says: 'camelCase, except `Running` of an invitation',
      origin: 'commsOperation resource, status',
    },
    metadata: { says: 'PascalCase', origin: '$metadata v1.0, operationStatus' },
    reported: { says: 'camelCase', origin: 'graph-calling-bots, captured notifications' },
    choice: 'The tolerant schema accepts both. The virtual tenant sends the documented spelling.',
  },
  {
    topic: 'Spelling of the reason to reject a call',
    subjects: [
      'rejectReason',
      'rejectReason.None',
      'rejectReason.Busy',
      'rejectReason.Forbidden',
      'reject.reason',
    ],
    documented: {
      says: 'capitals in the table, lower case in the examples',
      origin: 'call: reject, Request body',
    },
    metadata: { says: 'lower case', origin: '$metadata v1.0, rejectReason' },
    choice: 'The virtual tenant accepts both.',
  },
  {
    topic: 'Required parameters of `answer`',
    subjects: ['answer.callbackUri', 'answer.acceptedModalities'],
    documented: {
      says: '`acceptedModalities` is required, `callbackUri` is not',
      origin: 'call: answer, Request body',
    },
    metadata: {
      says: '`callbackUri` is not nullable, `acceptedModalities` is',
      origin: '$metadata v1.0, answer',
    },
    choice: 'The virtual tenant requires neither.',
  },
  {
    topic: '`clientContext` of a transfer',
    subjects: ['transfer.clientContext'],
    documented: { says: 'in two examples, but not in the table', origin: 'call: transfer, Examples' },
    metadata: { says: 'not a parameter', origin: '$metadata v1.0, transfer' },
    choice: 'The virtual tenant accepts it.',
  },
  {
    topic: 'Code of a completed transfer',
    subjects: ['transfer', '0/7015', '200/7015'],
    documented: {
      says: '0/7015 on the page, 200/7015 in the table of end reasons',
      origin: 'call: transfer, Examples; call end reasons',
    },
    choice: 'The virtual tenant ends a transferred call with 0/7015.',
  },
  {
    topic: 'Code of a call that the bot ended',
    subjects: ['deleteCall', '200/5001', '200/7000'],
    documented: {
      says: '200/5001 in the example, 7000 for a call that the bot ended in the table of end reasons',
      origin: 'Delete call, Example; call end reasons',
    },
    choice: 'The virtual tenant ends a call with 200/5001 after `DELETE`.',
  },
  {
    topic: '`routingPolicies` of a redirection',
    subjects: ['redirect.routingPolicies'],
    documented: { says: 'in an example, but not in the table', origin: 'call: redirect, Examples' },
    metadata: { says: 'not a parameter', origin: '$metadata v1.0, redirect' },
    choice: 'The virtual tenant accepts it.',
  },
  {
    topic: 'Elements of `tones`',
    subjects: ['sendDtmfTones.tones'],
    documented: {
      says: 'toneInfo in the table, names of tones in the example',
      origin: 'call: sendDtmfTones, Request body',
    },
    metadata: { says: 'names of tones', origin: '$metadata v1.0, sendDtmfTones' },
    choice: 'The virtual tenant requires names of tones.',
  },
  {
    topic: 'The recording status `unknown`',
    subjects: ['recordingStatus.unknown', 'updateRecordingStatus.status'],
    documented: { says: 'not listed', origin: 'call: updateRecordingStatus, Request body' },
    metadata: { says: 'a member', origin: '$metadata v1.0, recordingStatus' },
    choice: 'The virtual tenant and both schemas accept it.',
  },
  {
    topic: 'Properties of a prompt operation',
    subjects: ['playPromptOperation', 'playPromptOperation.completionReason', 'playPromptOperation.prompts'],
    documented: { says: '`completionReason` only in beta', origin: 'playPromptOperation resource (beta)' },
    metadata: { says: 'no property of its own', origin: '$metadata v1.0, playPromptOperation' },
    reported: {
      says: '`prompts` and `completionReason`',
      origin: 'graph-calling-bots, captured notifications',
    },
    choice: 'The tolerant schema accepts them, and the virtual tenant sends them.',
  },
  {
    topic: 'Identification of a call in notifications',
    subjects: ['call.@odata.id', 'call.@odata.etag', 'commsNotification.resourceData'],
    documented: {
      says: '`@odata.id` and `@odata.etag` on one page, `id` on others',
      origin: 'call: answer, Examples; Create call, Examples',
    },
    reported: {
      says: 'none of them: the ID is in `resourceUrl`',
      origin: 'graph-calling-bots, captured notifications',
    },
    choice: '`readNotifications` finds the ID in each form. The virtual tenant sends either form.',
  },
  {
    topic: '`resource` and `resourceUrl` of a notification',
    subjects: ['commsNotification.resource', 'commsNotification.resourceUrl'],
    documented: { says: '`resourceUrl` only', origin: 'Create call, Examples' },
    metadata: {
      says: '`resourceUrl`, not nullable',
      origin: '$metadata v1.0, commsNotification.resourceUrl',
    },
    reported: {
      says: 'both, or only `resource`',
      origin: 'graph-comms-samples issue 95; graph-calling-bots, captured notifications',
    },
    choice: 'The schemas require neither. The virtual tenant sends both.',
  },
  {
    topic: 'Roster after a participant is muted',
    subjects: ['mute', 'unmute', 'muteParticipant'],
    documented: { says: 'only the muted participant, without `serverMuted`', origin: 'call: mute, Example' },
    reported: { says: 'rosters have everybody', origin: 'graph-calling-bots, captured rosters' },
    choice: 'The virtual tenant sends everybody.',
  },
  {
    topic: 'Status of a created audio routing group',
    subjects: ['createAudioRoutingGroup'],
    documented: {
      says: '200 in the example, although it creates a resource',
      origin: 'Create audioRoutingGroup, Response',
    },
    choice: 'The virtual tenant responds with 200.',
  },
  {
    topic: 'Options of a call in the .NET SDK',
    subjects: ['callOptions.isParticipantInfoUpdatesEnabled'],
    metadata: { says: 'not declared', origin: '$metadata v1.0, callOptions' },
    reported: { says: 'the SDK has it', origin: 'graph-comms-samples, the .NET SDK' },
    choice: 'The tolerant schema accepts it. The strict schema rejects it.',
  },
  {
    topic: 'Code of a call that was not found',
    subjects: ['8522', 'keepAlive'],
    documented: { says: '404 without a code', origin: 'call: keepAlive' },
    reported: { says: '8522, and 9997 in 2019', origin: 'graph-comms-samples issues 81 and 173' },
    choice: 'The virtual tenant responds with 404 and the code 8522.',
  },
  {
    topic: 'Details of an error',
    subjects: ['callErrorDetail.innerError'],
    documented: { says: 'always present', origin: 'Graph error responses' },
    reported: { says: 'absent or with few properties', origin: 'graph-comms-samples, reported errors' },
    choice: 'The schema accepts all forms.',
  },
]
