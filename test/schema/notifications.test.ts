import { groupCall } from 'graph-call-testkit/fixtures'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { concreteTypesOf, odataTypeOf } from '../../src/model/index.ts'
import { findProblems } from '../../src/read/find-problems.ts'
import { isNotifications } from '../../src/read/guard.generated.ts'
import { envelope } from '../../src/read/mode.ts'

const id = '5f0c2a3e-7d41-4c1b-9b0e-2a6f8d94c713'
const url = `/communications/calls/${id}`
const post = (change: object) => ({
  '@odata.type': '#microsoft.graph.commsNotifications',
  value: [
    {
      '@odata.type': '#microsoft.graph.commsNotification',
      changeType: 'updated',
      resourceUrl: url,
      ...change,
    },
  ],
})
const data = (type: string, properties: object) => ({ '@odata.type': odataTypeOf(type), ...properties })

const participant = data('participant', {
  id: '0a6d',
  isMuted: true,
  isInLobby: false,
  info: data('participantInfo', {
    identity: data('identitySet', { user: data('identity', { id: '1', identityProvider: 'AAD' }) }),
    endpointType: 'default',
    endpointId: '7c',
    clientVersion: 'client/1',
    platformId: '27',
    replacementLink: 'https://calls.contoso.com/1',
    participantId: '0a6d',
  }),
  mediaStreams: [
    data('mediaStream', { mediaType: 'audio', sourceId: '1', direction: 'sendReceive', serverMuted: false }),
  ],
  publishedStates: [],
  meetingRole: 'none',
  replacementLink: 'https://calls.contoso.com/1',
  isIdentityAnonymized: false,
})
const operation = { id: '9b', status: 'completed', clientContext: '1', resultInfo: { code: 200, subcode: 0 } }

function verdictOf(body: unknown): boolean {
  const { success } = commsNotificationsSchema.safeParse(body)
  expect(isNotifications(body)).toBe(success)
  expect(findProblems('commsNotifications', body, envelope).next().done).toBe(success)
  return success
}

test.each<[string, object]>([
  ['a call', { resourceData: groupCall() }],
  ['a call without @odata.type', { resourceData: { id, state: 'established' } }],
  [
    'a call with only its type',
    { resourceData: data('call', { '@odata.id': url, '@odata.etag': 'W/"5445"' }) },
  ],
  [
    'a tone',
    { resourceData: data('call', { toneInfo: data('toneInfo', { sequenceId: 1, tone: 'tone1' }) }) },
  ],
  ['a call with its organizers', { resourceData: data('call', { coOrganizers: [], meetingCapability: {} }) }],
  ['a roster', { resourceData: [participant] }],
  ['an empty roster', { resourceData: [] }],
  ['content sharing sessions', { resourceData: [data('contentSharingSession', { id: '0F' })] }],
  [
    'an unknown type',
    { resourceData: { '@odata.type': '#microsoft.graph.whiteboard', id: 'x', unheardOf: 1 } },
  ],
  [
    'a list of an unknown type',
    { resourceData: [{ '@odata.type': '#microsoft.graph.whiteboard', unheardOf: 1 }] },
  ],
  ['an object without a type', { resourceData: { unheardOf: 1 } }],
  [
    'a participant who joins',
    { resourceData: data('participantJoiningNotification', { call: groupCall() }) },
  ],
  [
    'a participant who left',
    { resourceData: data('participantLeftNotification', { participantId: '0a6d', call: { id } }) },
  ],
  ['no resource', {}],
  ['null', { resourceData: null }],
  [
    'only the older path',
    { resourceUrl: undefined, resource: `/app/calls/${id}`, resourceData: { state: 'establishing' } },
  ],
  ['both paths', { resource: `/app/calls/${id}`, resourceData: { state: 'establishing' } }],
  [
    'an invitation that failed',
    {
      changeType: 'deleted',
      resourceData: data('inviteParticipantsOperation', {
        ...operation,
        status: 'failed',
        participants: [data('invitationParticipantInfo', { identity: { phone: { id: '+14255550100' } } })],
      }),
    },
  ],
  [
    'a prompt that was played',
    {
      resourceData: data('playPromptOperation', {
        ...operation,
        completionReason: 'completedSuccessfully',
        prompts: [data('mediaPrompt', { mediaInfo: { uri: 'https://cdn.contoso.com/beep.wav' } })],
      }),
    },
  ],
])('reads %s', (_name, change) => {
  const body = JSON.parse(JSON.stringify(post(change)))
  expect(verdictOf(body)).toBe(true)
  expect(commsNotificationsSchema.parse(body)).toEqual(body)
})

test.each(concreteTypesOf('commsOperation'))('reads %s', (type) => {
  const participants = type === 'inviteParticipantsOperation' ? { participants: [] } : {}
  expect(verdictOf(post({ resourceData: data(type, { ...operation, ...participants }) }))).toBe(true)
  for (const wrong of [{ status: 'done' }, { clientContext: 5 }, { resultInfo: [] }, { id: {} }]) {
    expect(verdictOf(post({ resourceData: data(type, { ...operation, ...wrong }) }))).toBe(false)
  }
})

test.each<[string, object]>([
  ['a resource that is text', { resourceData: 'text' }],
  ['a roster of texts', { resourceData: ['text'] }],
  ['a list of calls', { resourceData: [data('call', { state: 'established' })] }],
  ['a single participant', { resourceData: participant }],
  ['a wrong type in a roster', { resourceData: [{ ...participant, isMuted: 'no' }] }],
  ['a wrong type in a roster without @odata.type', { resourceData: [{ isMuted: 'no' }] }],
  ['a wrong type in an object without @odata.type', { resourceData: { status: 5 } }],
  [
    'a wrong type in an object of an unknown type',
    { resourceData: { '@odata.type': '#microsoft.graph.new', state: 5 } },
  ],
  [
    'a wrong type in the call that a participant joins',
    { resourceData: data('participantJoiningNotification', { call: { state: 5 } }) },
  ],
  [
    'an operation in place of the call that a participant joins',
    { resourceData: data('participantLeftNotification', { call: data('commsOperation', {}) }) },
  ],
  ['a state that does not exist', { resourceData: data('call', { state: 'ringing' }) }],
  ['a path that is not text', { resource: 5 }],
])('rejects %s', (_name, change) => {
  expect(verdictOf(post(change))).toBe(false)
})

describe('PascalCase, as in the logs of an SDK', () => {
  test.each([
    [{ changeType: 'Updated', resourceData: data('call', { state: 'establishing' }) }, 'updated'],
    [{ resourceData: data('call', { state: 'Establishing' }) }, 'establishing'],
    [{ resourceData: data('playPromptOperation', { ...operation, status: 'COMPLETED' }) }, 'Completed'],
  ])('%j is rejected with the right member', (change, member) => {
    expect(verdictOf(post(change))).toBe(false)
    expect(commsNotificationsSchema.safeParse(post(change)).error?.message).toContain(
      `Graph spells it \\"${member}\\"`,
    )
  })
})
