import { CallFormatError, type ReceivedCall } from 'graph-call-testkit'
import { fixture, fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { type CallInput, createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'

const base = 'https://graph.microsoft.com/v1.0'
const service = `${base}/communications/calls`

/** Every call of the fixtures, with the query that it answers. */
const calls = Object.values(fixtures).flatMap(({ body, request: { path } }) =>
  'id' in body && typeof body.id === 'string'
    ? [{ call: { ...body, id: body.id }, query: /\?.*|$/.exec(path)?.[0] }]
    : [],
)

async function get(tenant: Tenant, id: string, headers: Record<string, string>, query = '') {
  const url = `${service}/${id}${query}`
  const response = await tenant.fetch(
    new Request(url, { headers: { Authorization: 'Bearer x.y.z', ...headers } }),
  )
  const body: ReceivedCall = await response.json()
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    headers: response.headers,
    body,
  }
}

/** What a client gets of a call that was placed, by its `Accept`. */
function accept(accept: string, call: CallInput & { readonly id: string } = groupCall(), query = '') {
  return get(createTenant({ calls: [call] }), call.id, { Accept: accept }, query)
}

describe('an Accept', () => {
  test.each([
    '*/*',
    'application/*',
    'application/json, text/plain, */*',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'Application/JSON; charset=utf-8; odata.streaming=true',
    'text/html;q=1, application/json;q=0.1',
  ])('that takes JSON gets it as always: %s', async (wanted) => {
    const { type, body, headers } = await accept(wanted)
    expect([type, body, headers.get('x-testkit-assumption')]).toEqual(['application/json', groupCall(), null])
  })

  test.each([
    ['application/json;odata.metadata=none', 'application/json;odata.metadata=none'],
    ['application/json; odata.metadata="full"', 'application/json;odata.metadata=full'],
    ['application/json;odata.metadata=minimal', 'application/json;odata.metadata=minimal'],
    ['application/json;IEEE754Compatible=true', 'application/json;IEEE754Compatible=true'],
    [
      'application/json; ieee754compatible=false; ODATA.metadata=None',
      'application/json;odata.metadata=none;IEEE754Compatible=false',
    ],
    [
      'application/json;odata.metadata=full;q=0.4,application/json;odata.metadata=none;q=0.5',
      'application/json;odata.metadata=none',
    ],
    ['application/json;odata.metadata=huge, application/json;q=0.1', 'application/json'],
  ])('is answered by its own parameters: %s', async (wanted, answered) => {
    expect((await accept(wanted)).type).toBe(answered)
  })

  test.each([
    'text/html',
    'application/xml',
    'application/json;q=0',
    'application/json;odata.metadata=huge',
    'application/json;IEEE754Compatible=maybe',
    ',;,',
  ])('that takes nothing that there is gets 406: %s', async (wanted) => {
    const { status, body } = await accept(wanted)
    expect(status).toBe(406)
    expect(body).toMatchObject({
      error: { code: 'BadRequest', message: expect.stringMatching(/^The media types requested/) },
    })
  })
})

describe('odata.metadata=none', () => {
  test('leaves no control information, at any depth, and all else', async () => {
    for (const { call, query } of calls) {
      const lean = await accept('application/json;odata.metadata=none', call, query)
      expect(JSON.stringify(lean.body)).toBe(
        JSON.stringify(call, (_key, value: unknown) => withoutControl(value)),
      )
    }
  })

  test('leaves none that a $select would bring', async () => {
    const { body } = await accept('application/json;odata.metadata=none', groupCall(), '?$select=state')
    expect(body).toEqual({ state: 'established' })
  })

  test('leaves what leads to more', async () => {
    const call = {
      id: 'x',
      'participants@odata.nextLink': 'y',
      'targets@odata.nextLink': 'z',
      'targets@odata.count': 1,
    }
    const { body } = await accept('application/json;odata.metadata=none', call)
    expect(body).toEqual({ id: 'x', 'targets@odata.nextLink': 'z', 'targets@odata.count': 1 })
  })
})

function withoutControl(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.includes('@odata.')))
}

