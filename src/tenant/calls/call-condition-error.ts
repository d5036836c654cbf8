import { TestkitError } from '../../model/errors.ts'
import type { CallState } from '../../model/types.generated.ts'
import type { TimelineEntry } from './timeline-entry.ts'

/**
 * Thrown when a call does not meet the condition of `call.until` in time, or has ended and can no longer meet it. The message
 * contains the timeline of the call.
 *
 * @example
 * ```ts
 * try {
 *   await tenant.call(id).until('established')
 * } catch (error) {
 *   if (error instanceof CallConditionError) console.error(error.state, error.timeline)
 * }
 * ```
 */
export class CallConditionError extends TestkitError {
  override readonly name = 'CallConditionError'
  /** Id of the call. */
  readonly callId: string
  /** State that was expected, or the name of the condition. */
  readonly condition: string
  /** State of the call. */
  readonly state: CallState | undefined
  /** True if the call has ended. False if the time is over. */
  readonly hasEnded: boolean
  /** Everything that happened in the call. */
  declare readonly timeline: readonly TimelineEntry[]

  constructor(
    details: Pick<CallConditionError, 'callId' | 'condition' | 'state' | 'hasEnded' | 'timeline'>,
    reason: string,
    text: string,
  ) {
    super(`The call ${JSON.stringify(details.callId)} is not ${details.condition}: ${reason}\n${text}`)
    this.callId = details.callId
    this.condition = details.condition
    this.state = details.state
    this.hasEnded = details.hasEnded
    // Not enumerable: the message has it, and test runners print every other property.
    Object.defineProperty(this, 'timeline', { value: details.timeline })
  }
}
