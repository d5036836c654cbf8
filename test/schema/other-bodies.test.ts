import fc from 'fast-check'
import { type CallFormatIssue, readCall, readStrictCall } from 'graph-call-testkit'
import { fixtures, groupCall, notifications } from 'graph-call-testkit/fixtures'
import { anyCall, anyFutureCall } from 'graph-call-testkit/generators'
import {
  callSchema,
  callSchemaWithUnknownEnumMembers,
  commsNotificationsSchema,
  strictCallSchema,
} from 'graph-call-testkit/schema'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { objectTypes, odataTypeOf } from '../../src/model/index.ts'
import { isCall, isCallWithUnknownEnumMembers, isStrictCall } from '../../src/read/guard.generated.ts'
import { runs } from '../runs.ts'
import { rejectionOf } from './rejection.ts'

const id = '2e1a0b00-2db4-4022-9570-243709c565ab'
const context = (fragment: string) => `https://graph.microsoft.com/v1.0/$metadata#${fragment}`
const change = {
  changeType: 'updated',
  resourceUrl: `/communications/calls/${id}`,
  resourceData: { id, state: 'establishing' },
}

/** Expects that every function and schema rejects a body, with one issue. */
function expectRejection(body: object, issue: Partial<Record<keyof CallFormatIssue, unknown>>): void {
  const addCall = (call: unknown) => Reflect.apply(createTenant().addCall, undefined, [call])
  for (const read of [readCall, readStrictCall, addCall]) {
    expect(rejectionOf(body, read).issues).toEqual([expect.objectContaining(issue)])
  }
  for (const isValid of [isCall, isStrictCall, isCallWithUnknownEnumMembers])
    expect(isValid(body)).toBe(false)
  for (const schema of [callSchema, strictCallSchema, callSchemaWithUnknownEnumMembers]) {
    const issues = schema.safeParse(body).error?.issues ?? []
    expect(issues).toHaveLength(1)
    expect(issues[0]?.message).toContain(issue.found)
  }
}

