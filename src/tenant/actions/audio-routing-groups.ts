import type { JsonObject } from '../../model/json.ts'
import type { ReceivedAudioRoutingGroup, ReceivedCall } from '../../model/types.generated.ts'
import { type ActionHandler, type ActionRequest, assumedError, type ServiceError } from './action.ts'
import { absenceError } from './participant-errors.ts'

/** Lists the audio routing groups of a group call. Source: List audioRoutingGroups. */
export const listAudioRoutingGroups: ActionHandler = ({ calls }, { callId }) => ({
  body: { value: groupsOf(calls.callNamed(callId)) },
})

/** Returns an audio routing group. Source: Get audioRoutingGroup. */
export const getAudioRoutingGroup: ActionHandler = ({ calls }, request) => {
  const group = groupIn(calls.callNamed(request.callId), request)
  return group ? { body: { ...group } } : groupNotFound
}

/** Creates an audio routing group. The response has the status 200. Source: Create audioRoutingGroup. */
export const createAudioRoutingGroup: ActionHandler = ({ calls, ids }, { callId, body }) => {
  const call = calls.callNamed(callId)
  const id = typeof body['id'] === 'string' ? body['id'] : ids.next('group')
  if (groupsOf(call).some((group) => group.id === id)) {
    return assumedError(409, '8519', `The call has an audio routing group with the ID '${id}'.`)
  }
  const error = memberError(call, body)
  if (error) return error
  const { sources, receivers } = body
  const group = { id, routingMode: body['routingMode'], sources: sources ?? [], receivers: receivers ?? [] }
  calls.change(callId, (before) => ({ audioRoutingGroups: [...groupsOf(before), group] }))
  return { body: group }
}

/** Changes an audio routing group. Source: Update audioRoutingGroup. */
export const updateAudioRoutingGroup: ActionHandler = ({ calls }, request) => {
  const { callId, body } = request
  const call = calls.callNamed(callId)
  const group = groupIn(call, request)
  if (!group) return groupNotFound
  const error = memberError(call, body)
  if (error) return error
  const changes = Object.entries(body).filter(([name]) => isGroupProperty(name))
  const changed = { ...group, ...Object.fromEntries(changes), id: group.id }
  calls.change(callId, (before) => ({
    audioRoutingGroups: groupsOf(before).map((each) => (each.id === group.id ? changed : each)),
  }))
  return { body: changed }
}

/** Deletes an audio routing group. Source: Delete audioRoutingGroup. */
export const deleteAudioRoutingGroup: ActionHandler = ({ calls }, request) => {
  const { callId } = request
  const group = groupIn(calls.callNamed(callId), request)
  if (!group) return groupNotFound
  calls.change(callId, (before) => ({
    audioRoutingGroups: groupsOf(before).filter((each) => each.id !== group.id),
  }))
  return {}
}

const groupNotFound = assumedError(404, '8522', 'Audio routing group not found.')

function isGroupProperty(name: string): boolean {
  return ['routingMode', 'sources', 'receivers'].includes(name)
}

function groupsOf({ audioRoutingGroups }: ReceivedCall): readonly ReceivedAudioRoutingGroup[] {
  return audioRoutingGroups ?? []
}

function groupIn(call: ReceivedCall, { ids }: ActionRequest): ReceivedAudioRoutingGroup | undefined {
  return groupsOf(call).find(({ id }) => id === ids['groupId'])
}

/** Returns the error for a source or a receiver who is not in the call. */
function memberError(
  call: ReceivedCall,
  { sources, receivers }: JsonObject,
): { readonly error: ServiceError } | undefined {
  const members = [sources, receivers].flatMap((each) => (Array.isArray(each) ? each.map(String) : []))
  return absenceError(call, members)
}
