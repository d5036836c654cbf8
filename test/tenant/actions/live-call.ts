import { handleTasks } from '../../../src/tenant/actions/index.ts'
import { CallStore } from '../../../src/tenant/calls/call-store.ts'
import { Ids } from '../../../src/tenant/calls/generated-ids.ts'
import { Sessions } from '../../../src/tenant/calls/sessions.ts'
import { Clock } from '../../../src/tenant/clock/clock.ts'
import { actionResponse } from '../../../src/tenant/http/action-response.ts'
import { recordingResponse } from '../../../src/tenant/http/recording-response.ts'
import type { LiveParts } from '../../../src/tenant/live-parts.ts'
import { PromptAccess } from '../../../src/tenant/media/prompt-options.ts'
import { Prompts } from '../../../src/tenant/media/prompts.ts'
import { Recordings } from '../../../src/tenant/media/recordings.ts'
import { eventOf } from '../../../src/tenant/notifications/call-event.ts'
import { type CallEvent, Feed } from '../../../src/tenant/notifications/feed.ts'
import { callId, type Json } from './media-bot.ts'

const context = { time: 0, requestId: 'r', clientRequestId: 'c' }

/** Creates an established call without a bot: its events are recorded in place of notifications. */
export function liveCall(mode: 'manual' | 'fast' = 'manual') {
  const clock = new Clock(mode, undefined)
  const calls = new CallStore({
    calls: [],
    synthetic: undefined,
    now: clock.now,
    keepEndedCallsFor: { gets: 1 },
  })
  const feed = new Feed()
  const live: LiveParts = {
    calls,
    sessions: new Sessions(),
    clock,
    feed,
    ids: new Ids(),
    prompts: new Prompts(new PromptAccess(), () => clock.touch()),
    recordings: new Recordings(),
  }
  calls.onChange((change) => feed.emit(eventOf(change)))
  handleTasks(live)
  const events: CallEvent[] = []
  feed.listen((event) => events.push(event))
  const mediaConfig = { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' } as const
  calls.addCall({ id: callId, state: 'established', callChainId: '0c4a1000', mediaConfig })
  events.length = 0
  const request = { host: 'graph.microsoft.com', query: '', path: '', header: () => null }

  /** Posts an action, and returns its response. */
  const act = (name: string, body: object = {}): { readonly status: number; readonly body: Json } => {
    const incoming = {
      ...request,
      method: 'POST',
      body: JSON.stringify(body),
      origin: 'http://127.0.0.1:8080',
    }
    const address = {
      version: 'v1.0',
      namespace: 'communications',
      segments: [callId, name],
      callId,
    } as const
    const response = actionResponse(live, incoming, address, 'any', context)
    return { status: response.status, body: JSON.parse(response.body) }
  }
  /** Fetches a recording. */
  const recording = (url: string, token: string) =>
    recordingResponse(live.recordings, url.split('/').at(-1) ?? '', 'GET', token, {
      ...context,
      time: clock.now(),
    })
  /** Returns `resourceData` of each event. */
  const data = (): Json[] => events.map((event) => event.data)
  return { live, clock, events, data, act, recording }
}
