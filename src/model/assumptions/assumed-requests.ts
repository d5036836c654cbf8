import type { Assumption } from './assumption.ts'

export const requestsAssumptions: readonly Assumption[] = [
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
    topic: 'Names in `$select`',
    unknown:
      'The response to a name that neither the model nor the call has, and to `$select=meetingInfo/organizer`.',
    choice:
      '400 for an unknown name, although OData accepts any name for an open type. `organizer` is returned, although it belongs to a derived type.',
    about: ['getCall'],
  },
  {
    topic: 'Query options',
    unknown: 'The response to an option without a value, or a name without `$`.',
    choice: '400 for an option without a value. A name without `$` is ignored.',
    about: ['getCall', 'listParticipants'],
  },
  {
    topic: '`Accept` without JSON',
    unknown: 'The code of the 406.',
    choice: 'The error has the code `BadRequest`.',
    about: ['getCall'],
  },
  {
    topic: 'Compressed request bodies',
    unknown: 'The response to a `Content-Encoding`, and to a body with another `Content-Type` than JSON.',
    choice:
      '415 with the code `UnsupportedMediaType`, so that clients send the body without compression. The `Content-Type` is not checked.',
    about: ['createCall'],
  },
  {
    topic: '`client-request-id`',
    unknown: 'The value for a header that is not ASCII, and the effect of `return-client-request-id`.',
    choice: 'The `request-id`. `return-client-request-id` is repeated.',
    about: ['getCall'],
  },
  {
    topic: 'Methods and paths',
    unknown:
      'The response to `OPTIONS`, the status of a preflight request, and the status of an unknown path.',
    choice: '204 with `Allow`, even without a token; 204; and 404.',
    about: ['getCall'],
  },
  {
    topic: 'Token of another app',
    unknown: 'The response to another token than the option `token`.',
    choice: '401, as for an expired token.',
    about: ['getCall', 'deleteCall'],
  },
  {
    topic: 'Several errors in one request',
    unknown: 'Which one is returned.',
    choice:
      'The first in this order: token, failures that you requested, throttling, path, method, `forbid`, unknown call, `Accept`, query.',
    about: ['createCall'],
  },
]
