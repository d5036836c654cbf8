import fc from 'fast-check'
import {
  type CommsNotifications,
  NotificationFormatError,
  type ReceivedCall,
  readNotifications,
  TestkitError,
} from 'graph-call-testkit'
import { notificationReadsOf } from 'graph-call-testkit/contracts'
import { groupCall, notification } from 'graph-call-testkit/fixtures'
import { anyNotifications } from 'graph-call-testkit/generators'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { odataTypeOf } from '../../src/model/index.ts'
import { parseResourcePath } from '../../src/read/resource-path.ts'
import { runs } from '../runs.ts'

const id = '5f0c2a3e-7d41-4c1b-9b0e-2a6f8d94c713'
const url = `/communications/calls/${id}`
const tagged = (type: string, properties: object = {}) => ({
  '@odata.type': odataTypeOf(type),
  ...properties,
})
const post = (...changes: object[]) => ({
  '@odata.type': '#microsoft.graph.commsNotifications',
  value: changes.map((change) => tagged('commsNotification', { changeType: 'updated', ...change })),
})

function read(change: object) {
  const [entry, ...others] = readNotifications(post(change))
  expect(others).toEqual([])
  return entry
}

function issuesOf(body: unknown) {
  try {
    readNotifications(body)
  } catch (error) {
    if (error instanceof NotificationFormatError) return error.issues
    throw error
  }
  throw new Error('Expected a NotificationFormatError.')
}

describe('an entry', () => {
  test('has the changed call, the same value as in the body', () => {
    const body = post({
      resourceUrl: url,
      resource: `/app/calls/${id}`,
      resourceData: tagged('call', { state: 'established' }),
    })
    const entries = readNotifications(body)
    expect(entries).toEqual([
      {
        resource: 'call',
        changeType: 'updated',
        callId: id,
        path: url,
        data: tagged('call', { state: 'established' }),
      },
    ])
    expect(entries[0]?.data).toBe(Reflect.get(body.value[0] ?? {}, 'resourceData'))
  })

  test('is made for each change, in order', () => {
    const states = ['established', 'establishing']
    const changes = states.map((state) => ({ resourceUrl: url, resourceData: { state } }))
    const read = readNotifications(post(...changes)).map(
      (entry) => entry.resource === 'call' && entry.data.state,
    )
    expect(read).toEqual(states)
    expect(readNotifications({ value: [] })).toEqual([])
  })

  test.each<[string, object, object]>([
    ['a call without a type', { resourceUrl: url, resourceData: { state: 'hold' } }, { resource: 'call' }],
    [
      'a call without a path',
      { resourceData: tagged('call', { id }) },
      { resource: 'call', callId: id, path: undefined },
    ],
    [
      'a call without a type and a path',
      { resourceData: { id, state: 'hold' } },
      { resource: 'call', callId: id },
    ],
    [
      'a roster',
      { resourceUrl: `${url}/participants`, resourceData: [tagged('participant')] },
      { resource: 'participants', isDelta: false },
    ],
    [
      'a roster without types',
      { resourceUrl: `${url}/participants`, resourceData: [{ isMuted: true }] },
      { resource: 'participants' },
    ],
    [
      'an empty roster',
      { resourceUrl: `${url}/participants`, resourceData: [] },
      { resource: 'participants', data: [] },
    ],
    [
      'a roster without a path',
      { resourceData: [tagged('participant')] },
      { resource: 'participants', callId: undefined },
    ],
    [
      'changes of a roster',
      {
        resourceUrl: `${url}/participants`,
        resourceData: tagged('deltaParticipants', { sequenceNumber: 7, participants: [{ id: '1' }] }),
      },
      { resource: 'participants', isDelta: true, sequenceNumber: 7, data: [{ id: '1' }] },
    ],
    [
      'changes of a roster with a number as text',
      {
        resourceUrl: `${url}/participants`,
        resourceData: tagged('deltaParticipants', { sequenceNumber: '7' }),
      },
      { resource: 'participants', isDelta: true, sequenceNumber: 7, data: [] },
    ],
    [
      'an operation',
      {
        resourceUrl: `${url}/operations/9b`,
        resourceData: tagged('recordOperation', { status: 'completed' }),
      },
      { resource: 'operation', operationId: '9b', callId: id },
    ],
    [
      'an operation without a type',
      { resourceUrl: `${url}/operations/9b`, resourceData: {} },
      { resource: 'operation' },
    ],
    [
      'an operation of a new type',
      {
        resourceUrl: `${url}/operations/9b`,
        resourceData: { '@odata.type': '#microsoft.graph.danceOperation' },
      },
      { resource: 'operation', operationId: '9b' },
    ],
    [
      'an operation without a path',
      { resourceData: tagged('recordOperation', { id: '9b' }) },
      { resource: 'operation', operationId: '9b' },
    ],
    [
      'an operation without a type and a path',
      { resourceData: { status: 'completed' } },
      { resource: 'operation', operationId: undefined },
    ],
    [
      'content sharing sessions',
      {
        resourceUrl: `${url}/contentsharingsessions`,
        resourceData: [tagged('contentSharingSession', { id: '0F' })],
      },
      { resource: 'contentSharingSessions', data: [{ id: '0F' }] },
    ],
    [
      'a content sharing session in the path',
      { resourceUrl: `${url}/contentSharingSessions/0F` },
      { resource: 'contentSharingSessions', data: [{ id: '0F' }], callId: id },
    ],
    [
      'a participant who joins',
      { resourceData: tagged('participantJoiningNotification', { call: { id } }) },
      { resource: 'participantJoining', callId: id },
    ],
    [
      'a participant who left',
      { resourceUrl: url, resourceData: tagged('participantLeftNotification', { participantId: '0a' }) },
      { resource: 'participantLeft', callId: id, data: { participantId: '0a' } },
    ],
    [
      'a new type',
      { resourceUrl: url, resourceData: { '@odata.type': '#microsoft.graph.whiteboard', colors: 3 } },
      { resource: 'unknown', callId: id, data: { colors: 3 } },
    ],
    [
      'another collection',
      { resourceUrl: `${url}/whiteboards`, resourceData: [{ id: '1' }] },
      { resource: 'unknown', callId: id, data: [{ id: '1' }] },
    ],
    [
      'an item of a roster',
      { resourceUrl: `${url}/participants/1`, resourceData: { id: '1' } },
      { resource: 'unknown', callId: id },
    ],
    ['nothing', { resourceUrl: url }, { resource: 'unknown', callId: id, data: undefined }],
    ['null', { resourceUrl: `${url}/participants`, resourceData: null }, { resource: 'unknown', data: null }],
    ['nothing known', { resourceData: {} }, { resource: 'unknown', callId: undefined }],
    ['an empty list', { resourceData: [] }, { resource: 'unknown' }],
  ])('reports %s', (_name, change, expected) => {
    expect(read(change)).toMatchObject(expected)
  })

  test('narrows data by resource', () => {
    for (const entry of readNotifications(notification('call-established'))) {
      if (entry.resource === 'call') expectTypeOf(entry.data).toEqualTypeOf<ReceivedCall>()
      if (entry.resource === 'operation') expectTypeOf(entry.operationId).toEqualTypeOf<string | undefined>()
      if (entry.resource === 'unknown') expectTypeOf(entry.data).toBeUnknown()
    }
  })
})

