import type { Call as MicrosoftCall, NullableOption } from '@microsoft/microsoft-graph-types'
import {
  type Call,
  type CallError,
  type CallState,
  type ObjectOfUnknownType,
  type ReceivedCall,
  readCall,
  readStrictCall,
} from 'graph-call-testkit'
import {
  type callErrorSchema,
  callSchema,
  callSchemaWithUnknownEnumMembers,
  strictCallSchema,
} from 'graph-call-testkit/schema'
import type * as z from 'zod'

declare const call: Call
declare const received: ReceivedCall

// The strict type goes wherever the tolerant one and Microsoft's own do.
export const asReceived: ReceivedCall = call
export const asMicrosofts: MicrosoftCall = call
export const state: NullableOption<CallState> | undefined = asMicrosofts.state

// @ts-expect-error a received call may lack what a call must have
export const asCall: Call = received

// @ts-expect-error no type has an index signature: a typo is an error
call.stat
// @ts-expect-error likewise where the service may send unknown keys
received.stat
// @ts-expect-error likewise in nested types
call.source.identity.usr
// @ts-expect-error likewise in what the service sends for an identity
received.source?.identity?.usr

// What the strict reading requires is there.
export const required: [string, CallState, 'incoming' | 'outgoing', string] = [
  call.id,
  call.state,
  call.direction,
  call.callbackUri,
]
// @ts-expect-error the strict reading wants a state
export const withoutState: Call = {
  id: '1',
  direction: 'incoming',
  callbackUri: '',
  source: { identity: {} },
}
// @ts-expect-error the documentation lists "ringing", the metadata does not have it
export const ringing: CallState = 'ringing'

// Where the service was seen to send text for a number, the type says so.
export const code: string | number | null | undefined = received.resultInfo?.code
// @ts-expect-error it may be text
export const numberOnly: number | null | undefined = received.resultInfo?.code
export const strictCode: number | undefined = call.resultInfo?.code

// `@odata.type` tells the types apart, with its # or without; one that is not known is among them.
if (received.mediaConfig?.['@odata.type'] === '#microsoft.graph.serviceHostedMediaConfig') {
  received.mediaConfig.preFetchMedia?.[0]?.uri
}
if (received.mediaConfig?.['@odata.type'] === 'microsoft.graph.serviceHostedMediaConfig') {
  received.mediaConfig.preFetchMedia?.[0]?.uri
}
switch (received.meetingInfo?.['@odata.type']) {
  case '#microsoft.graph.organizerMeetingInfo':
  case 'microsoft.graph.organizerMeetingInfo':
    received.meetingInfo.organizer?.user?.id
    break
  case '#microsoft.graph.tokenMeetingInfo':
  case 'microsoft.graph.tokenMeetingInfo':
    received.meetingInfo.token
    break
  case '#microsoft.graph.joinMeetingIdMeetingInfo':
  case 'microsoft.graph.joinMeetingIdMeetingInfo':
    received.meetingInfo.passcode
    break
  default: {
    const unknown: ObjectOfUnknownType | null | undefined = received.meetingInfo
    const name: string | null | undefined = unknown?.['@odata.type']
    name?.endsWith('MeetingInfo')
  }
}
// @ts-expect-error a typo in the name of a type
received.mediaConfig?.['@odata.type'] === '#microsoft.graph.serviceHostdMediaConfig'
export const newer = String(received.mediaConfig?.['@odata.type']) === '#microsoft.graph.newMediaConfig'
// @ts-expect-error before that, the object may be of any type
received.mediaConfig?.preFetchMedia
if (call.meetingInfo?.['@odata.type'] === '#microsoft.graph.organizerMeetingInfo') {
  call.meetingInfo.organizer.user?.id
}

// The readings give what their names say.
export const tolerantRead: ReceivedCall = callSchema.parse({})
export const strictRead: Call = strictCallSchema.parse({})
export const checked: ReceivedCall = readCall({})
export const newMember: string | null | undefined = callSchemaWithUnknownEnumMembers.parse({}).state
// @ts-expect-error with unknown members, a state is any text
export const knownMember: CallState | null | undefined = callSchemaWithUnknownEnumMembers.parse({}).state
export const strictlyChecked: Call = readStrictCall({})

// A reading of unknown members takes what the tolerant one takes, and tells the types apart as well.
export const widened: z.infer<typeof callSchemaWithUnknownEnumMembers> = received
if (widened.mediaConfig?.['@odata.type'] === '#microsoft.graph.appHostedMediaConfig') widened.mediaConfig.blob

// To zod, and to whatever takes a Standard Schema, they are schemas of these very types.
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type StandardOutput<S extends { '~standard': { types?: { output: unknown } | undefined } }> = NonNullable<
  S['~standard']['types']
>['output']
export const inferred: [
  Same<z.infer<typeof callSchema>, ReceivedCall>,
  Same<z.input<typeof callSchema>, ReceivedCall>,
  Same<z.infer<typeof strictCallSchema>, Call>,
  Same<z.infer<typeof callErrorSchema>, CallError>,
  Same<StandardOutput<typeof callSchema>, ReceivedCall>,
  Same<StandardOutput<typeof strictCallSchema>, Call>,
] = [true, true, true, true, true, true]

// A call that is written by hand needs no more than a call must have.
export const byHand: Call = {
  id: '57dab8b1-894c-409a-b240-bd8beae78896',
  state: 'established',
  direction: 'incoming',
  callbackUri: 'https://bot.contoso.com/callback',
  source: { identity: { user: { displayName: 'Mira Holm', id: '72631e70-96a5-496c-933b-598c5e48a3d2' } } },
  targets: [
    {
      identity: {
        '@odata.type': '#microsoft.graph.communicationsIdentitySet',
        phone: { id: '+14255550123' },
      },
    },
  ],
  requestedModalities: ['audio', 'video'],
  mediaConfig: { '@odata.type': '#microsoft.graph.appHostedMediaConfig', blob: '<blob>' },
  meetingInfo: { '@odata.type': '#microsoft.graph.tokenMeetingInfo', token: 'x' },
  mediaState: { audio: 'active' },
  resultInfo: { code: 200, subcode: 0 },
  toneInfo: { sequenceId: 1, tone: 'pound' },
  subject: null,
}
export const receivedByHand: ReceivedCall = { id: '1', resultInfo: { code: '200' }, targets: null }
// @ts-expect-error a media config says which one it is
export const untold: Call['mediaConfig'] = { blob: '<blob>' }
export const mixed: Call['mediaConfig'] = {
  '@odata.type': '#microsoft.graph.appHostedMediaConfig',
  // @ts-expect-error an app-hosted one has no prompts
  preFetchMedia: [],
}
export const typo: Call['targets'] = [
  // @ts-expect-error likewise within a list
  { identity: { user: { displayname: 'Mira Holm' } } },
]
// @ts-expect-error a number in a string is for traffic
export const text: Call['resultInfo'] = { code: '200', subcode: 0 }
