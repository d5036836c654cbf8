import type { Assumption } from './assumption.ts'

export const notificationsAssumptions: readonly Assumption[] = [
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
    topic: '`@odata.etag`',
    unknown: 'What it means.',
    choice: 'Only the documented form of notifications has it, always with the value of the examples.',
    about: ['call.@odata.etag', 'commsOperation.@odata.etag'],
  },
  {
    topic: 'Content of `resourceData`',
    unknown: 'Which properties the notification of `tenant.notify` has. Reported: few.',
    choice: 'The whole call if it is `incoming`; otherwise its chain, state and result.',
    about: ['commsNotification.resourceData'],
  },
  {
    topic: 'Use of `changeType`',
    unknown: 'When each of its members is used.',
    choice: '`created` for `incoming`, `deleted` for `terminated`, otherwise `updated`.',
    about: ['commsNotification.changeType'],
  },
  {
    topic: 'Form of `resourceUrl`',
    unknown: 'Its form in every notification.',
    choice: 'It is `/communications/calls/{id}`.',
    about: ['commsNotification.resourceUrl'],
  },
  {
    topic: 'Older format of Skype',
    unknown: 'The effect of another status than 204.',
    choice: 'The bot gets nothing more.',
    about: ['commsNotifications'],
  },
  {
    topic: 'Notifications of policy-based recording',
    unknown: 'The envelope of `participantJoining` and `participantLeft`.',
    choice: '`created` and `deleted`, with the path of the call. `observedParticipantId` is the participant.',
    about: ['commsNotification'],
  },
  {
    topic: 'Responses to `participantJoining`',
    unknown: 'The effect of another body than the three that are documented.',
    choice: 'As if the bot had rejected the person.',
    about: ['commsNotification'],
  },
  {
    topic: 'Invited bots',
    unknown: 'Who is in the call if a bot for policy-based recording invites another bot for a person.',
    choice: 'The person is only in the call of the other bot.',
    about: ['participant'],
  },
]