test.each<[found: string, fix: string, body: object]>([
  ['the body of an error', 'callErrorSchema', { error: { code: '8522', message: 'Call not found.' } }],
  ['the body of an error', 'callErrorSchema', { error: { message: '' }, state: 'established' }],
  [
    'an error of Microsoft Entra',
    'error_description',
    { error: 'unauthorized_client', error_description: 'AADSTS700016: Not found.' },
  ],
  ['an error of Microsoft Entra', 'error_description', { error: 'invalid_client' }],
  [
    'an access token',
    'Request the call with it',
    { token_type: 'Bearer', access_token: 'x', expires_in: 3599 },
  ],
  ['an error of the calling service', 'status', { errorCode: '7503', message: 'Not registered.' }],
  ['a post of change notifications', 'callbackUri', { value: [{ ...change, subscriptionId: id }] }],
  ['a post of change notifications', 'callbackUri', { value: [], validationTokens: ['x'] }],
  ['a post of notifications', 'commsNotificationsSchema', { value: [change] }],
  [
    'a subscription',
    'Check the URL',
    { id, changeType: 'created', resource: '/x', notificationUrl: 'https://x' },
  ],
  [
    'an activity of the Bot Framework',
    'another endpoint',
    { id, type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/teams/' },
  ],
  ['a single notification', 'readNotifications', change],
  ['a list', 'Check the URL', { value: [] }],
  ['a list', 'Check the URL', { value: [groupCall()] }],
  ['the responses of a batch', 'one response', { responses: [{ id: '1', status: 200, body: groupCall() }] }],
  ['a response with its status', 'only the body', { id: '1', status: 200, headers: {}, body: groupCall() }],
  ['a response with its status', 'only the body', { data: groupCall(), status: 200, statusText: 'OK' }],
  [
    'a call in the older Skype format',
    '204',
    { id, callState: 'incoming', isMultiparty: false, participants: [], tenantId: '1' },
  ],
  ['a call record', 'Check the URL', { id, version: 1, type: 'peerToPeer', organizer: {}, modalities: [] }],
  ['a participant', 'Check the URL', { id, info: { identity: {} }, isInLobby: false, isMuted: true }],
  ['an audio routing group', 'Check the URL', { id, routingMode: 'oneToOne', sources: [] }],
  ['an operation', 'Check the URL', { id, status: 'running', clientContext: '1' }],
  ['an operation', 'Check the URL', { id, status: 'completed', resultInfo: { code: 200, subcode: 0 } }],
  ['a participant', 'Check the URL', { id, isMuted: false, mediaStreams: [] }],
  ['a content sharing session', 'Check the URL', { id, presenterParticipantId: '1' }],
  ['a chat or a message', 'Check the URL', { id, topic: 'x', chatType: 'group' }],
  ['a chat or a message', 'Check the URL', { id, messageType: 'message', body: { content: 'x' } }],
  ['a presence', 'Check the URL', { id, availability: 'Busy', activity: 'InACall' }],
  ['a transcript or a recording', 'Check the URL', { id, transcriptContentUrl: 'https://x' }],
  ['a HAR file', 'drift --traffic FILE', { log: { version: '1.2', entries: [] } }],
  ['an event', 'Check the URL', { id, subject: 'x', start: { dateTime: 'x' }, end: { dateTime: 'x' } }],
  ['an object that contains the body', 'only that property', { call: groupCall() }],
  ['an object that contains the body', 'only that property', { headers: {}, body: groupCall() }],
  ['an object that contains the body', 'only that property', { body: JSON.stringify(groupCall()) }],
  ['a user', 'Check the URL', { id, displayName: 'Mira Holm', userPrincipalName: 'mira@contoso.com' }],
  ['an online meeting', 'Check the URL', { id, joinWebUrl: 'https://teams.microsoft.com/l/x', subject: 'x' }],
  ['an object with properties in PascalCase', 'camelCase', { Id: id, State: 'Established' }],
  [
    'an object with properties in PascalCase',
    'camelCase',
    { '@odata.type': '#microsoft.graph.call', Id: id },
  ],
  [
    'an object with properties in PascalCase',
    'camelCase',
    { '@odata.context': context('communications/calls/$entity'), Id: id, State: 'Established' },
  ],
  ['an object without any property of a call', 'right variable', { unheardOf: 1 }],
  ['an object without any property of a call', 'right variable', {}],
])('%s is not a call (%s)', (found, fix, body) => {
  expectRejection(body, {
    path: '',
    rule: 'not-a-call',
    expected: 'a call',
    found,
    fix: expect.stringContaining(fix),
  })
})

describe('@odata.type', () => {
  test.each([
    [
      '#microsoft.graph.commsNotifications',
      'This is a post of notifications. Read it with readNotifications, or with commsNotificationsSchema.',
    ],
    ['#microsoft.graph.commsNotification', 'This is a single notification.'],
    [
      '#microsoft.graph.participantJoiningNotification',
      'This is a notification that a participant joins or leaves.',
    ],
    ['#microsoft.graph.callRecords.callRecord', 'This is a call record.'],
    ['#microsoft.graph.user', 'This is a user.'],
    ['microsoft.graph.playPromptOperation', 'This is an operation.'],
    ['#microsoft.graph.chat', 'This is a chat or a message.'],
    ['#microsoft.graph.ParticipantJoiningNotification', 'that a participant joins or leaves.'],
    ['#Microsoft.Graph.call', 'Graph spells it "#microsoft.graph.call".'],
    ['call', 'Graph spells it "#microsoft.graph.call".'],
    ['#microsoft.graph.call ', 'Graph spells it "#microsoft.graph.call".'],
    ['#microsoft.graph.callRecords.call', 'This is another resource.'],
    ['#microsoft.graph.drive', 'This is another resource.'],
    ['', 'This is another resource.'],
  ])('%j is not the type of a call', (type, fix) => {
    expectRejection(
      { ...groupCall(), '@odata.type': type },
      {
        path: "['@odata.type']",
        rule: 'wrong-odata-type',
        expected: '#microsoft.graph.call',
        found: JSON.stringify(type),
        fix: expect.stringContaining(fix),
      },
    )
  })

  test.each(Object.keys(objectTypes).filter((name) => name !== 'call'))(
    '%s is not the type of a call',
    (name) => {
      for (const tag of [odataTypeOf(name), odataTypeOf(name).slice(1)]) {
        expect(callSchema.validate({ '@odata.type': tag, id, state: 'established' })).toBe(false)
      }
    },
  )
})

describe('@odata.context', () => {
  test.each([
    ['communications/callRecords/$entity', { id, organizer: {} }, 'This is another resource.'],
    ['communications/callRecords/$entity', { id, version: 1, organizer: {} }, 'This is a call record.'],
    [`communications/calls('${id}')/participants`, { value: [] }, 'This is a list.'],
    [`communications/calls('it''s(1)')/participants/$entity`, { id }, 'This is another resource.'],
    ['users/$entity', { id, displayName: 'Mira Holm' }, 'This is another resource.'],
    ['Collection(microsoft.graph.call)', { id }, 'This is another resource.'],
    ['', { id }, 'This is another resource.'],
  ])('%j is not the context of a call', (fragment, body, fix) => {
    const found = { rule: 'not-a-call', path: "['@odata.context']", fix: expect.stringContaining(fix) }
    const [issue] = rejectionOf({ ...body, '@odata.context': context(fragment) }).issues
    expect(issue).toMatchObject(found)
    expect(callSchema.validate({ ...groupCall(), '@odata.context': context(fragment) })).toBe(false)
  })

  test.each([
    context('communications/calls/$entity'),
    context('app/calls/$entity'),
    context("communications/calls('2e1a')"),
    context('communications/calls(id,state,participants(id,info))/$entity'),
    context('microsoft.graph.call'),
    'https://graph.microsoft.com/v1.0/$metadata',
    '',
  ])('%j can be the context of a call', (each) => {
    expect(callSchema.validate({ ...groupCall(), '@odata.context': each })).toBe(true)
  })

  test('is read in linear time', () => {
    const deep = `${'('.repeat(1_000_000)}${')'.repeat(1_000_000)}`
    expect(
      callSchema.validate({ id, '@odata.context': context(`communications/calls${deep}/$entity`) }),
    ).toBe(true)
  })
})

test.each([
  { id },
  { id, state: 'established' },
  { '@odata.type': '#microsoft.graph.call', state: 'established' },
  { '@odata.type': '#microsoft.graph.call' },
  { '@odata.type': null, state: 'incoming' },
  { '@odata.context': context('communications/calls(subject)/$entity'), subject: null },
  { id, unheardOf: { value: [] } },
  { id, error: { code: 'x' } },
  { '@odata.context': context('communications/calls/$entity'), id, status: 'running' },
  { id, value: [1], state: 'established' },
  { state: 'established', callState: 'x', modalities: [], Id: 1 },
])('%j is a call', (body) => {
  expect(readCall(body)).toBe(body)
  expect(callSchema.parse(body)).toEqual(body)
})

test('every call of the fixtures and generators is a call', () => {
  for (const { status, body } of Object.values(fixtures)) expect(isCall(body)).toBe(status === 200)
  for (const { body } of Object.values(notifications)) expect(isCall(body)).toBe(false)
  fc.assert(
    fc.property(fc.oneof(anyCall(), anyFutureCall()), (call) => readCall(call) === call),
    { numRuns: runs(200, 20_000) },
  )
})

describe('commsNotificationsSchema', () => {
  test.each<[string, object]>([
    [
      'a notification that a participant joins or leaves',
      { '@odata.type': '#microsoft.graph.participantJoiningNotification', call: { id } },
    ],
    ['a single notification', change],
    ['a call', groupCall()],
    ['a call', { id, state: 'established' }],
    ['the body of an error', { error: { code: '8522' } }],
    ['a call in the older Skype format', { id, callState: 'incoming' }],
    ['an object with properties in PascalCase', { Value: [] }],
    ['an object with properties in PascalCase', { value: [{ ChangeType: 'Updated', ResourceUrl: '/x' }] }],
    ['an object that contains the body', { body: { value: [] } }],
    ['an object that contains the body', { body: '{}' }],
    ['an object without any property of notifications', { body: 'text' }],
    ['a post of change notifications', { value: [{ ...change, subscriptionId: id }] }],
    ['a list', { '@odata.context': context(`communications/calls('${id}')/participants`), value: [] }],
  ])('says that a body is %s', (found, body) => {
    const { issues = [] } = commsNotificationsSchema.safeParse(body).error ?? {}
    expect(issues).toHaveLength(1)
    expect(issues[0]?.message).toContain(found)
  })

  test.each<[string, string, object]>([
    ['a wrong state', 'state: expected one of', { id, state: 'Established' }],
    ['a wrong value in a list', 'At [1]: isMuted: expected true or false', [{}, { isMuted: 'yes' }]],
    [
      'a type in the wrong place',
      'found "#microsoft.graph.identity"',
      { '@odata.type': '#microsoft.graph.identity' },
    ],
  ])('explains %s in resourceData', (_, message, resourceData) => {
    const { issues = [] } =
      commsNotificationsSchema.safeParse({ value: [{ ...change, resourceData }] }).error ?? {}
    expect(issues.map((issue) => issue.message)).toEqual([expect.stringContaining(message)])
  })

  test('does not name a schema for calls in the advice about an enum without unknownFutureValue', () => {
    const { issues = [] } =
      commsNotificationsSchema.safeParse({ value: [{ ...change, changeType: 'x' }] }).error ?? {}
    expect(issues[0]?.message).toBe(
      'Expected one of created, updated, deleted, found "x". Fix the value or leave the property out.',
    )
  })
})
