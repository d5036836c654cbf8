import fc from 'fast-check'
import { anyConversation, type Conversation } from 'graph-call-testkit/generators'
import { createTenant, playConversation, type Transcript } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { parseState, statesAfter } from '../../src/lifecycle/transitions.ts'
import type { CallState } from '../../src/model/types.generated.ts'
import { runs } from '../runs.ts'
import { changesIn, expectReadable, startedOperations } from './conversations/checks.ts'
import { knowledgeOf, shownIn } from './conversations/knowledge.ts'
import { receiveBytes } from './conversations/receive-bytes.ts'

const newTenant = () => createTenant({ clock: 'manual' })
const play = (conversation: Conversation): Promise<Transcript> => playConversation(newTenant(), conversation)

/** Checks a law for conversations. */
const holds = (law: (conversation: Conversation) => Promise<void>, numRuns = runs(15, 1_000)) =>
  fc.assert(fc.asyncProperty(anyConversation(), law), { numRuns })

describe('in every conversation', () => {
  test('responses and notifications have the schema and the declared properties of the model', () =>
    holds(async (conversation) => {
      for (const entry of (await play(conversation)).entries) expectReadable(entry)
    }))

  test('states only move along the lifecycle, to the end', () =>
    holds(async (conversation) => {
      const { callId, entries } = await play(conversation)
      const changes = changesIn({ entries })
      for (const [id, states] of statesIn(changes)) {
        for (const [index, state] of states.entries()) {
          const next = states[index + 1]
          if (next && next !== state) expect(statesAfter(state)).toContain(next)
        }
        if (id === callId) expect(states.at(-1)).toBe('terminated')
      }
    }))

  test('each operation ends in exactly one final state, unless its call ends first', () =>
    holds(async (conversation) => {
      const tenant = newTenant()
      /** Operations that ran before the last act, which ends the call. */
      let running: readonly string[] = []
      const transcript = await playConversation(tenant, conversation, {
        async beforeAct(index, { callId }) {
          if (index === 0 || index === conversation.acts.length) return
          const { operations } = await shownIn(tenant, callId)
          running = (operations ?? []).flatMap(({ id }) => (id ? [id] : []))
        },
      })
      const ends = changesIn(transcript).flatMap((change) =>
        change.resource === 'operation' ? [change] : [],
      )
      for (const { id, status } of startedOperations(transcript)) {
        const own = ends.filter(({ operationId }) => operationId === id)
        const isRunning = String(status).toLowerCase() === 'running'
        if (!isRunning) expect(own).toEqual([])
        else if (own.length === 0) expect(running).toContain(id)
        else {
          expect(own).toHaveLength(1)
          expect(own[0]?.changeType).toBe('deleted')
          expect(['completed', 'failed']).toContain(own[0]?.data.status)
        }
      }
    }))

  test('GET shows what the notifications said', () =>
    holds(async (conversation) => {
      const tenant = newTenant()
      await playConversation(tenant, conversation, {
        async beforeAct(index, received) {
          const { properties, roster, ended, sharing } = knowledgeOf(received)
          if (index === 0 || properties.size === 0) return
          const call = await shownIn(tenant, received.callId)
          expect(call).toMatchObject(Object.fromEntries(properties))
          const { operations, participants, contentSharingSessions } = call
          for (const { id } of operations ?? []) expect(ended).not.toContain(id)
          if (call.state === 'terminated') return
          if (roster)
            expect((participants ?? []).map(({ id }) => id).toSorted()).toEqual([...roster.keys()].toSorted())
          for (const participant of participants ?? []) {
            if (roster) expect(participant).toEqual(roster.get(participant.id ?? ''))
          }
          const shared = (contentSharingSessions ?? []).map(({ id }) => id)
          for (const id of sharing) expect(shared).toContain(id)
        },
      })
    }))

  test('the same bytes are sent in each run, in process and over a port', () =>
    holds(
      async (conversation) => {
        await using bot = await receiveBytes()
        const tenant = newTenant()
        await using server = await tenant.listen()
        const options = { callbackUri: bot.url }
        const remote = await playConversation(tenant, conversation, { ...options, url: server.url })
        const local = await playConversation(newTenant(), conversation, options)
        expect(remote.entries.map((entry) => comparable(entry, server.url))).toEqual(
          local.entries.map((entry) => comparable(entry, server.url)),
        )
        const sent = local.entries.filter(({ kind }) => kind === 'notification')
        expect(bot.received).toHaveLength(2 * sent.length)
        for (const [index, { headers, body }] of bot.received.entries()) {
          const entry = sent[index % sent.length]
          expect(headers).toMatchObject({ ...entry?.headers })
          expect(body.replaceAll(server.url, graph)).toBe(Buffer.from(entry?.body ?? '').toString('latin1'))
        }
      },
      runs(5, 200),
    ))

  test('a snapshot and restore at any act change nothing', () =>
    holds(async (conversation) => {
      const expected = await play(conversation)
      const first = newTenant()
      let tenant = first
      const restored = await playConversation(first, conversation, {
        beforeAct() {
          const snapshot = JSON.stringify(tenant.snapshot())
          tenant = newTenant()
          tenant.restore(JSON.parse(snapshot))
          return tenant
        },
      })
      expect(restored).toEqual(expected)
    }))
})

