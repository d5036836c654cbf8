import { fixture, fixtures, groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { callErrorSchema, callSchema } from 'graph-call-testkit/schema'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'

const headers = { Authorization: 'Bearer x.y.z' }
const roster = fixture('participants-expanded')
const context = 'https://graph.microsoft.com/v1.0/$metadata#communications/calls'

/** Gets a call with a query. */
async function get(query: string, call: { readonly id: string } = groupCall()): Promise<Response> {
  const tenant = createTenant({ calls: [call] })
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}?${query}`
  return tenant.fetch(new Request(url, { headers }))
}

async function bodyOf(query: string, call?: { readonly id: string }) {
  const response = await get(query, call)
  expect(response.status).toBe(200)
  const body: unknown = await response.json()
  return callSchema.parse(body)
}

async function errorOf(query: string, call?: { readonly id: string }): Promise<string> {
  const response = await get(query, call)
  const { error } = callErrorSchema.parse(await response.json())
  return `${response.status}/${error.code} ${error.message}`
}

const withId = { '@odata.id': `https://graph.microsoft.com/v1.0/communications/calls('${groupCall().id}')` }
const { source, meetingInfo } = groupCall()

describe('$select', () => {
  const ownType = { '@odata.type': groupCall()['@odata.type'] }

  test('keeps the named properties and control information', async () => {
    expect(await bodyOf('$select=id,state')).toEqual({
      '@odata.context': `${context}(id,state)/$entity`,
      ...ownType,
      id: groupCall().id,
      state: 'established',
    })
  })

  test('adds @odata.id if the id is not selected', async () => {
    expect(await bodyOf('$select=state')).toEqual({
      '@odata.context': `${context}(state)/$entity`,
      ...ownType,
      ...withId,
      state: 'established',
    })
  })

  test.each([
    ['a repeated name', '$select=state,id,state', 'state,id'],
    ['spaces', '$select=state, id', 'state,id'],
    ['spaces as plus', '$select=+state,+id+', 'state,id'],
    ['percent-encoding', '%24select=state%2C%20id', 'state,id'],
    ['options of the client besides it', 'x=1&$select=state,id&select=subject', 'state,id'],
    [
      'a part of a property, then the whole',
      '$select=source/identity,state,id,source',
      'source/identity,state,id,source',
    ],
  ])('accepts %s', async (_feature, query, list) => {
    const names = list.split(',').map((item) => item.split('/')[0])
    const body = await bodyOf(query)
    expect(body['@odata.context']).toBe(`${context}(${list})/$entity`)
    expect(
      Object.keys(body)
        .filter((key) => !key.startsWith('@'))
        .toSorted(),
    ).toEqual([...new Set(names)].toSorted())
    if (names.includes('source')) expect(body.source).toEqual(source)
  })

  test('* keeps everything', async () => {
    expect(await bodyOf('$select=*,id')).toEqual({
      ...groupCall(),
      '@odata.context': `${context}(*,id)/$entity`,
    })
  })

  test('selects a property of a property', async () => {
    const { identity, '@odata.type': type } = source
    expect((await bodyOf('$select=source/identity')).source).toEqual({ '@odata.type': type, identity })
  })

  test('selects a property of every item', async () => {
    const [target] = peerToPeerCall().targets
    const { targets } = await bodyOf('$select=targets/identity/user', peerToPeerCall())
    expect(targets).toEqual([
      {
        '@odata.type': target['@odata.type'],
        identity: { '@odata.type': target.identity['@odata.type'], user: target.identity.user },
      },
    ])
  })

  test.each([
    'meetingInfo/organizer/user/id',
    'meetingInfo/microsoft.graph.organizerMeetingInfo/organizer/user/id',
  ])('selects a property of a derived type: %s', async (path) => {
    expect((await bodyOf(`$select=${path}`)).meetingInfo).toEqual({
      '@odata.type': meetingInfo['@odata.type'],
      organizer: {
        '@odata.type': meetingInfo.organizer['@odata.type'],
        user: { '@odata.type': meetingInfo.organizer.user['@odata.type'], id: meetingInfo.organizer.user.id },
      },
    })
  })

  test('accepts a cast to the declared type, even if the call does not name it', async () => {
    const call = { id: 'x', state: 'established', source: { region: 'amer' } } as const
    const query = '$select=microsoft.graph.call/id,source/microsoft.graph.participantInfo/region'
    expect(await bodyOf(query, call)).toEqual({ id: 'x', source: { region: 'amer' } })
  })

  test('a cast to another type selects no property', async () => {
    const { meetingInfo: selected } = await bodyOf(
      '$select=meetingInfo/microsoft.graph.tokenMeetingInfo/token',
    )
    expect(selected).toEqual({ '@odata.type': meetingInfo['@odata.type'] })
  })

  test('keeps an open property of the call, even if it is null', async () => {
    const call = {
      id: 'open',
      priority: { level: 3, reason: 'x' },
      note: null,
      state: 'established',
    } as const
    expect(await bodyOf('$select=priority/level,note,id', call)).toEqual({
      id: 'open',
      priority: { level: 3 },
      note: null,
    })
  })

  test('ignores a property of the model that the call does not have', async () => {
    expect(await bodyOf('$select=answeredBy,id', { id: 'bare' })).toEqual({ id: 'bare' })
  })

  test('with a navigation property does not expand it', async () => {
    const body = await bodyOf('$select=id,participants', roster)
    expect(body).not.toHaveProperty('participants')
  })
})

describe('$expand', () => {
  test('is required for related entities', async () => {
    const { participants, ...rest } = roster
    expect(participants).not.toHaveLength(0)
    expect(await bodyOf('', roster)).toEqual(rest)
    expect(await bodyOf('x=1', roster)).toEqual(rest)
  })

  test.each([
    ['participants-expanded', 'participants'],
    ['operations-expanded', 'operations'],
    ['audio-routing-groups-expanded', 'audioRoutingGroups'],
    ['content-sharing-expanded', 'contentSharingSessions'],
  ] as const)('of %s returns the %s', async (name, relation) => {
    const { body } = fixtures[name]
    expect(await bodyOf(`$expand=${relation}`, body)).toEqual(body)
  })

  test('returns an empty collection if the call has none', async () => {
    expect(await bodyOf('$expand=participants, operations')).toEqual({
      ...groupCall(),
      participants: [],
      operations: [],
    })
  })

  test('* returns all four', async () => {
    expect(await bodyOf('$expand=*', roster)).toEqual({
      ...roster,
      audioRoutingGroups: [],
      contentSharingSessions: [],
      operations: [],
    })
  })

  test('combines with a $select of the call and a nested one', async () => {
    const body = await bodyOf('$select=id&$expand=participants( $select=id, isMuted )', roster)
    expect(body).toEqual({
      '@odata.context': `${context}(id,participants(id,isMuted))/$entity`,
      '@odata.type': roster['@odata.type'],
      id: roster.id,
      participants: roster.participants.map((participant) => ({
        '@odata.type': participant['@odata.type'],
        id: participant.id,
        isMuted: participant.isMuted,
      })),
    })
  })

  test('adds @odata.id if the id of the entity is not selected', async () => {
    const { participants } = await bodyOf('$expand=participants($select=info/region)', roster)
    expect(participants?.[0]).toEqual({
      '@odata.type': '#microsoft.graph.participant',
      '@odata.id': `https://graph.microsoft.com/v1.0/communications/calls('${roster.id}')/participants('${roster.participants[0].id}')`,
      info: { '@odata.type': '#microsoft.graph.participantInfo', region: null },
    })
  })
})

test.each([
  ["it's here/", "('it''s%20here%2F')"],
  ['\ud800', "('%EF%BF%BD')"],
  [null, undefined],
])('the id %j is written in a URL as %s', async (id, inUrl) => {
  const call = { id: 'x', participants: [{ id, isMuted: true }] }
  const { participants } = await bodyOf('$expand=participants($select=isMuted)', call)
  const url = inUrl && `https://graph.microsoft.com/v1.0/communications/calls('x')/participants${inUrl}`
  expect(participants).toEqual([{ isMuted: true, ...(url && { '@odata.id': url }) }])
})

describe('an invalid query', () => {
  const parsingFailed = '400/BadRequest Parsing OData Select and Expand failed: '
  const noProperty = (name: string, type: string) =>
    `${parsingFailed}Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`

  test.each([
    ['$select=stat', `${noProperty('stat', 'call')} Query option '$select', position 9.`],
    ['$select=id,%20stat', `${noProperty('stat', 'call')} Query option '$select', position 13.`],
    ['x=%C3%BC&$select=Id', `${noProperty('Id', 'call')} Query option '$select', position 13.`],
    [
      '$select=source/identity/usr',
      `${noProperty('usr', 'identitySet')} Query option '$select', position 25.`,
    ],
    [
      '$select=state/x',
      `${parsingFailed}Could not find a property named 'x' on a value without properties. Query option '$select', position 15.`,
    ],
    ['$select=toString', `${noProperty('toString', 'call')} Query option '$select', position 9.`],
    [
      '$select=meetingInfo/microsoft.graph.call/id',
      `${parsingFailed}The type 'microsoft.graph.call' is not allowed here. Query option '$select', position 21.`,
    ],
    [
      '$select=id state',
      `${parsingFailed}Term 'id state' is not valid in a $select or $expand expression. Query option '$select', position 9.`,
    ],
    [
      '$select=id,',
      `${parsingFailed}Term '' is not valid in a $select or $expand expression. Query option '$select', position 12.`,
    ],
    [
      '$select=@odata.type',
      `${parsingFailed}Term '@odata.type' is not valid in a $select or $expand expression. Query option '$select', position 9.`,
    ],
    [
      '$select=participants/id',
      `${parsingFailed}'participants' is a navigation property. Use $expand to select its properties. Query option '$select', position 9.`,
    ],
    ['$select=', "400/BadRequest The value is empty. Query option '$select', position 9."],
    ['$select', "400/BadRequest The value is empty. Query option '$select', position 9."],
    ['$expand=%20', "400/BadRequest The value is empty. Query option '$expand', position 9."],
    [
      '$select=id&$select=state',
      "400/BadRequest Query option '$select' was specified more than once. Query option '$select', position 12.",
    ],
    [
      '$expand=state',
      `${parsingFailed}'state' is not a navigation property of 'microsoft.graph.call'. Query option '$expand', position 9.`,
    ],
    [
      '$expand=participants/info',
      `${parsingFailed}'participants/info' is not a navigation property of 'microsoft.graph.call'. Query option '$expand', position 9.`,
    ],
    [
      '$expand=participants($select=nam)',
      `${noProperty('nam', 'participant')} Query option '$select', position 30.`,
    ],
    [
      '$expand=participants($top=1)',
      `${parsingFailed}'$top' is not supported within 'participants'. Query option '$expand', position 22.`,
    ],
    [
      '$expand=participants($select=id;$select=id)',
      `${parsingFailed}'$select' was specified more than once. Query option '$expand', position 33.`,
    ],
    [
      '$expand=participants($select=id',
      `${parsingFailed}A closing parenthesis is missing. Query option '$expand', position 9.`,
    ],
    [
      "$filter=state eq 'established'",
      '400/BadRequest The query specified in the URI is not valid. The requested resource is not a collection. ' +
        "Query option $filter can be applied only on collections. Query option '$filter', position 1.",
    ],
    [
      '$select=id&$apply=x',
      "400/BadRequest The query parameter '$apply' is not supported. Query option '$apply', position 12.",
    ],
    [
      '$Select=id',
      "400/BadRequest The query parameter '$Select' is not supported. Query option '$Select', position 1.",
    ],
    [
      '$select=%E0%A4',
      "400/BadRequest The percent-encoding is invalid. Query option '$select=%E0%A4', position 1.",
    ],
  ])('is rejected: %s', async (query, message) => {
    expect(await errorOf(query)).toBe(message)
  })

  test('for an unknown call gets 404', async () => {
    const url = 'https://graph.microsoft.com/v1.0/communications/calls/none?$filter=x'
    expect((await createTenant().fetch(new Request(url, { headers }))).status).toBe(404)
  })

  test.each([
    `$select=${'('.repeat(100_000)}`,
    `$select=${'a/'.repeat(50_000)}a`,
    `$expand=${'participants('.repeat(10_000)}`,
    `$select=${'id,'.repeat(50_000)}id`,
    `x=${'eyJ'.repeat(100_000)}`,
  ])('that is slow to parse with a naive parser is parsed quickly: %#', async (query) => {
    expect([200, 400]).toContain((await get(query)).status)
  })
})

test('only responses to OData queries are marked as assumptions', async () => {
  const assumed = async (query: string) => (await get(query)).headers.get('x-testkit-assumption')
  expect(await assumed('$select=id')).toBe('docs/tenant.md#queries')
  expect(await assumed('$expand=participants')).toBe('docs/tenant.md#queries')
  expect(await assumed('$top=1')).toBe('docs/tenant.md#queries')
  expect(await assumed('')).toBe(null)
  expect(await assumed('x=%E0&select=id')).toBe(null)
})
