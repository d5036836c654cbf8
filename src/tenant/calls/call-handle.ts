import { parseState } from '../../lifecycle/transitions.ts'
import type { OptionKinds } from '../../model/known-options.ts'
import type { CallState, ReceivedResultInfo } from '../../model/types.generated.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { checkedCallId } from '../checked-values.ts'
import type { LiveParts } from '../live-parts.ts'
import { CallConditionError } from './call-condition-error.ts'
import { nearestIds } from './nearest-ids.ts'
import { entryText, type TimelineEntry } from './timeline-entry.ts'
import { UnknownCallError } from './unknown-call-error.ts'
import { waitFor, waitingReason } from './wait-for.ts'

/**
 * Options of `call.until`.
 *
 * @example
 * ```ts
 * const options: UntilOptions = { timeout: 20_000 }
 * await tenant.call(id).until('terminated', options)
 * ```
 */
export interface UntilOptions {
  /**
   * Real time to wait, in milliseconds. It starts again, at most 10 times, if anything happened in a call meanwhile. Defaults
   * to 5,000.
   */
  readonly timeout?: number | undefined
}

const untilOptionKinds: OptionKinds<UntilOptions> = { timeout: 'checked' }

/**
 * Call of a bot, for use in a test. You can destructure its functions.
 *
 * @example
 * ```ts
 * const call: TenantCall = tenant.call(id)
 * console.log(`${call}`) // the state and the timeline, one line for each entry
 * ```
 */
export interface TenantCall {
  /** Id of the call. */
  readonly id: string
  /** State of the call. `terminated` for a call that has ended, also after the tenant has removed it. */
  readonly state: CallState | undefined
  /** Result of a call that has ended, as long as the tenant keeps the call. */
  readonly resultInfo: ReceivedResultInfo | undefined
  /** Newest 1,000 requests, operations, notifications and acts of people in the call, oldest first. */
  readonly timeline: readonly TimelineEntry[]
  /**
   * Waits until the call enters a state, or until a function returns true. The function is called after everything that
   * happens in the call. Then waits until the bot has responded to the notifications of the call. Resolves at once if the
   * condition is met, also if the call was in the state and has ended since.
   *
   * @throws a {@link CallConditionError} if the time is over, or the call has ended and cannot meet the condition
   * @throws TypeError if the condition is not a state or a function, or the function is async
   * @example
   * ```ts
   * await tenant.call(id).until('established')
   * await tenant.call(id).until(({ timeline }) => timeline.some((entry) => entry.kind === 'operation'))
   * ```
   */
  until(condition: CallState | ((call: TenantCall) => boolean), options?: UntilOptions): Promise<TenantCall>
  /** Returns the state and the timeline as text, one line for each entry. */
  toString(): string
}

/** @throws UnknownCallError if neither the tenant nor its timeline has the call */
export function callHandle(live: LiveParts, callId: string): TenantCall {
  checkedCallId(callId)
  const { calls, timeline } = live
  calls.settle(callId)
  if (!timeline.has(callId) && 'fixture' in calls.find(callId)) {
    throw new UnknownCallError(callId, nearestIds(callId, calls.all().keys()))
  }
  const handle: TenantCall = {
    id: callId,
    get state() {
      return stateOf(live, callId)
    },
    get resultInfo() {
      if (calls.stateOf(callId) === undefined) return undefined
      const { resultInfo } = calls.callNamed(callId)
      return resultInfo ? { ...resultInfo } : undefined
    },
    get timeline() {
      return timeline.of(callId)
    },
    until: async (condition, options = {}) => {
      checkOptions('until', options, untilOptionKinds)
      const { timeout } = options
      const isMet = conditionOf(live, handle, condition)
      const errorFor = (hasEnded: boolean, reason: string) => {
        const expected = typeof condition === 'string' ? condition : 'as expected'
        const { state, timeline: entries } = handle
        const details = { callId, condition: expected, state, hasEnded, timeline: entries }
        return new CallConditionError(details, reason, textOf(handle))
      }
      const found = await waitFor(live, {
        find: () => (isMet() ? handle : undefined),
        failure: () => (handle.state === 'terminated' ? errorFor(true, 'it has ended.') : undefined),
        timeout,
        onTimeout: () => errorFor(false, waitingReason(live, timeout)),
      })
      await live.delivered(callId)
      return found
    },
    toString: () => textOf(handle),
  }
  Object.defineProperty(handle, Symbol.for('nodejs.util.inspect.custom'), { value: handle.toString })
  return Object.freeze(handle)
}

function stateOf({ calls, timeline }: LiveParts, callId: string): CallState | undefined {
  return calls.stateOf(callId) ?? timeline.stateOf(callId)
}

function conditionOf(
  live: LiveParts,
  handle: TenantCall,
  condition: CallState | ((call: TenantCall) => boolean),
): () => boolean {
  if (typeof condition === 'function') {
    return () => {
      const isMet: unknown = condition(handle)
      // Not `instanceof Promise`: some test frameworks replace the class.
      if (typeof isMet !== 'object' || isMet === null || !('then' in isMet)) return Boolean(isMet)
      Promise.resolve(isMet).catch(() => {})
      throw invalidValue('result of the condition', isMet, 'true or false: the function cannot be async')
    }
  }
  if (typeof condition !== 'string' || !parseState(condition)) {
    throw invalidValue('condition', condition, 'a state such as "established", or a function')
  }
  return () => {
    const { state } = handle
    if (state === condition) return true
    // The call was in the state, and cannot be in it again.
    return state === 'terminated' && hasEntered(live, handle.id, condition)
  }
}

function hasEntered({ timeline }: LiveParts, callId: string, state: CallState): boolean {
  return timeline.of(callId).some((entry) => entry.kind === 'notification' && entry.state === state)
}

function textOf({ id, state, timeline }: TenantCall): string {
  const [first] = timeline
  const lines = timeline.map((entry) => {
    const seconds = ((entry.time - (first?.time ?? 0)) / 1_000).toFixed(3)
    return `  ${seconds.padStart(9)} s  ${entryText(entry)}`
  })
  return [`Call ${id}: ${state ?? 'without a state'}`, ...lines].join('\n')
}
