import { isJsonObject } from '../../model/json.ts'
import { stepMilliseconds } from '../calls/connect.ts'
import { endOperation } from '../calls/operations.ts'
import type { LiveParts } from '../live-parts.ts'
import type { ActionHandler } from './action.ts'
import { runningOperation } from './operation-result.ts'
import { absenceError } from './participant-errors.ts'

/** Name of the task that completes the operation. */
const mixerChanges = 'mixer-changes'

/** Registers the end of the operation. */
export function handleMixer(live: LiveParts): void {
  live.clock.handle(mixerChanges, ({ callId, key = '' }) => endOperation(live, callId, key, 'completed', {}))
}

/** Sets the levels at which participants hear each other. Nothing shows them. Source: participant: configureMixer (beta). */
export const configureMixer: ActionHandler = (live, request) => {
  const { participantMixerLevels: levels } = request.body
  const participants = (Array.isArray(levels) ? levels : []).flatMap((level) =>
    isJsonObject(level) && typeof level['participant'] === 'string' ? [level['participant']] : [],
  )
  const error = absenceError(live.calls.callNamed(request.callId), participants)
  if (error) return error
  const result = runningOperation(live, request, 'commsOperation')
  live.clock.schedule(
    { name: mixerChanges, callId: request.callId, key: result.operationId },
    stepMilliseconds,
  )
  return result
}