describe('the id of the call', () => {
  test.each([
    ['in resourceUrl', { resourceUrl: `/communications/calls/${id}`, resource: '/app/calls/other' }, id],
    ['in the older path', { resource: `/app/calls/${id}/participants` }, id],
    [
      'without dashes',
      { resourceUrl: '/communications/calls/5F0C2A3E7D414C1B9B0E2A6F8D94C713' },
      '5F0C2A3E7D414C1B9B0E2A6F8D94C713',
    ],
    ['that is a name', { resourceUrl: '/communications/calls/main-0/operations/1' }, 'main-0'],
    ['that is encoded', { resourceUrl: '/communications/calls/a%2Fb%20%C3%A9' }, 'a/b é'],
    ['with a percent sign', { resourceUrl: '/communications/calls/100%' }, '100%'],
    ['of a call named calls', { resourceUrl: '/communications/calls/calls/operations/calls' }, 'calls'],
    ['without the first slash', { resourceUrl: `communications/calls/${id}` }, id],
    ['with a version', { resourceUrl: `/v1.0/communications/calls/${id}` }, id],
    ['in a URL', { resourceUrl: `https://graph.microsoft.com/beta/app/calls/${id}?x=1` }, id],
    ['in another case', { resourceUrl: `/Communications/Calls/${id}` }, id],
    ['in a key', { resourceUrl: "communications/calls('it''s')/participants('1')" }, "it's"],
    ['that is missing', { resourceUrl: '/communications/calls/' }, undefined],
    ['in another path', { resourceUrl: `/users/${id}/calls/1` }, undefined],
  ])('%s is found', (_name, paths, expected) => {
    expect(read({ ...paths, resourceData: tagged('call', {}) })?.callId).toBe(expected)
  })

  test('is found in a long path in one pass', () => {
    expect(parseResourcePath('/calls'.repeat(100_000))).toBeUndefined()
    expect(parseResourcePath(`/app/calls/${"('".repeat(100_000)}`)?.callId).toHaveLength(200_000)
  })
})

