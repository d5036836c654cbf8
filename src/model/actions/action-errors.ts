import type { Provenance } from '../definitions.ts'
import type { ActionName } from './index.ts'

/** Error response of an action. */
export interface ActionFailure {
  readonly status: number
  readonly code: string
  readonly when: string
  readonly provenance: Provenance
  readonly origin: string
}

const sister = 'Azure Communication Services, call end reasons'
const tenantChoice = 'assumption: no source shows it'

/** Errors of every action. */
export const commonErrors: readonly ActionFailure[] = [
  {
    status: 401,
    code: 'InvalidAuthenticationToken',
    when: 'the token is missing, invalid or expired',
    provenance: 'documented',
    origin: 'Graph error responses',
  },
  {
    status: 403,
    code: '7504',
    when: 'the app has no permission for calls, or no admin consented',
    provenance: 'reported',
    origin: 'graph-comms-samples issues 276 and 538; msteams-docs issue 13004',
  },
  {
    status: 403,
    code: '7505',
    when: 'the token is from another tenant',
    provenance: 'reported',
    origin: 'graph-docs-contrib issues 4579 and 5874; graph-comms-samples issue 295',
  },
  {
    status: 429,
    code: 'TooManyRequests',
    when: 'the app sends too many requests',
    provenance: 'documented',
    origin: 'Graph throttling',
  },
]

/** Errors of every action on a call. */
export const callErrors: readonly ActionFailure[] = [
  {
    status: 404,
    code: '8522',
    when: 'the call has ended, or never existed',
    provenance: 'documented',
    origin: 'call: keepAlive; graph-comms-samples issues 173, 191 and 330, the code',
  },
]

/** Error of an invalid request body. */
const invalidBody: ActionFailure = {
  status: 400,
  code: '8523',
  when: 'the body is not an object, a parameter is unknown, missing or of a wrong type, or a limit is exceeded',
  provenance: 'assumed',
  origin: `${sister}; graph-docs-contrib issue 9126, for a missing mediaConfig`,
}

/** Error of a request body that is not JSON. */
const notJson: ActionFailure = {
  status: 400,
  code: 'BadRequest',
  when: 'the body is not JSON',
  provenance: 'reported',
  origin: 'graph-comms-samples issue 546',
}

/** Error of a compressed request body. */
const encodedBody: ActionFailure = {
  status: 415,
  code: 'UnsupportedMediaType',
  when: 'the body has a `Content-Encoding`',
  provenance: 'assumed',
  origin: tenantChoice,
}

/** Error of a participant who is not in the roster. */
const notInCall: ActionFailure = {
  status: 404,
  code: '8558',
  when: 'the participant is not in the call',
  provenance: 'assumed',
  origin: sister,
}

/** Error of an operation, a group or a session that a call does not have. */
function notFound(when: string): ActionFailure {
  return { status: 404, code: '8522', when, provenance: 'assumed', origin: tenantChoice }
}

const noGroup = /* @__PURE__ */ notFound('the call has no group with this ID')

/** Error of an action that what the call already has does not allow. */
function conflict(when: string): ActionFailure {
  return { status: 409, code: '8519', when, provenance: 'assumed', origin: tenantChoice }
}

const errorsOfActions: Partial<Record<ActionName, readonly ActionFailure[]>> = {
  createCall: [
    {
      status: 400,
      code: '8523',
      when: '`mediaConfig` is missing',
      provenance: 'reported',
      origin: 'graph-docs-contrib issue 9126',
    },
    {
      status: 403,
      code: 'UnknownError',
      when: 'the app is not registered for calling; the message is JSON with the code 7503',
      provenance: 'reported',
      origin: 'graph-comms-samples issue 432; graph-docs issue 10845',
    },
    {
      status: 429,
      code: 'UnknownError',
      when: 'the app has made too many calls this month; the message is JSON with the code 8529',
      provenance: 'reported',
      origin: 'graph-comms-samples issue 385',
    },
    {
      status: 429,
      code: '8530',
      when: 'the app has too many calls at once',
      provenance: 'assumed',
      origin: sister,
    },
  ],
  deleteParticipant: [
    {
      status: 400,
      code: '8552',
      when: 'the participant is the organizer of the meeting',
      provenance: 'assumed',
      origin: sister,
    },
    notInCall,
  ],
  getParticipant: [notInCall],
  muteParticipant: [notInCall],
  muteAll: [notInCall],
  configureMixer: [notInCall],
  startHoldMusic: [conflict('another participant is on hold'), notInCall],
  stopHoldMusic: [conflict('the participant is not on hold'), notInCall],
  createAudioRoutingGroup: [conflict('the call has a group with this ID'), notInCall],
  getAudioRoutingGroup: [noGroup],
  updateAudioRoutingGroup: [notInCall, noGroup],
  deleteAudioRoutingGroup: [noGroup],
  getContentSharingSession: [notFound('the call has no content sharing session with this ID')],
  getOperation: [notFound('the call has no operation with this ID, for example because it has ended')],
  transfer: [
    {
      status: 400,
      code: '8523',
      when: 'the call was a peer-to-peer call and became a meeting',
      provenance: 'reported',
      origin: 'graph-comms-samples issues 395 and 512',
    },
    notInCall,
  ],
  updateRecordingStatus: [
    {
      status: 400,
      code: '8506',
      when: 'the call is not recorded by policy; the status is assumed',
      provenance: 'reported',
      origin: 'graph-comms-samples issues 444 and 489',
    },
  ],
  logTeleconferenceDeviceQuality: [
    {
      status: 400,
      code: '8523',
      when: 'the header User-Agent is missing',
      provenance: 'assumed',
      origin: tenantChoice,
    },
  ],
}

/** Errors that follow from the calls in which an action is allowed. */
const errorsOfCalls = {
  state: {
    status: 400,
    code: '8501',
    when: 'the call is not established',
    provenance: 'assumed',
    origin: sister,
  },
  incoming: {
    status: 400,
    code: '8585',
    when: 'the call is no longer incoming',
    provenance: 'assumed',
    origin: sister,
  },
  group: {
    status: 400,
    code: '8548',
    when: 'the call is not a group call',
    provenance: 'assumed',
    origin: sister,
  },
  service: {
    status: 500,
    code: '9999',
    when: 'the bot hosts the media of the call',
    provenance: 'reported',
    origin: 'graph-comms-samples issue 325',
  },
  app: {
    status: 500,
    code: '9999',
    when: 'the service hosts the media of the call',
    provenance: 'assumed',
    origin: tenantChoice,
  },
} as const satisfies Record<string, ActionFailure>

/** Part of an action that determines its errors. */
interface FailingAction {
  readonly name: ActionName
  readonly path: string
  readonly parameters?: object
  readonly allowed?: {
    readonly states: readonly string[]
    readonly kind?: string
    readonly media?: 'service' | 'app'
  }
}

/** Returns the error responses of an action, its own first. */
export function errorsOf({ name, path, parameters, allowed }: FailingAction): readonly ActionFailure[] {
  const isEstablished = allowed?.states.includes('established')
  return [
    ...(errorsOfActions[name] ?? []),
    ...(parameters && Object.keys(parameters).length > 0 ? [invalidBody, notJson, encodedBody] : []),
    ...(allowed ? [isEstablished ? errorsOfCalls.state : errorsOfCalls.incoming] : []),
    ...(allowed?.kind === 'group' ? [errorsOfCalls.group] : []),
    ...(allowed?.media ? [errorsOfCalls[allowed.media]] : []),
    ...(path.includes('{id}') ? callErrors : []),
    ...commonErrors,
  ]
}
