import { connectCall } from '../calls/connect.ts'
import type { LiveParts } from '../live-parts.ts'

/** Name of the task that rings the targets of a call. */
export const ringTargets = 'ring-targets'
/** Name of the task in which a person answers. */
const personAnswers = 'person-answers'

/** Time after which a person answers, in milliseconds. */
const answerMilliseconds = 2_000

/** Registers what happens when a call rings. */
export function handleRinging(live: LiveParts): void {
  const { clock } = live
  clock.handle(ringTargets, ({ callId }) =>
    clock.schedule({ name: personAnswers, callId }, answerMilliseconds),
  )
  clock.handle(personAnswers, ({ callId }) => connectCall(live, callId))
}
