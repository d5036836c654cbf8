import { type Client, GraphError } from '@microsoft/microsoft-graph-client'
import { type ReceivedCall, readCall } from 'graph-call-testkit'

/** Facts about a call that a bot needs before it speaks. */
export interface CallSummary {
  readonly state: string | null | undefined
  readonly direction: string | null | undefined
  readonly caller: Party | undefined
  readonly callees: readonly (Party | undefined)[]
  /** Host of the media. */
  readonly media: 'the service' | 'the bot' | undefined
  readonly modalities: readonly string[]
  readonly meeting: { readonly thread: string; readonly organizer: string | null | undefined } | undefined
}

/** Person or application in a call. */
export interface Party {
  readonly id: string | null | undefined
  readonly name: string | null | undefined
}

/** Error response of Graph, and the bot's next step. */
export interface FailedLookup {
  readonly status: number
  readonly code: string | null
  readonly next: 'forget the call' | 'get another token' | 'ask for consent' | 'give up' | 'wait'
  /** Seconds to wait, if the service says so. */
  readonly wait?: number
}

/** Gets a call from Graph, as a bot does after a notification. */
export async function lookUp(client: Client, callId: string): Promise<CallSummary | FailedLookup> {
  try {
    return summarize(readCall(await client.api(`/communications/calls/${callId}`).get()))
  } catch (error) {
    if (error instanceof GraphError && error.statusCode > 0) return failedLookup(error)
    throw error
  }
}

/** Summarizes a call. The contract contains exactly the properties that this function reads. */
export function summarize(call: ReceivedCall): CallSummary {
  const { state, direction, source, targets, requestedModalities, chatInfo } = call
  return {
    state,
    direction,
    caller: partyOf(source?.identity),
    callees: (targets ?? []).map(({ identity }) => partyOf(identity)),
    media: mediaHost(call.mediaConfig),
    modalities: requestedModalities ?? [],
    meeting: chatInfo?.threadId
      ? { thread: chatInfo.threadId, organizer: organizerOf(call.meetingInfo) }
      : undefined,
  }
}

type Identity = NonNullable<ReceivedCall['source']>['identity']

/** Prefers users, because the bot itself is an application in its own calls. */
function partyOf(identity: Identity): Party | undefined {
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

function failedLookup({ statusCode: status, code, headers }: GraphError): FailedLookup {
  switch (status) {
    case 401:
      return { status, code, next: 'get another token' }
    case 403:
      // 7504: the tenant has not consented to calls. Other codes have other reasons.
      return { status, code, next: code === '7504' ? 'ask for consent' : 'give up' }
    case 404:
      return { status, code, next: 'forget the call' }
    default: {
      const wait = headers?.get('Retry-After')
      return { status, code, next: 'wait', ...(wait && { wait: Number(wait) }) }
    }
  }
}
