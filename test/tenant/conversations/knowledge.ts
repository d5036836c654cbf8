import { readCall } from 'graph-call-testkit'
import type { Tenant, Transcript } from 'graph-call-testkit/tenant'
import { expect } from 'vitest'
import { changesOfFirstCall } from './checks.ts'

const headers = { Authorization: 'Bearer any' }

/** Returns a call with everything in it, as GET shows it. */
export async function shownIn(tenant: Tenant, callId: string) {
  const query = '?$expand=participants,operations,contentSharingSessions'
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${callId}${query}`
  const response = await tenant.fetch(new Request(url, { headers }))
  expect(response.status).toBe(200)
  return readCall(await response.json())
}

/** Knowledge of a bot about its call, if it reads its notifications and its own requests. */
export interface Knowledge {
  /** Newest value of each property of the call. */
  readonly properties: ReadonlyMap<string, unknown>
  /** Participants by id. Undefined before the first roster. */
  readonly roster: ReadonlyMap<string, unknown> | undefined
  /** Ids of the operations that have ended. */
  readonly ended: ReadonlySet<string>
  readonly sharing: ReadonlySet<string>
}

/** Returns what a bot knows. */
export function knowledgeOf({ callId, entries }: Transcript): Knowledge {
  const properties = new Map<string, unknown>()
  const ended = new Set<string>()
  const sharing = new Set<string>()
  let roster: Map<string, unknown> | undefined
  for (const entry of entries) {
    if (entry.kind === 'response') {
      // The bot that removes a participant is not notified of it.
      const [, removed = ''] = /participants\/([^/]+)$/.exec(entry.path) ?? []
      if (entry.action === 'deleteParticipant') roster?.delete(removed)
      continue
    }
    for (const change of changesOfFirstCall({ callId, entries: [entry] })) {
      if (change.resource === 'call') {
        // A result belongs to the state that it came with.
        if (change.data.state !== properties.get('state')) properties.delete('resultInfo')
        for (const [name, value] of Object.entries(change.data)) {
          if (!name.includes('@') && name !== 'toneInfo') properties.set(name, spelled(name, value))
        }
        // The end of a call that the bot has rejected has no state.
        if (change.changeType === 'deleted') properties.set('state', 'terminated')
      }
      if (change.resource === 'operation') ended.add(change.operationId ?? '')
      if (change.resource === 'participants') {
        if (!change.isDelta) roster = new Map()
        roster ??= new Map()
        for (const participant of change.data) {
          if (participant.removedState) roster.delete(participant.id ?? '')
          else roster.set(participant.id ?? '', participant)
        }
      }
      if (change.resource === 'contentSharingSessions') {
        for (const { id } of change.data) {
          if (change.changeType === 'deleted') sharing.delete(id ?? '')
          else sharing.add(id ?? '')
        }
      }
    }
  }
  return { properties, roster, ended, sharing }
}

/** The notification of a failed transfer writes `subcode` as `subCode`. Source: call: transfer. */
function spelled(name: string, value: unknown): unknown {
  if (name !== 'resultInfo' || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key === 'subCode' ? 'subcode' : key, each]),
  )
}
