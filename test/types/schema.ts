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

// The strict type is assignable to the tolerant one and to Microsoft's.
export const asReceived: ReceivedCall = call
export const asMicrosoftCall: MicrosoftCall = call
export const state: NullableOption<CallState> | undefined = asMicrosoftCall.state

// @ts-expect-error a received call can lack required properties
export const asCall: Call = received

// @ts-expect-error types have no index signature, so a typo is an error
call.stat
// @ts-expect-error also if the service can send unknown properties
received.stat
// @ts-expect-error also in nested types
call.source.identity.usr
// @ts-expect-error also in received identities
received.source?.identity?.usr

// Properties that the strict schema requires are not optional.
export const required: [string, CallState, 'incoming' | 'outgoing', string] = [
  call.id,
  call.state,
  call.direction,
  call.callbackUri,
]
// @ts-expect-error the state is required
export const withoutState: Call = {
  id: '1',
  direction: 'incoming',
  callbackUri: '',
  source: { identity: {} },
}
// @ts-expect-error "ringing" is only documented
export const ringing: CallState = 'ringing'

// The service sometimes sends a number as a string.
export const code: string | number | null | undefined = received.resultInfo?.code
// @ts-expect-error it can be a string
export const numberOnly: number | null | undefined = received.resultInfo?.code
export const strictCode: number | undefined = call.resultInfo?.code

// `@odata.type`, with or without #, distinguishes the types and unknown ones.
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
// @ts-expect-error without narrowing, the object can have any type
received.mediaConfig?.preFetchMedia
if (call.meetingInfo?.['@odata.type'] === '#microsoft.graph.organizerMeetingInfo') {
  call.meetingInfo.organizer.user?.id
}

// Schemas and readers return the types that their names suggest.
export const tolerantRead: ReceivedCall = callSchema.parse({})
export const strictRead: Call = strictCallSchema.parse({})
export const checked: ReceivedCall = readCall({})
export const newMember: string | null | undefined = callSchemaWithUnknownEnumMembers.parse({}).state
// @ts-expect-error with unknown members, a state is any string
export const knownMember: CallState | null | undefined = callSchemaWithUnknownEnumMembers.parse({}).state
export const strictlyChecked: Call = readStrictCall({})

// The schema with unknown members accepts tolerant calls, and its type narrows too.
export const widened: z.infer<typeof callSchemaWithUnknownEnumMembers> = received
if (widened.mediaConfig?.['@odata.type'] === '#microsoft.graph.appHostedMediaConfig') widened.mediaConfig.blob

// zod and Standard Schema infer exactly these types.
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

// A handwritten call needs only the required properties.
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
// @ts-expect-error a media config needs an @odata.type
export const untagged: Call['mediaConfig'] = { blob: '<blob>' }
export const mixed: Call['mediaConfig'] = {
  '@odata.type': '#microsoft.graph.appHostedMediaConfig',
  // @ts-expect-error an app-hosted config has no prompts
  preFetchMedia: [],
}
export const typo: Call['targets'] = [
  // @ts-expect-error also in a list
  { identity: { user: { displayname: 'Mira Holm' } } },
]
// @ts-expect-error only the tolerant schema accepts a number in a string
export const text: Call['resultInfo'] = { code: '200', subcode: 0 }
