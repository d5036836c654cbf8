import type { ActionName } from '../../model/actions/index.ts'
import type { ActionHandler } from './action.ts'

/** Actions on the participants of a group call. */
export const participantHandlers = {} as const satisfies Partial<Record<ActionName, ActionHandler>>