test('a resource without a type, or of an unknown one, is read like the same resource with its type', () => {
  fc.assert(
    fc.property(
      anyNotifications(),
      fc.constantFrom(undefined, '#microsoft.graph.unheardOf'),
      (body, type) => {
        const value = body.value.map(({ resourceData, ...change }) => ({
          ...change,
          resourceData: Array.isArray(resourceData)
            ? resourceData.map((item) => ({ ...item, '@odata.type': type }))
            : { ...resourceData, '@odata.type': type },
        }))
        expect(() => readNotifications({ value })).not.toThrow()
      },
    ),
    { numRuns: runs(300, 5_000) },
  )
})

describe('an error', () => {
  test('lists each problem with its path, and is a TestkitError', () => {
    const body = post({ resourceUrl: url, resourceData: tagged('call', { state: 'ringing', subject: 5 }) })
    expect(() => readNotifications(body)).toThrow(TestkitError)
    expect(() => readNotifications(body)).toThrow(
      'This body is not a post of notifications.\n- value[0].resourceData.state: expected one of',
    )
    expect(issuesOf(body)).toMatchObject([
      { path: 'value[0].resourceData.state', rule: 'documented-only-member' },
      { path: 'value[0].resourceData.subject', rule: 'wrong-type', expected: 'a string', found: '5' },
    ])
  })

  test.each<[string, unknown, string]>([
    ['a call', groupCall(), 'This is a call.'],
    [
      'the older Skype format',
      { id, callState: 'incoming', participants: [], isMultiparty: false },
      'Respond with status 204',
    ],
    [
      'a notification about a participant',
      tagged('participantJoiningNotification', { call: { id } }),
      'a participant joins or leaves',
    ],
    ['an array', post({}).value, 'Pass the whole body of the request'],
    ['text', JSON.stringify(post({})), 'Parse the text first: JSON.parse(text).'],
    ['a promise', Promise.resolve(post({})), 'await request.json()'],
    ['nothing', undefined, 'await request.json()'],
    ['PascalCase', { Value: [{ ChangeType: 'Updated', ResourceUrl: url }] }, 'not the log of an SDK'],
    [
      'PascalCase with a type',
      { '@odata.type': '#microsoft.graph.commsNotifications', Value: [] },
      'Graph spells it "value", not "Value".',
    ],
    [
      'PascalCase in a change',
      post({ changeType: undefined, ChangeType: 'Updated' }),
      'Graph spells it "changeType", not "ChangeType".',
    ],
    ['members in PascalCase', post({ changeType: 'Updated' }), 'Graph spells it "updated".'],
    [
      'lower case in a change',
      post({ changeType: undefined, changetype: 'updated' }),
      'Graph spells it "changeType", not "changetype".',
    ],
    [
      'a type without a namespace',
      { ...post({}), '@odata.type': 'commsNotifications' },
      'Graph spells it "#microsoft.graph.commsNotifications".',
    ],
    ['a required property', post({ changeType: 5 }), 'found 5. Fix the value. ('],
    ['an item of a list', { value: [[]] }, 'found an array of length 0. Fix the value. ('],
    [
      'a list with references',
      { $id: '1', value: { $id: '2', $values: [] } },
      'A .NET serializer wrote this list with references ($values).',
    ],
    [
      'a list with references within',
      post({ resourceData: tagged('call', { targets: { $id: '3', $values: [] } }) }),
      '($values)',
    ],
    [
      'only a list with references',
      { $id: '1', $values: post({}).value },
      'a list with references ($values)',
    ],
    [
      'PascalCase with references',
      { $id: '1', Value: { $id: '2', $values: [{ ChangeType: 'Updated' }] } },
      'not the log of an SDK',
    ],
  ])('says what is wrong with %s', (_name, body, hint) => {
    expect(() => readNotifications(body)).toThrow(hint)
  })

  test('does not suggest the schema of another body for an unknown member', () => {
    const [issue] = issuesOf(post({ resourceUrl: url, resourceData: { state: 'parked' } }))
    expect(issue?.fix).toBe('Graph sends "unknownFutureValue" for members that the client does not know.')
  })

  test('is thrown for a body that throws when it is read', () => {
    const hostile = {
      get value() {
        throw new Error('no')
      },
    }
    expect(() => readNotifications(hostile)).toThrow(NotificationFormatError)
  })
})

test('a contract finds what a handler reads through readNotifications', async () => {
  const reads = await notificationReadsOf((body: CommsNotifications) => {
    for (const entry of readNotifications(body)) if (entry.resource === 'call') entry.data.state?.trim()
  })
  expect(reads).toContain('value[].resourceData.state')
  expect(reads).not.toContain('value[].resourceData.subject')
})
