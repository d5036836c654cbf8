import type { Call as MicrosoftCall, NullableOption } from '@microsoft/microsoft-graph-types'
import {
  type Call,
  type CallState,
  callSchema,
  callSchemaWithUnknownEnumMembers,
  type ObjectOfUnknownType,
  type ReceivedCall,
  readCall,
  strictCallSchema,
} from 'graph-call-testkit'

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
