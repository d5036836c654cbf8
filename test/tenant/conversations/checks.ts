import { readNotifications } from 'graph-call-testkit'
import { callErrorSchema, commsNotificationsSchema } from 'graph-call-testkit/schema'
import type { Transcript, TranscriptEntry } from 'graph-call-testkit/tenant'
import { expect } from 'vitest'
import { actions } from '../../../src/model/actions/index.ts'
import { isJsonObject, type JsonObject } from '../../../src/model/json.ts'
import { memoize } from '../../../src/model/memoize.ts'
import { tolerant } from '../../../src/read/mode.ts'
import { schemaOf } from '../../../src/schema/schema-of.ts'
import { undeclaredIn } from './undeclared.ts'

/** Each schema is compiled once. */
const schemaNamed = memoize((name) => schemaOf(name, tolerant))

/** Checks that an entry has the schema and the declared properties of the model. */
export function expectReadable(entry: TranscriptEntry): void {
  if (entry.kind === 'notification') {
    const body: unknown = JSON.parse(entry.body)
    expect(commsNotificationsSchema.parse(body)).toEqual(body)
    expect(readNotifications(body).map(({ resource }) => resource)).not.toContain('unknown')
    expect(undeclaredIn({ kind: 'object', name: 'commsNotifications' }, body)).toEqual([])
    return
  }
  if (entry.status >= 400) return void callErrorSchema.parse(JSON.parse(entry.body))
  const { response } = actions.find(({ name }) => name === entry.action) ?? {}
  expect(entry.status).toBe(response?.status)
  if (!response?.body) return void expect(entry.body).toBe('')
  const body: unknown = JSON.parse(entry.body)
  const list = response.isList && isJsonObject(body) ? body['value'] : [body]
  if (!Array.isArray(list)) throw new Error('Expected a list.')
  for (const item of list) {
    const { body: type } = response
    if (type.kind === 'object') schemaNamed(type.name).parse(item)
    expect(undeclaredIn(type, item)).toEqual([])
  }
}

/** Returns the notifications of a transcript, in order. */
export function changesIn({ entries }: Pick<Transcript, 'entries'>) {
  return entries.flatMap((entry) =>
    entry.kind === 'notification' ? readNotifications(JSON.parse(entry.body)) : [],
  )
}

/** Returns the notifications of the first call of the bot. The second one is to the target of a transfer. */
export function changesOfFirstCall(transcript: Pick<Transcript, 'callId' | 'entries'>) {
  return changesIn(transcript).filter(({ callId }) => callId === transcript.callId)
}

/** Returns the operations that were running when the tenant responded. */
export function startedOperations({ entries }: Transcript): readonly JsonObject[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'response' || entry.method !== 'POST' || entry.body === '') return []
    const body: unknown = JSON.parse(entry.body)
    return isJsonObject(body) && /operation$/i.test(String(body['@odata.type'])) ? [body] : []
  })
}
