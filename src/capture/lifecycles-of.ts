import type { ReceivedCall } from '../model/types.generated.ts'
import type { LifecycleInput } from '../tenant/calls/lifecycle-input.ts'
import { byCall, type RecordedEvent, recordedEvents } from './recorded-events.ts'

/**
 * Returns each call of a recording as a lifecycle for `tenant.addCall`: the call after each response to a GET and after each
 * notification that changed it. If all bodies have times, the call moves by the tenant's clock as it did in the recording.
 *
 * @param recording - HAR file, list of responses and posts, or another JSON value, or its text. A text can also be NDJSON
 * @throws a {@link CaptureFormatError} if the recording is not JSON
 *
 * @example
 * ```ts
 * import { lifecyclesOf } from 'graph-call-testkit/capture'
 * import { peerToPeerCall } from 'graph-call-testkit/fixtures'
 *
 * const recording = [peerToPeerCall({ state: 'establishing' }), peerToPeerCall()]
 * for (const lifecycle of lifecyclesOf(recording)) tenant.advance(tenant.addCall(lifecycle)) // 'established'
 * ```
 * Source: the recording that you pass.
 */
export function lifecyclesOf(recording: unknown): readonly LifecycleInput[] {
  return [...byCall(recordedEvents(recording))]
    .map(lifecycleOf)
    .filter(({ snapshots }) => snapshots.length > 0)
}

function lifecycleOf(events: readonly RecordedEvent[]): LifecycleInput {
  const snapshots: ReceivedCall[] = []
  const times: number[] = []
  const complete = events.find(({ change }) => change.kind === 'call' && change.call.id) ?? events[0]
  const id = complete?.callId ?? ''
  for (const { change, time } of events) {
    const last = snapshots.at(-1)
    if (change.kind !== 'call' || last?.state === 'terminated') continue
    // A tone is an event, which only its notification has.
    const { toneInfo: _, ...changes } = change.call
    const next = { ...(change.isComplete ? change.call : { ...last, ...changes }), id }
    if (!next.state || (last && JSON.stringify(next) === JSON.stringify(last))) continue
    snapshots.push(next)
    if (time !== undefined) times.push(time)
  }
  return { snapshots, ...(times.length > 0 && { times }) }
}
