import { CallFormatError, type ReceivedCall } from 'graph-call-testkit'
import { fixture, fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { type CallInput, createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'

const base = 'https://graph.microsoft.com/v1.0'
const service = `${base}/communications/calls`

/** Every call of the fixtures, with the query of its request. */
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

/** Gets a call with an `Accept` header. */
function accept(accept: string, call: CallInput & { readonly id: string } = groupCall(), query = '') {
  return get(createTenant({ calls: [call] }), call.id, { Accept: accept }, query)
}

describe('Accept', () => {
  test.each([
    '*/*',
    'application/*',
    'application/json, text/plain, */*',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'Application/JSON; charset=utf-8; odata.streaming=true',
    'text/html;q=1, application/json;q=0.1',
  ])('that includes JSON gets the default format: %s', async (value) => {
    const { type, body, headers } = await accept(value)
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
  ])('sets the parameters of Content-Type: %s', async (value, contentType) => {
    expect((await accept(value)).type).toBe(contentType)
  })

  test.each([
    'text/html',
    'application/xml',
    'application/json;q=0',
    'application/json;odata.metadata=huge',
    'application/json;IEEE754Compatible=maybe',
    ',;,',
  ])('without a supported format gets 406: %s', async (value) => {
    const { status, body } = await accept(value)
    expect(status).toBe(406)
    expect(body).toMatchObject({
      error: { code: 'BadRequest', message: expect.stringMatching(/^The media types requested/) },
    })
  })
})

describe('odata.metadata=none', () => {
  test('removes all control information, at any depth, and nothing else', async () => {
    for (const { call, query } of calls) {
      const lean = await accept('application/json;odata.metadata=none', call, query)
      expect(JSON.stringify(lean.body)).toBe(
        JSON.stringify(call, (_key, value: unknown) => withoutControl(value)),
      )
    }
  })

  test('removes control information that a $select adds', async () => {
    const { body } = await accept('application/json;odata.metadata=none', groupCall(), '?$select=state')
    expect(body).toEqual({ state: 'established' })
  })

  test('keeps links to further pages', async () => {
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

  test('adds types and links', async () => {
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

  test('only adds properties', async () => {
    for (const { call, query } of calls) {
      const { body } = await accept(full, call, query)
      expect(body).toMatchObject(call)
    }
  })

  test('adds links to related entities', async () => {
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

  test('keeps control information of the call', async () => {
    const own = { 'state@odata.type': '#contoso.state', source: { '@odata.type': '#contoso.caller' } }
    const { body } = await accept(full, { id: 'it', state: 'established', ...own })
    expect(body).toMatchObject(own)
  })

  test('escapes an id in a URL as OData does', async () => {
    const { body } = await accept(full, { id: "it's" })
    expect(body).toMatchObject({ '@odata.id': `${service}('it''s')` })
  })

  test('is marked as an assumption', async () => {
    const { headers } = await accept(full)
    expect(headers.get('x-testkit-assumption')).toBe('docs/tenant.md#formats')
  })
})

describe('IEEE754Compatible=true', () => {
  const compatible = 'application/json;IEEE754Compatible=true'

  test('turns each Int64 into a string, and nothing else', async () => {
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
  ])('writes %j as %s', async (sequenceId, text) => {
    const { body } = await accept(compatible, { id: 'x', toneInfo: { sequenceId } })
    expect(body.toneInfo?.sequenceId).toBe(text)
  })
})

describe('unknown enum members', () => {
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

  test('become unknownFutureValue by default, in enums that have this member', async () => {
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
    'are returned with the preference: %j',
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

  test('are not returned with another preference', async () => {
    const { body, headers } = await get(tenant, 'parked', { Prefer: 'include-unknown' })
    expect(body.state).toBe('unknownFutureValue')
    expect(headers.get('Preference-Applied')).toBe(null)
  })

  test('can be added only with the option, as they are mostly typos', () => {
    const typo = { id: 'x', state: 'estblished' }
    expect(() => Reflect.apply(createTenant().addCall, undefined, [typo])).toThrow(CallFormatError)
    const wrong = { id: 'x', state: 4 }
    const options = { unknownEnumMembers: true }
    expect(() => Reflect.apply(createTenant().addCall, undefined, [wrong, options])).toThrow(CallFormatError)
  })

  test('do not occur in fixtures, which are the same with the preference', async () => {
    for (const { call, query } of calls) {
      const full = createTenant({ calls: [call] })
      expect((await get(full, call.id, prefer, query)).body).toEqual(call)
    }
  })
})
