import { type Client, GraphError } from '@microsoft/microsoft-graph-client'
import type { ReceivedCall } from '../../src/model/types.generated.ts'
import { readCall } from '../../src/read/read-call.ts'

/** What a calling bot wants to know of a call before it speaks. */
export interface CallSummary {
  readonly state: string | null | undefined
  readonly direction: string | null | undefined
  readonly caller: Somebody | undefined
  readonly callees: readonly (Somebody | undefined)[]
  /** Who handles the media. */
  readonly media: 'the service' | 'the bot' | undefined
  readonly modalities: readonly string[]
  readonly meeting: { readonly thread: string; readonly organizer: string | null | undefined } | undefined
}

/** Somebody in the call, as far as a bot greets them. */
export interface Somebody {
  readonly id: string | null | undefined
  readonly name: string | null | undefined
}

/** Why there is no call to speak of, and what the bot does about it. */
export interface Refusal {
  readonly status: number
  readonly code: string | null
  readonly next: 'forget the call' | 'get another token' | 'ask for consent' | 'leave it' | 'wait'
  /** Seconds; only where the service says how long. */
  readonly wait?: number
}

/** Asks Graph for a call, as a bot does that was just told of it. */
export async function lookUp(client: Client, callId: string): Promise<CallSummary | Refusal> {
  try {
    return summarise(readCall(await client.api(`/communications/calls/${callId}`).get()))
  } catch (error) {
    if (error instanceof GraphError && error.statusCode > 0) return refusal(error)
    throw error
  }
}

/** What the bot reads of a call: its contract holds this and no more. */
export function summarise(call: ReceivedCall): CallSummary {
  const { state, direction, source, targets, requestedModalities, chatInfo } = call
  return {
    state,
    direction,
    caller: somebody(source?.identity),
    callees: (targets ?? []).map(({ identity }) => somebody(identity)),
    media: mediaHost(call.mediaConfig),
    modalities: requestedModalities ?? [],
    meeting: chatInfo?.threadId
      ? { thread: chatInfo.threadId, organizer: organizerOf(call.meetingInfo) }
      : undefined,
  }
}

type Identity = NonNullable<ReceivedCall['source']>['identity']

/** People first: a bot that calls is an application in its own calls. */
function somebody(identity: Identity): Somebody | undefined {
  const found = identity?.user ?? identity?.application
  return found ? { id: found.id, name: found.displayName } : undefined
}

function mediaHost(config: ReceivedCall['mediaConfig']): CallSummary['media'] {
  if (config?.['@odata.type'] === undefined || config['@odata.type'] === null) return undefined
  return config['@odata.type'].endsWith('.appHostedMediaConfig') ? 'the bot' : 'the service'
}

function organizerOf(meeting: ReceivedCall['meetingInfo']): string | null | undefined {
  switch (meeting?.['@odata.type']) {
    case '#microsoft.graph.organizerMeetingInfo':
    case 'microsoft.graph.organizerMeetingInfo':
      return meeting.organizer?.user?.id
    default:
      return undefined
  }
}

function refusal({ statusCode: status, code, headers }: GraphError): Refusal {
  switch (status) {
    case 401:
      return { status, code, next: 'get another token' }
    case 403:
      // 7504: the tenant never agreed to calls. Anything else is no matter of consent.
      return { status, code, next: code === '7504' ? 'ask for consent' : 'leave it' }
    case 404:
      return { status, code, next: 'forget the call' }
    default: {
      const wait = headers?.get('Retry-After')
      return { status, code, next: 'wait', ...(wait && { wait: Number(wait) }) }
    }
  }
}
