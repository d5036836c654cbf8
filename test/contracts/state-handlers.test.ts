import { ProviderStateError, stateHandlers } from 'graph-call-testkit/contracts'
import { fixtures, groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { interactionOf } from '../../contracts/interaction/interaction.ts'

const all = Object.values(fixtures).map((fixture) => [fixture.name, fixture] as const)
const get = (tenant: ReturnType<typeof createTenant>, id: string) =>
  tenant.fetch(
    new Request(`https://graph.microsoft.com/v1.0/communications/calls/${id}`, {
      headers: { Authorization: 'Bearer any' },
    }),
  )

test.each(all.filter(([name]) => name !== 'access-token-empty'))(
  'the state of %s makes the tenant return the fixture',
  async (_, fixture) => {
    const tenant = createTenant()
    const { name, parameters } = interactionOf(fixture.name, ['*']).state
    expect(await stateHandlers(tenant)[name]({ ...parameters })).toEqual({ id: parameters.id })
    const response = await get(tenant, parameters.id)
    expect(response.status).toBe(fixture.status)
    expect(response.headers.get('Retry-After')).toBe(fixture.headers['Retry-After'] ?? null)
    const body = await response.json()
    if ('error' in fixture.body) {
      expect(body.error).toMatchObject({ code: fixture.body.error.code, message: fixture.body.error.message })
    } else {
      expect(body.state).toEqual(fixture.body.state)
      expect(body.id).toBe(parameters.id)
    }
  },
)

test('adds a call under the requested id', async () => {
  const tenant = createTenant()
  await stateHandlers(tenant)['a call exists']({ scenario: 'group', id: 'a-real-id' })
  expect(await (await get(tenant, 'a-real-id')).json()).toMatchObject({
    id: 'a-real-id',
    state: 'established',
  })
})

test('replaces a call that the tenant was created with', async () => {
  const { id } = groupCall()
  const tenant = createTenant({ calls: [groupCall()] })
  await stateHandlers(tenant)['a call exists']({ scenario: 'peer-to-peer', id })
  expect(await (await get(tenant, id)).json()).toEqual({ ...peerToPeerCall(), id })
})

test.each([{ calls: [groupCall()] }, { synthetic: true }])(
  'removes the call of a tenant created with %j',
  async (options) => {
    const { id } = groupCall()
    const tenant = createTenant(options)
    await stateHandlers(tenant)['no call exists']({ id })
    expect((await get(tenant, id)).status).toBe(404)
  },
)

test('adds a call that is not a fixture, with the given properties', async () => {
  const tenant = createTenant()
  await stateHandlers(tenant)['a call exists']({ call: { state: 'hold' }, id: 'mine' })
  expect(await (await get(tenant, 'mine')).json()).toMatchObject({ id: 'mine', state: 'hold' })
})

test('resets the tenant before each state', async () => {
  const tenant = createTenant()
  const handlers = stateHandlers(tenant)
  await handlers['a call exists']({ scenario: 'group', id: '1' })
  await handlers['access to the call is forbidden']({ id: '1', code: '7504' })
  await handlers['requests are throttled']({ id: '1', scenario: 'throttled' })
  await handlers['no call exists']({ id: '1' })
  expect((await get(tenant, '1')).status).toBe(404)
  expect(tenant.requests).toHaveLength(1)
})

describe('reads a pact of another tool, without the name of a fixture', () => {
  test.each(all.filter(([, { status }]) => status !== 200).filter(([name]) => name !== 'access-token-empty'))(
    'the other parameters of %s describe its response',
    async (_, fixture) => {
      const tenant = createTenant()
      const { name, parameters } = interactionOf(fixture.name, []).state
      const { scenario: _scenario, ...described } = parameters
      await stateHandlers(tenant)[name](described)
      const response = await get(tenant, parameters.id)
      expect(response.status).toBe(fixture.status)
      expect(response.headers.get('Retry-After')).toBe(fixture.headers['Retry-After'] ?? null)
      expect(await response.json()).toMatchObject({ error: { code: Object(fixture.body).error.code } })
    },
  )
  test('the name of a fixture of a newer version', async () => {
    const tenant = createTenant()
    const call = { state: 'hold', direction: 'incoming' }
    await stateHandlers(tenant)['a call exists']({ id: '1', scenario: 'a-new-fixture', call })
    expect(await (await get(tenant, '1')).json()).toEqual({ ...call, id: '1' })
    const error = { id: '1', scenario: 'a-new-error', status: '503', code: 'UnknownError', retryAfter: 7 }
    await stateHandlers(tenant)['the service fails'](error)
    expect((await get(tenant, '1')).headers.get('Retry-After')).toBe('7')
  })
  test('the name of a fixture alone', async () => {
    const tenant = createTenant()
    await stateHandlers(tenant)['a call exists']({ id: '1', scenario: 'group' })
    expect(await (await get(tenant, '1')).json()).toEqual({ ...groupCall(), id: '1' })
    await stateHandlers(tenant)['the service fails']({ id: '1', scenario: 'gateway-timeout' })
    expect((await get(tenant, '1')).status).toBe(504)
  })
  test('enum members that this package does not know', async () => {
    const tenant = createTenant()
    const parameters = { id: '1', call: { state: 'parked' }, unknownEnumMembers: true }
    await stateHandlers(tenant)['a call exists'](parameters)
    expect(await (await get(tenant, '1')).json()).toEqual({ id: '1', state: 'unknownFutureValue' })
  })
})

describe('rejects missing and unknown parameters', () => {
  const handlers = stateHandlers(createTenant())
  test.each([
    ['a call exists', undefined, '"id"'],
    ['a call exists', { id: '' }, '"id"'],
    ['a call exists', { id: 5, scenario: 'group' }, '"id"'],
    ['a call exists', { id: '1' }, '"scenario"'],
    ['a call exists', { id: '1', call: { state: 'ringing' } }, '"call"'],
    ['a call exists', { id: '1', scenario: 'groop' }, 'Nearest: "group"'],
    ['a call exists', { id: '1', scenario: 'throttled' }, '"scenario"'],
    ['access to the call is forbidden', { id: '1', code: '7506' }, 'Expected 7503, 7504 or 7505'],
    ['requests are throttled', { id: '1', scenario: 'service-unavailable' }, '"throttled"'],
    ['the service fails', { id: '1', scenario: 'throttled' }, '"scenario"'],
    ['the service fails', { id: '1', status: 418 }, '503 UnknownError'],
    ['the service fails', { id: '1', status: 503, code: '9999' }, '503 UnknownError'],
    ['the service fails', { id: '1', status: 503, retryAfter: 'soon' }, '503 UnknownError'],
    ['no call exists', {}, '"id"'],
  ] as const)('%s %j', async (name, parameters, reason) => {
    await expect(handlers[name](parameters)).rejects.toThrow(ProviderStateError)
    await expect(handlers[name](parameters)).rejects.toThrow(reason)
  })
})