describe('odata.metadata=full', () => {
  const full = 'application/json;odata.metadata=full'
  const call = { id: 'it', state: 'established', targets: [], source: { identity: {} } } as const
  const url = `${service}('it')`
  const links = (name: string, of = url) => ({
    [`${name}@odata.associationLink`]: `${of}/${name}/$ref`,
    [`${name}@odata.navigationLink`]: `${of}/${name}`,
  })

  test('says what everything is, and where', async () => {
    const { body } = await accept(full, { ...call, callRoutes: null })
    expect(body).toEqual({
      '@odata.context': `${base}/$metadata#communications/calls/$entity`,
      '@odata.id': url,
      '@odata.editLink': url,
      '@odata.type': '#microsoft.graph.call',
      id: 'it',
      'state@odata.type': '#microsoft.graph.callState',
      state: 'established',
      'targets@odata.type': '#Collection(microsoft.graph.invitationParticipantInfo)',
      targets: [],
      source: {
        '@odata.type': '#microsoft.graph.participantInfo',
        identity: { '@odata.type': '#microsoft.graph.identitySet' },
      },
      callRoutes: null,
      ...links('audioRoutingGroups'),
      ...links('contentSharingSessions'),
      ...links('operations'),
      ...links('participants'),
    })
  })

  test('changes nothing that was there, but adds to it', async () => {
    for (const { call, query } of calls) {
      const { body } = await accept(full, call, query)
      expect(body).toMatchObject(call)
    }
  })

  test('says which entity each related one is', async () => {
    const roster = fixture('participants-expanded')
    const { body } = await accept(full, roster, '?$select=id&$expand=participants')
    const [participant] = roster.participants
    const self = `${service}('${roster.id}')/participants('${participant.id}')`
    expect(body.participants?.[0]).toMatchObject({
      ...participant,
      '@odata.id': self,
      '@odata.editLink': self,
    })
    const relations = Object.keys(body).filter((key) => key.endsWith('Link') && key !== '@odata.editLink')
    expect(relations).toEqual(['participants@odata.associationLink', 'participants@odata.navigationLink'])
  })

  test('lets what the call says of itself stand', async () => {
    const told = { 'state@odata.type': '#contoso.state', source: { '@odata.type': '#contoso.caller' } }
    const { body } = await accept(full, { id: 'it', state: 'established', ...told })
    expect(body).toMatchObject(told)
  })

  test('writes an id into a URL as OData does', async () => {
    const { body } = await accept(full, { id: "it's" })
    expect(body).toMatchObject({ '@odata.id': `${service}('it''s')` })
  })

  test('says that it is an assumption', async () => {
    const { headers } = await accept(full)
    expect(headers.get('x-testkit-assumption')).toBe('docs/tenant.md#formats')
  })
})

describe('IEEE754Compatible=true', () => {
  const compatible = 'application/json;IEEE754Compatible=true'

  test('makes text of each Int64, and of nothing else', async () => {
    const pressed = fixture('tone-pressed')
    const { sequenceId } = pressed.toneInfo
    const { body } = await accept(compatible, pressed)
    expect(body).toEqual({ ...pressed, toneInfo: { ...pressed.toneInfo, sequenceId: String(sequenceId) } })
    const roster = fixture('participants-expanded')
    const { body: expanded } = await accept(compatible, roster, '?$expand=participants')
    expect(expanded.participants?.map(({ rosterSequenceNumber }) => rosterSequenceNumber)).toEqual(
      roster.participants.map(({ rosterSequenceNumber }) => String(rosterSequenceNumber)),
    )
  })

  test.each([
    [1e21, '1000000000000000000000'],
    ['12', '12'],
    [0, '0'],
  ])('%j is %s', async (sequenceId, text) => {
    const { body } = await accept(compatible, { id: 'x', toneInfo: { sequenceId } })
    expect(body.toneInfo?.sequenceId).toBe(text)
  })
})

describe('enum members that a client cannot know', () => {
  const parked = {
    id: 'parked',
    state: 'parked',
    requestedModalities: ['audio', 'hologram'],
    direction: 'sideways',
    participants: [{ id: 'p', restrictedExperience: { videoDisabled: 'watermarkProtection,shyness' } }],
  } as const
  const tenant = createTenant()
  tenant.addCall(parked, { unknownEnumMembers: true })
  const prefer = { Prefer: 'include-unknown-enum-members' }

  test('are unknownFutureValue for who does not ask for them, where the enum may grow', async () => {
    const { body, headers } = await get(tenant, 'parked', {}, '?$expand=participants')
    expect(body).toEqual({
      id: 'parked',
      state: 'unknownFutureValue',
      requestedModalities: ['audio', 'unknownFutureValue'],
      direction: 'sideways',
      participants: [{ id: 'p', restrictedExperience: { videoDisabled: 'unknownFutureValue' } }],
    })
    expect(headers.get('Preference-Applied')).toBe(null)
    expect((await get(tenant, 'parked', {})).body).toMatchObject({ state: 'unknownFutureValue' })
  })

  test.each([prefer, { Prefer: 'respond-async, Include-Unknown-Enum-Members ; x=1' }])(
    'come as they are for who does: %j',
    async (sent) => {
      const { participants, ...own } = parked
      const { body, headers } = await get(tenant, 'parked', sent)
      expect(body).toEqual(own)
      expect(headers.get('Preference-Applied')).toBe('include-unknown-enum-members')
      expect((await get(tenant, 'parked', sent, '?$expand=participants')).body).toEqual({
        ...own,
        participants,
      })
    },
  )

  test('another preference is not applied', async () => {
    const { body, headers } = await get(tenant, 'parked', { Prefer: 'include-unknown' })
    expect(body.state).toBe('unknownFutureValue')
    expect(headers.get('Preference-Applied')).toBe(null)
  })

  test('are placed only by who says so: mostly they are a slip', () => {
    const slip = { id: 'x', state: 'estblished' }
    expect(() => Reflect.apply(createTenant().addCall, undefined, [slip])).toThrow(CallFormatError)
    const wrong = { id: 'x', state: 4 }
    const options = { unknownEnumMembers: true }
    expect(() => Reflect.apply(createTenant().addCall, undefined, [wrong, options])).toThrow(CallFormatError)
  })

  test('every fixture is the same for either client', async () => {
    for (const { call, query } of calls) {
      const full = createTenant({ calls: [call] })
      expect((await get(full, call.id, prefer, query)).body).toEqual(call)
    }
  })
})
