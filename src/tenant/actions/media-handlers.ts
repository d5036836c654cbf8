import type { ActionName } from '../../model/actions/index.ts'
import type { ActionHandler } from './action.ts'

/** Actions on the media of a call. */
export const mediaHandlers = {} as const satisfies Partial<Record<ActionName, ActionHandler>>
