import {
  type ActionName,
  actions,
  hasInvitations,
  type NamedAction,
  type Parameter,
} from '../model/actions/index.ts'
import { navigationProperties } from '../model/index.ts'
import { isJsonObject } from '../model/json.ts'
import type { Build, Choices } from './choices/choices.ts'
import { callId, guid, participantId, tenantId } from './ids.ts'
import { mediaConfig } from './media.ts'
import { chatInfo, meetingInfo } from './meeting.ts'
import { invitationParticipantInfoOf, participantInfoOf } from './participant.ts'
import { pickText } from './text.ts'
import { valueOfType } from './typed-value.ts'

/**
 * A request for an action of the calling API.
 *
 * @example
 * ```ts
 * import type { ActionRequest } from 'graph-call-testkit/generators'
 *
 * const send = ({ method, path, headers, body }: ActionRequest) =>
 *   fetch(`https://graph.microsoft.com${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
 * ```
 */
export interface ActionRequest<Name extends ActionName = ActionName> {
  /** Name of the action. */
  action: Name
  /** HTTP method. */
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path from the root of the service, including the version. */
  path: string
  /** `Authorization` with a placeholder for a token, the type of the body if there is one, and the headers that the action needs. */
  headers: { Authorization: 'Bearer {token}'; 'Content-Type'?: 'application/json'; 'User-Agent'?: string }
  /** Body to send as JSON. Absent if the action has none. */
  body?: Record<string, unknown>
}

/** Names of all actions, in the order of the model. */
export const actionNames: readonly ActionName[] = actions.map(({ name }) => name)

/** Returns a builder of valid requests for actions. `ofCall` is the ID of the call; by default it is any ID. */
export function actionRequestOf(names: readonly ActionName[], ofCall?: string): Build<ActionRequest> {
  const candidates = actions.filter(({ name }) => names.includes(name))
  return (choices) => {
    const action = choices.pick(candidates)
    const body =
      action.parameters && choices.one((choices) => bodyOf(choices, action, action.parameters ?? {}))
    return {
      action: action.name,
      method: action.method,
      path: choices.one((choices) => pathOf(choices, action, ofCall)),
      headers: {
        Authorization: 'Bearer {token}',
        ...(body && { 'Content-Type': 'application/json' as const }),
        ...Object.fromEntries((action.headers ?? []).map((name) => [name, userAgent])),
      },
      ...(body && { body }),
    }
  }
}

/** Value of the header `User-Agent`. */
const userAgent = 'ContosoBot/1.0'

/** Builds a path with either root, and with the bare or the qualified name of the action. */
function pathOf(choices: Choices, { method, path, betaOnly }: NamedAction, ofCall?: string): string {
  const version = betaOnly ? 'beta' : choices.pick(['v1.0', 'beta'])
  const root = choices.pick(['communications', 'app'])
  const last = path.slice(path.lastIndexOf('/') + 1)
  const isFunction = method === 'POST' && !['calls', ...navigationProperties].includes(last)
  const name = isFunction && choices.flag() ? `microsoft.graph.${last}` : last
  const ids = `${path.slice(0, -last.length)}${name}`.replace(/\{(\w+)\}/g, (_, id: string) =>
    encodeURIComponent(id === 'id' ? (ofCall ?? callId(choices)) : (otherIds[id] ?? participantId)(choices)),
  )
  return `/${version}/${root}${ids}`
}

const otherIds: Readonly<Record<string, Build<string>>> = {
  groupId: pickText('oneToOne', 'multicast'),
  operationId: guid('dedfce6e-f4cd-4773-8296-4dd508455358'),
}

function bodyOf(
  choices: Choices,
  action: NamedAction,
  parameters: Readonly<Record<string, Parameter>>,
): Record<string, unknown> {
  const coherent = action.name === 'createCall' ? choices.one(callToCreate) : {}
  const values = Object.entries(parameters).flatMap(([key, parameter]): [string, unknown][] => {
    if (ofCreatedCall.includes(key) && action.name === 'createCall') return []
    const value = parameterValue(choices, action, key, parameter)
    return value === undefined ? [] : [[key, value]]
  })
  const body = { ...Object.fromEntries(values), ...coherent }
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      const parameter = parameters[key]
      return [key, parameter && hasInvitations(parameter) ? withIds(value) : value]
    }),
  )
}

/** Gives an ID to each identity of a person to call, because nobody can be called without one. */
function withIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIds)
  if (!isJsonObject(value) || !isJsonObject(value['identity'])) return value
  const identity = Object.entries(value['identity']).map(([kind, each]) => [
    kind,
    isJsonObject(each) && !each['id'] ? { ...each, id: unnamedId } : each,
  ])
  return { ...value, identity: Object.fromEntries(identity) }
}

const unnamedId = '05e40000-0000-4000-a000-000000000000'

/** Parameters of createCall that {@link callToCreate} builds. */
const ofCreatedCall: readonly string[] = ['targets', 'chatInfo', 'meetingInfo', 'mediaConfig']

const user = invitationParticipantInfoOf(['user'])
const phone = invitationParticipantInfoOf(['phone'])
const resourceAccount = participantInfoOf(['applicationInstance'])

/**
 * Builds the parameters of a new call that depend on each other: a call to one user, to several, or to a phone, or a meeting to
 * join. The service rejects a call without a media configuration (reported: 400, 8523).
 */
const callToCreate: Build<Record<string, unknown>> = (choices) => ({
  ...choices.one(partiesToCall),
  mediaConfig: choices.one((choices) => mediaConfig(choices)),
})

const partiesToCall: Build<Record<string, unknown>> = (choices) => {
  switch (choices.pick(['user', 'users', 'meeting', 'phone'] as const)) {
    case 'user':
      return { targets: choices.list(1, 1, user) }
    case 'users':
      return { targets: choices.list(2, 5, user) }
    case 'meeting':
      return { chatInfo: choices.one(chatInfo), meetingInfo: choices.one((choices) => meetingInfo(choices)) }
    case 'phone':
      return {
        source: choices.one(resourceAccount),
        targets: choices.list(1, 1, phone),
        tenantId: choices.one(tenantId),
      }
  }
}

function parameterValue(choices: Choices, action: NamedAction, key: string, parameter: Parameter): unknown {
  const build = builderFor(action, key, parameter)
  if (parameter.required) return choices.one(build)
  return parameter.type.kind === 'collection' ? choices.absentOr(build, 1) : choices.optional(build, 1)
}

function builderFor({ name }: NamedAction, key: string, parameter: Parameter): Build<unknown> {
  if (parameter.form === 'callback') return callback
  if (key === 'stopTones') return (choices) => choices.list(1, 2, stopTone)
  if (key === 'callOptions') return callOptionsOf(name === 'answer' ? 'incoming' : 'outgoing')
  return valueOfType(parameter.type, parameter)
}

const callback = pickText('https://bot.contoso.com/callback', 'http://localhost:3978/api/calls')
const stopTone = pickText('#', '*', '1')

function callOptionsOf(direction: 'incoming' | 'outgoing'): Build<unknown> {
  return valueOfType({ kind: 'object', name: `${direction}CallOptions` })
}
