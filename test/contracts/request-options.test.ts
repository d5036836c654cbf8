import { readFile } from 'node:fs/promises'
import { type InteractionContext, lintPacts, verifyPacts } from 'graph-call-testkit/contracts'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { interactionOf, interactionOfCall } from '../../contracts/interaction/interaction.ts'
import { expectedBodyOf } from '../../contracts/reads/expected-body.ts'
import { temporaryFolder } from './committed.ts'
import { define } from './define.ts'

const prefer = { Prefer: 'include-unknown-enum-members' }

function send(
  { fetch, token, callId }: Pick<InteractionContext<string, unknown>, 'fetch' | 'token' | 'callId'>,
  headers: HeadersInit = {},
  version = 'v1.0',
): Promise<Response> {
  const sent = new Headers(headers)
  sent.set('Authorization', `Bearer ${token}`)
  return fetch(`https://graph.microsoft.com/${version}/communications/calls/${callId}`, { headers: sent })
}

describe('headers', () => {
  test.each([
    ['a missing header', prefer, {}],
    ['another value', prefer, { prefer: 'respond-async' }],
    ['one more preference', prefer, { prefer: 'include-unknown-enum-members, respond-async' }],
    ['another parameter', { accept: 'application/json;odata.metadata=none' }, { Accept: 'application/json' }],
    ['another order', { Prefer: 'respond-async, wait=5' }, { Prefer: 'wait=5, respond-async' }],
  ])('must be sent: %s is a mismatch', async (_, headers, sent) => {
    const contract = define(await temporaryFolder(), ['group'], { headers })
    await expect(contract.interaction('group').run((context) => send(context, sent))).rejects.toThrow(
      /^The consumer did not send a request for a call \(group\):.*header '(prefer|accept)'/is,
    )
  })

  test.each([
    ['a name in another case', prefer, { prefer: 'include-unknown-enum-members' }],
    ['a list', { Prefer: 'respond-async, wait=5' }, { Prefer: 'respond-async,wait=5' }],
    [
      'a parameter after a space',
      { accept: 'application/json;odata.metadata=none' },
      { Accept: 'application/json; odata.metadata=none' },
    ],
    ['headers that the contract does not have', {}, { Prefer: 'respond-async', Accept: '*/*' }],
  ])('match %s', async (_, headers, sent) => {
    const contract = define(await temporaryFolder(), ['group'], { headers })
    expect((await contract.interaction('group').run((context) => send(context, sent))).status).toBe(200)
  })

  test('of an interaction replace those of the contract', async () => {
    const contract = define(
      await temporaryFolder(),
      ['group', { fixture: 'group', name: 'group without headers', headers: {} }],
      { headers: prefer },
    )
    await contract.interaction('group').run((context) => send(context, prefer))
    await contract.interaction('group without headers').run((context) => send(context))
    const { interactions } = JSON.parse(await readFile(contract.file, 'utf8'))
    expect(interactions.map(({ request }: never) => Object.keys(Object(request).headers))).toEqual([
      ['Authorization'],
      ['Authorization', 'Prefer'],
    ])
  })
})

describe('the expected body', () => {
  const body = { ...groupCall(), state: 'parked', toneInfo: { sequenceId: 7 } }
  const interactionWith = (headers: Record<string, string>, reads = ['*']) =>
    interactionOfCall({ name: 'parked', callId: body.id, body, unknownEnumMembers: true }, reads, { headers })

  test.each([
    ['no headers', {}],
    ['unknown enum members', prefer],
    ['a preference in other letters, in a list', { prefer: 'wait=5, Include-Unknown-Enum-Members' }],
    ['no control information', { Accept: 'application/json;odata.metadata=none' }],
    ['all control information', { Accept: 'application/json;odata.metadata=full', ...prefer }],
    ['64-bit integers as text', { accept: 'application/json;IEEE754Compatible=true' }],
  ])('is what the tenant sends for %s', async (_, headers) => {
    const tenant = createTenant()
    tenant.addCall(body, { unknownEnumMembers: true })
    const { response, callId } = interactionWith(headers)
    const received = await send({ fetch: graphFetch(tenant), token: 'any', callId }, headers)
    expect(expectedBodyOf('call', await received.json(), ['*'])).toEqual(response.body)
    expect(received.headers.get('Content-Type')).toBe(response.contentType)
  })

  test('has unknown enum members only if the request prefers them', () => {
    expect(interactionWith({}).response.body).toMatchObject({ state: 'unknownFutureValue' })
    expect(interactionWith(prefer).response.body).toMatchObject({ state: 'parked' })
  })

  test('of another format has the same provider state', () => {
    const { state } = interactionWith({ ...prefer, Accept: 'application/json;IEEE754Compatible=true' })
    expect(state).toEqual(interactionWith(prefer).state)
    expect(state.parameters).toMatchObject({
      unknownEnumMembers: true,
      call: { state: 'parked', toneInfo: { sequenceId: 7 } },
    })
  })

  test('on beta has the context of beta', () => {
    const { template, response } = interactionOf('group', ['@odata.context'], { version: 'beta' })
    expect(Object(response.body)['@odata.context']).toBe(
      'https://graph.microsoft.com/beta/$metadata#app/calls/$entity',
    )
    expect(template.request.path).toMatchObject({
      regex: '^/beta/communications/calls/[^/]+$',
      expression: `/beta/communications/calls/\${id}`,
    })
  })
})

test('lint and the tenant accept requests with headers, on beta, and with unknown enum members', async () => {
  const dir = await temporaryFolder()
  const accept = { Accept: 'application/json;odata.metadata=none', ...prefer }
  const contract = define(
    dir,
    [
      { fixture: 'group', version: 'beta' },
      { fixture: 'call-not-found', version: 'beta', headers: prefer },
      { fixture: 'peer-to-peer', headers: accept, exact: ['source.identity.application.id'] },
      { name: 'parked', body: { id: 'p', state: 'parked' }, unknownEnumMembers: true, headers: prefer },
    ],
    { warn: () => {} },
  )
  await contract.interaction('group').run(async (context) => {
    await send(context, {}, 'beta')
  })
  await contract.interaction('call-not-found').run((context) => send(context, prefer, 'beta'))
  await contract.interaction('peer-to-peer').run(async (context) => {
    const response = await send(context, accept)
    expect(response.headers.get('Content-Type')).toBe('application/json;odata.metadata=none')
  })
  await contract.interaction('parked').run(async (context) => {
    expect(await (await send(context, prefer)).json()).toEqual({ state: 'parked' })
  })
  expect((await lintPacts([dir])).findings).toEqual([])
  const { pacts } = await verifyPacts([dir])
  const [verified] = pacts
  expect(verified?.interactions.map(({ description, reached }) => [description, reached])).toEqual(
    ['call-not-found', 'group', 'parked', 'peer-to-peer'].map((name) => [
      `a request for a call (${name})`,
      ['selfConsistency', 'shape'],
    ]),
  )
})
