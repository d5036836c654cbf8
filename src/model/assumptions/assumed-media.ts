import type { Assumption } from './assumption.ts'

export const mediaAssumptions: readonly Assumption[] = [
  {
    topic: 'Canceled prompts',
    unknown: 'Status and result of a prompt that is canceled.',
    choice: 'Failed with 400/8508, like a recording.',
    about: ['cancelMediaProcessing', 'playPromptOperation', '400/8508'],
  },
  {
    topic: 'Barge-in',
    unknown: 'The end of the operations that a recording with `bargeInAllowed` cancels.',
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
    topic: 'Numbers of tones',
    unknown: 'Where `sequenceId` starts. Documentation shows 1, a report 6.',
    choice: 'It starts at 1 in each call.',
    about: ['toneInfo.sequenceId', 'subscribeToTone'],
  },
  {
    topic: 'Recording status',
    unknown: 'Whether `updateRecordingStatus` causes a roster.',
    choice: 'It causes no notification.',
    about: ['updateRecordingStatus'],
  },
  {
    topic: 'Codes 8509, 8510, 8511, 8514, 8535 and 8536',
    unknown: 'Whether Graph sends them.',
    choice: 'Those that Azure Communication Services documents, with their status codes.',
    about: ['recordOperation', 'playPromptOperation'],
  },
  {
    topic: 'Several prompts',
    unknown: 'The effect of one prompt that cannot be played.',
    choice: 'The operation fails immediately, and none of them plays.',
    about: ['playPrompt', 'playPrompt.prompts'],
  },
  {
    topic: 'Prompts of recordings',
    unknown: 'The result if the prompt cannot be played.',
    choice: '500/8511. The message says if the file or its format is the reason.',
    about: ['recordResponse', 'recordResponse.prompts'],
  },
  {
    topic: '`updateRecordingStatus` in other calls',
    unknown: 'The status outside policy-based recording. Only the code 8506 is reported.',
    choice: 'The status is 400.',
    about: ['updateRecordingStatus'],
  },
  {
    topic: 'Calls of policy-based recording',
    unknown: 'How a call shows that it is one.',
    choice: 'It has an `observedParticipantId` in its `incomingContext`.',
    about: ['updateRecordingStatus', 'answer'],
  },
  {
    topic: 'Prompts that are not fetched',
    unknown: 'Their length.',
    choice: 'They take 2 seconds.',
    about: ['playPrompt', 'mediaInfo.uri'],
  },
  {
    topic: 'Beep',
    unknown: 'Its length.',
    choice: 'It takes 0.5 seconds.',
    about: ['recordResponse.playBeep'],
  },
  {
    topic: 'Time between tones',
    unknown: 'The default of `delayBetweenTonesMs`.',
    choice: 'It is 100 milliseconds.',
    about: ['sendDtmfTones.delayBetweenTonesMs'],
  },
  {
    topic: 'Keys during the prompt of a recording',
    unknown: 'Whether they end it.',
    choice: 'They do not end it.',
    about: ['recordResponse.bargeInAllowed', 'recordResponse.stopTones'],
  },
  {
    topic: 'Tokens of recordings',
    unknown: 'The response to a wrong one.',
    choice: 'The status is 401.',
    about: ['recordOperation.recordingAccessToken'],
  },
  {
    topic: 'Recordings after the call',
    unknown: 'How long they exist. The documentation says that they are removed shortly afterwards.',
    choice: '60 seconds, then 404.',
    about: ['recordOperation.recordingLocation'],
  },
  {
    topic: 'Waiting prompts',
    unknown: 'Their largest number.',
    choice: 'Not limited.',
    about: ['playPrompt', 'cancelMediaProcessing'],
  },
]
