import { readNotifications } from 'graph-call-testkit'
import { createTenant, PersonError } from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'
import { incomingBot, type Reply } from './incoming-bot.ts'
import { appId } from './test-bot.ts'

const type = (name: string) => `#microsoft.graph.${name}`

/** Starts a call that a bot records because of a policy. It responds to joining people as a test says. */
async function recordedCall(...replies: readonly Reply[]) {
  const tenant = createTenant({ clock: 'fast' })
  const left = [...replies]
  const app = await incomingBot(tenant, (body) =>
    JSON.stringify(body).includes('participantJoiningNotification') ? left.shift() : undefined,
  )
  const bot = tenant.registerBot({ appId, callbackUri: app.callbackUri, isRecorder: true })
  const mira = tenant.person('Mira Holm')
  const call = await mira.calls(bot)
  await call.until('established')
  await call.until(({ timeline }) =>
    timeline.some((entry) => entry.kind === 'notification' && entry.path === '/participants'),
  )
  await tenant.settled()
  const changes = () => {
    const changed = app.changes.splice(0)
    return changed.length === 0 ? [] : readNotifications({ value: changed })
  }
  changes()
  return { tenant, mira, lee: tenant.person('Lee Ash'), call, changes }
}

const accept = { status: 200, body: { '@odata.type': type('acceptJoinResponse') } }

test('a bot can leave out the number sign of a type', async () => {
  const { lee, call } = await recordedCall({
    status: 200,
    body: { '@odata.type': 'microsoft.graph.acceptJoinResponse' },
  })
  await expect(lee.joins(call)).resolves.not.toThrow()
})

test('a bot for policy-based recording admits people who join, and hears when they leave', async () => {
  const { lee, call, changes } = await recordedCall(accept)
  await lee.joins(call)
  const [joining, roster, ...others] = changes()
  expect(others).toEqual([])
  expect(joining).toMatchObject({ resource: 'participantJoining', changeType: 'created', callId: call.id })
  const participantId =
    joining?.resource === 'participantJoining'
      ? joining.data.call?.incomingContext?.observedParticipantId
      : ''
  expect(roster).toMatchObject({ resource: 'participants', data: [{ id: participantId }, {}, {}] })
  expect(`${call}`).toMatch(/Lee Ash asks to join\n.* created established: call -> 200\n.*Lee Ash joins/)

  await lee.leaves()
  expect(changes()).toMatchObject([
    { resource: 'participantLeft', changeType: 'deleted', callId: call.id, data: { participantId } },
    { resource: 'participants', data: [{}, {}] },
  ])
})

test.each([
  [
    { status: 200, body: { '@odata.type': type('rejectJoinResponse'), reason: 'busy' } },
    'rejected the person: busy',
  ],
  [{ status: 202 }, 'it responded with 202 and no body. Expected an acceptJoinResponse'],
  [
    { status: 200, body: { '@odata.type': type('rejectJoinResponse'), reason: 'tired' } },
    'it responded with 200',
  ],
  [
    { status: 200, body: { '@odata.type': type('inviteNewBotResponse'), inviteUri: 'ftp://x' } },
    'it responded',
  ],
  [{ status: 403 }, 'it responded with 403'],
])('people do not join after the response %j', async (reply, message) => {
  const { lee, call, changes } = await recordedCall(reply)
  const joining = lee.joins(call)
  await expect(joining).rejects.toThrow(PersonError)
  await expect(joining).rejects.toThrow(message)
  expect(changes().map(({ resource }) => resource)).toEqual(['participantJoining'])
  await expect(lee.leaves()).rejects.toThrow('is not in a call')
})

test('a bot that responds to the second attempt decides', async () => {
  const { lee, call, changes } = await recordedCall({ status: 503 }, accept)
  await lee.joins(call)
  expect(changes().map(({ resource }) => resource)).toEqual([
    'participantJoining',
    'participantJoining',
    'participants',
  ])
})

test('a bot can let another bot record the person', async () => {
  const other: { url?: string } = {}
  const reply = {
    status: 200,
    get body() {
      return { '@odata.type': type('inviteNewBotResponse'), inviteUri: other.url }
    },
  }
  const { tenant, lee, call, changes } = await recordedCall(reply)
  const second = await incomingBot(tenant, () => undefined)
  other.url = second.callbackUri
  await lee.joins(call)
  const recorded = await lee.rings()
  await recorded.until('established')
  expect(recorded.id).not.toBe(call.id)
  expect(second.changes[0]).toMatchObject({
    resourceData: {
      state: 'incoming',
      callbackUri: second.callbackUri,
      source: { identity: { user: { id: lee.id } } },
    },
  })
  expect(changes().map(({ resource }) => resource)).toEqual(['participantJoining'])
})

test('the bot is asked about a person only when they join', async () => {
  const { lee, call, mira, changes } = await recordedCall(accept)
  await lee.joins(call)
  changes()
  await mira.mutes()
  expect(changes().map(({ resource }) => resource)).toEqual(['participants'])
})
