import type { Assumption } from './assumption.ts'

export const groupCallsAssumptions: readonly Assumption[] = [
  {
    topic: 'Rosters after a change',
    unknown: 'Whether the roster after a leave or a mute has everybody.',
    choice: 'It has everybody, like the captured rosters.',
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
    choice: '200/5002, as for a peer-to-peer call.',
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
    topic: 'Participants who leave, in a delta roster',
    unknown: 'How the roster shows them.',
    choice: 'With a `removedState` whose reason is `Removed`.',
    about: ['deltaParticipants', 'participant.removedState', 'callOptions.isDeltaRosterEnabled'],
  },
  {
    topic: 'Meetings that the bot joins with a token',
    unknown: 'Whether the response has the chat, as it has for a join ID.',
    choice: 'It has the chat.',
    about: ['tokenMeetingInfo', 'createCall.meetingInfo'],
  },
  {
    topic: 'Hold music that cannot be played',
    unknown: 'The end of the operation.',
    choice: 'As a prompt: `failed`, 400/8535 or 500/8536. The participant is not on hold.',
    about: ['startHoldMusic', 'startHoldMusicOperation'],
  },
]