describe('a consultative transfer', () => {
  const target = (act: Conversation['acts'][number] | undefined) =>
    act?.by === 'bot' && act.action === 'transfer' && JSON.stringify(act.body).includes('{otherCallId}')
  const conversations = fc.sample(anyConversation({ kind: 'peer-to-peer' }), { numRuns: 2_000, seed: 7 })

  test('ends both calls of the bot if the person has answered', async () => {
    const found = conversations.filter(({ acts }) => target(acts.at(-1)))
    expect(found.length).toBeGreaterThan(5)
    for (const conversation of found.slice(0, 20)) {
      const ended = changesIn(await play(conversation)).flatMap((change) =>
        change.resource === 'call' && change.data.terminationReason === 'AppTransferred' ? [change] : [],
      )
      expect(new Set(ended.map(({ callId }) => callId)).size).toBe(2)
    }
  })

  test('fails if the person has not answered', async () => {
    const found = conversations.filter(({ acts }) => acts.slice(0, -1).some(target))
    expect(found.length).toBeGreaterThan(5)
    for (const conversation of found.slice(0, 20)) {
      const { callId, entries } = await play(conversation)
      const failed = changesIn({ entries }).filter(
        (change) => change.resource === 'call' && change.data.resultInfo?.subCode === 7700,
      )
      expect(failed.length).toBeGreaterThan(0)
      for (const change of failed)
        expect(change).toMatchObject({ callId, data: { state: 'established', replacesContext: {} } })
    }
  })
})

/** Returns the states of each call, in order. */
function statesIn(
  changes: ReturnType<typeof changesIn>,
): ReadonlyMap<string | undefined, readonly CallState[]> {
  const states = new Map<string | undefined, CallState[]>()
  for (const change of changes) {
    if (change.resource !== 'call') continue
    // The end of a call that the bot has rejected has no state.
    const state = parseState(
      change.data.state ?? (change.changeType === 'deleted' ? 'terminated' : undefined),
    )
    if (!state) throw new Error('Expected a state in each notification of a call.')
    states.set(change.callId, [...(states.get(change.callId) ?? []), state])
  }
  return states
}

const graph = 'https://graph.microsoft.com'

/** Headers of the connection, which only a server sends. */
const connectionHeaders = ['connection', 'keep-alive', 'content-length', 'transfer-encoding']

/** Returns an entry without what depends on the connection. URLs of recordings and operations have the origin of the server. */
function comparable({ headers, body, ...rest }: Transcript['entries'][number], url: string) {
  const kept = Object.entries(headers)
    .filter(([name]) => !connectionHeaders.includes(name))
    .map(([name, value]) => [name, value.replaceAll(url, graph)])
  return { ...rest, headers: Object.fromEntries(kept), body: body.replaceAll(url, graph) }
}
