import { objectTypeOf } from '../definitions.ts'
import type { Action, Parameter } from './action-definitions.ts'
import { callActions } from './call-actions.ts'
import { mediaActions } from './media-actions.ts'
import { participantActions } from './participant-actions.ts'

export type { Action, AllowedCalls, Parameter } from './action-definitions.ts'

const table = [...callActions, ...mediaActions, ...participantActions] as const

/**
 * Name of an action of the calling API: its name in the metadata, or the method and the resource.
 *
 * @example
 * ```ts
 * const action: ActionName = 'playPrompt'
 * ```
 * Source: the pages of the calling API.
 */
export type ActionName = (typeof table)[number]['name']

/** Action with a name that the model knows. */
export interface NamedAction extends Action {
  readonly name: ActionName
}

/** Everything that a bot can ask for. */
export const actions: readonly NamedAction[] = table

/** Returns an action. */
export function actionNamed(name: ActionName): NamedAction {
  const action = actions.find((each) => each.name === name)
  if (!action) throw new Error(`Unknown action: ${name}.`)
  return action
}

/** True for a parameter with the people to call or to invite. */
export function hasInvitations({ type }: Parameter): boolean {
  return objectTypeOf(type) === 'invitationParticipantInfo'
}
