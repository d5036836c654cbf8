import type { ActionName } from '../../model/actions/index.ts'
import { actionRequestOf } from '../action-request.ts'
import type { Choices } from '../choices/choices.ts'
import { chatInfo, meetingInfo } from '../meeting.ts'
import type { BotAct } from './conversation-acts.ts'

/** Names of the people who take part, the simplest first. */
export const names: readonly string[] = [
  'Mira Holm',
  'Lee Ash',
  'Kim Ode',
  'Ana Ruiz',
  'Tom Berg',
  'Ida Lund',
  'Bo Ek',
  'Eva Roth',
]

/** Returns a person with the id of their user. */
export function personNamed(name: string) {
  const number = names.indexOf(name) + 1
  return { name, id: `05e40000-0000-4000-8000-${String(number).padStart(12, '0')}` }
}

/** Returns a person as the target of a request. */
export function userTarget(name: string) {
  const { id } = personNamed(name)
  return {
    '@odata.type': '#microsoft.graph.invitationParticipantInfo',
    identity: {
      '@odata.type': '#microsoft.graph.identitySet',
      user: { '@odata.type': '#microsoft.graph.identity', id, displayName: name },
    },
  }
}

/** Builds the chat and the meeting that a bot joins. */
export function meetingToJoin(choices: Choices) {
  return { chatInfo: choices.one(chatInfo), meetingInfo: choices.one((inner) => meetingInfo(inner)) }
}

/** Returns the id of a call or a participant as a placeholder. */
const placeholder = (name: string) => `{${name}}`

/**
 * Builds a request for an action, with placeholders in the path.
 *
 * @param bodyOf - properties of the body that depend on the situation, in place of those that are built
 */
export function requestFor(
  choices: Choices,
  action: ActionName,
  after: number,
  bodyOf?: Readonly<Record<string, unknown>>,
): BotAct {
  const { method, path, body } = choices.one(actionRequestOf([action], idInPath))
  return {
    by: 'bot',
    after,
    action,
    method,
    path: withPlaceholders(path, action),
    ...(body && { body: { ...body, ...bodyOf } }),
  }
}

/** Id of the call in a path before the placeholder replaces it. */
const idInPath = 'the-call'

function withPlaceholders(path: string, action: ActionName): string {
  const last = placeholdersOf[action]
  const named = path.replace(idInPath, placeholder('callId'))
  if (last === undefined) return named
  return named.replace(
    /(participants|audioRoutingGroups|contentSharingSessions)\/[^/]+/,
    `$1/${placeholder(last)}`,
  )
}

/** Second id in the path of an action. */
const placeholdersOf: Partial<Record<ActionName, string>> = {
  getParticipant: 'participantId',
  deleteParticipant: 'participantId',
  muteParticipant: 'participantId',
  startHoldMusic: 'participantId',
  stopHoldMusic: 'participantId',
  getAudioRoutingGroup: 'groupId',
  updateAudioRoutingGroup: 'groupId',
  deleteAudioRoutingGroup: 'groupId',
  getContentSharingSession: 'sessionId',
}
