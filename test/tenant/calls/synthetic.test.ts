import { readFileSync } from 'node:fs'
import fc, { Random } from 'fast-check'
import { groupCall } from 'graph-call-testkit/fixtures'
import { anyCall, anyCallRequest, GeneratorOptionError } from 'graph-call-testkit/generators'
import { callErrorSchema, strictCallSchema } from 'graph-call-testkit/schema'
import {
  createTenant,
  type SyntheticIdOptions,
  type SyntheticOptions,
  syntheticId,
  type Tenant,
  UnknownCallError,
} from 'graph-call-testkit/tenant'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test, vi } from 'vitest'
import { syntheticResponses } from '../../../scripts/synthetic-responses.ts'
import { DrawnChoices } from '../../../src/builder/choices/drawn-choices.ts'
import { callOptionValues } from '../../../src/builder/options/call-shape.ts'
import { isIdInUrl } from '../../../src/tenant/calls/id-in-url.ts'
import { hashOf } from '../../../src/tenant/hash.ts'
import { runs } from '../../runs.ts'
import committed from '../synthetic-responses.json' with { type: 'json' }

const now = () => Date.UTC(2026, 4, 13, 8, 12, 19)

function send(tenant: Tenant, id: string, query = '', init: RequestInit = {}): Promise<Response> {
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${encodeURIComponent(id)}${query}`
  return tenant.fetch(new Request(url, { headers: { Authorization: 'Bearer x.y.z' }, ...init }))
}

/** Gets a synthetic call. */
async function callOf(tenant: Tenant, id: string) {
  const response = await send(tenant, id)
  expect(response.status).toBe(200)
  return strictCallSchema.parse(await response.json())
}

/** Ids that a URL can contain. */
const anyId = () => fc.string({ unit: 'binary', minLength: 1 }).filter(isIdInUrl)

/** Options for an id, including combinations that no call has. */
const anyIdOptions = (): fc.Arbitrary<SyntheticIdOptions> =>
  fc.record(
    {
      state: fc.constantFrom(...callOptionValues.state),
      direction: fc.constantFrom(...callOptionValues.direction),
      kind: fc.constantFrom(...callOptionValues.kind),
      media: fc.constantFrom(...callOptionValues.media),
      meeting: fc.constantFrom(...callOptionValues.meeting),
      identity: fc.constantFrom(...callOptionValues.identity),
      number: fc.nat({ max: 2 ** 48 - 1 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  )

describe('a synthetic tenant', () => {
  test('has a call for every id, valid in strict mode', () =>
    fc.assert(
      fc.asyncProperty(anyId(), fc.integer(), async (id, synthetic) => {
        expect((await callOf(createTenant({ synthetic }), id)).id).toBe(id)
      }),
    ))

  test('returns the call that anyCall builds from the same random numbers', () =>
    fc.assert(
      fc.asyncProperty(anyId(), fc.integer(), async (id, synthetic) => {
        const drawn = new (class extends Random {
          override nextInt = () => hashOf(`${synthetic}/${id}`)
        })(xoroshiro128plus(0))
        const { audioRoutingGroups, contentSharingSessions, operations, participants, ...call } =
          anyCall().generate(drawn, undefined).value
        expect(await callOf(createTenant({ synthetic }), id)).toStrictEqual({ ...call, id })
      }),
    ))

  test('returns the same bytes for the same seed, in any order of requests', async () => {
    const [one, other] = [createTenant({ synthetic: 7, now }), createTenant({ synthetic: 7, now })]
    const ids = Array.from({ length: 50 }, (_, number) => `call-${number}`)
    const texts = async (tenant: Tenant, requested: readonly string[]) =>
      new Map(
        await Promise.all(requested.map(async (id) => [id, await (await send(tenant, id)).text()] as const)),
      )
    expect(await texts(other, ids.toReversed())).toEqual(new Map([...(await texts(one, ids))].reverse()))
  })

  test('supports queries and formats as for a call that was added', () =>
    fc.assert(
      fc.asyncProperty(anyCallRequest(), anyId(), fc.boolean(), async ({ path, headers }, id, expanded) => {
        const synthetic = createTenant({ synthetic: true, now })
        const stored = createTenant({ now })
        const responseOf = async (tenant: Tenant) => {
          const query = expanded ? '?$expand=*' : path.replace(/^[^?]*/, '')
          const response = await send(tenant, id, query, {
            headers: { ...headers, Authorization: 'Bearer any' },
          })
          return [response.status, Object.fromEntries(response.headers), await response.json()]
        }
        stored.addCall(await (await send(createTenant({ synthetic: true }), id, '?$expand=*')).json())
        const response = await responseOf(synthetic)
        expect(response).toEqual(await responseOf(stored))
        expect(response).toMatchObject([200, {}, {}])
      }),
    ))

  test('returns other calls for another seed, and true is seed 0', async () => {
    const text = async (synthetic: boolean | number | SyntheticOptions) =>
      (await send(createTenant({ synthetic }), 'any')).text()
    expect(await text(true)).toBe(await text(0))
    expect(await text({ seed: 1, ended: 0 })).toBe(await text(1))
    expect(await text(1)).not.toBe(await text(0))
    expect((await send(createTenant({ synthetic: false }), 'any')).status).toBe(404)
  })

  test('returns a different call for every id', async () => {
    const tenant = createTenant({ synthetic: true })
    const texts = await Promise.all(
      Array.from({ length: runs(500, 2_000) }, async (_, number) => {
        const id = String(number)
        return (await (await send(tenant, id)).text()).replace(`"id":"${id}"`, '')
      }),
    )
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('prefers a call that was added', async () => {
    const tenant = createTenant({ synthetic: { forbidden: 1 }, calls: [groupCall()] })
    expect(await (await send(tenant, groupCall().id)).json()).toEqual(groupCall())
    tenant.addCall(groupCall({ id: 'mine' }))
    expect(await (await send(tenant, 'mine')).json()).toEqual(groupCall({ id: 'mine' }))
    tenant.forbid('mine', '7505')
    expect((await send(tenant, 'mine')).status).toBe(403)
  })

  test('ends synthetic and added calls until reset', async () => {
    const tenant = createTenant({ synthetic: true, calls: [groupCall()] })
    for (const id of ['any', groupCall().id]) {
      expect((await send(tenant, id, '', { method: 'DELETE' })).status).toBe(204)
      expect(await callOf(tenant, id)).toMatchObject({ id, state: 'terminated' })
      expect((await send(tenant, id)).status).toBe(404)
      expect((await send(tenant, id, '', { method: 'DELETE' })).status).toBe(404)
    }
    expect(await callOf(tenant, 'other')).toHaveProperty('id', 'other')
    tenant.addCall(groupCall({ id: 'any' }))
    expect(await (await send(tenant, 'any')).json()).toEqual(groupCall({ id: 'any' }))
    tenant.reset()
    expect(await callOf(tenant, 'any')).not.toEqual(groupCall({ id: 'any' }))
    expect(await (await send(tenant, groupCall().id)).json()).toEqual(groupCall())
  })

  test('moves a synthetic call like an added one, and keeps that in snapshots', async () => {
    const tenant = createTenant({ synthetic: true })
    const id = syntheticId({ state: 'established' })
    const before = await callOf(tenant, id)
    tenant.transferCall(id)
    expect(tenant.advance(id)).toBe('transferAccepted')
    const another = createTenant({ synthetic: true })
    for (const each of [tenant, another]) {
      another.restore(tenant.snapshot())
      expect(await callOf(each, id)).toEqual({ ...before, state: 'transferAccepted', resultInfo: null })
    }
    tenant.endCall(id)
    expect(await callOf(tenant, id)).toMatchObject({ state: 'terminated' })
    expect((await send(tenant, id)).status).toBe(404)
    another.restore(tenant.snapshot())
    expect((await send(another, id)).status).toBe(404)
    expect(() => tenant.advance(id)).toThrow(UnknownCallError)
  })

  test('never lists requests with an id as unmatched', async () => {
    const tenant = createTenant({ synthetic: { ended: 1 } })
    await send(tenant, 'any')
    await tenant.fetch(
      new Request('https://graph.microsoft.com/v1.0/me', { headers: { Authorization: 'Bearer any' } }),
    )
    expect(tenant.requests).toMatchObject([{ status: 404 }, { status: 404 }])
    expect(tenant.unmatched).toMatchObject([{ path: '/v1.0/me' }])
  })
})

describe('shares', () => {
  const statusesOf = async (synthetic: SyntheticOptions, count = runs(5_000, 20_000)) => {
    const tenant = createTenant({ synthetic })
    const statuses = new Map<number, number>()
    for (let number = 0; number < count; number++) {
      const { status } = await send(tenant, `call-${number}`, '', {
        method: 'HEAD',
        headers: { Authorization: 'Bearer any' },
      })
      statuses.set(status, (statuses.get(status) ?? 0) + 1 / count)
    }
    return Object.fromEntries(statuses)
  }

  test('of ids get the errors of the service', async () => {
    expect(await statusesOf({ seed: 3, ended: 0.1, forbidden: 0.02, throttled: 0.05 })).toEqual({
      200: expect.closeTo(0.83, 1.5),
      404: expect.closeTo(0.1, 1.5),
      403: expect.closeTo(0.02, 2),
      429: expect.closeTo(0.05, 1.5),
    })
    for (const [options, status, code] of [
      [{ ended: 1 }, 404, '8522'],
      [{ forbidden: 1 }, 403, '7504'],
      [{ throttled: 1 }, 429, 'TooManyRequests'],
    ] as const) {
      const response = await send(createTenant({ synthetic: options }), 'any')
      expect(response.status).toBe(status)
      expect(callErrorSchema.parse(await response.json()).error.code).toBe(code)
      expect(response.headers.has('Retry-After')).toBe(status === 429)
    }
  })

  test('affect the same ids in every tenant with the seed', async () => {
    const options = { seed: 5, ended: 0.5 }
    const [one, other] = [createTenant({ synthetic: options }), createTenant({ synthetic: options })]
    for (let number = 0; number < 50; number++) {
      expect((await send(one, String(number))).status).toBe((await send(other, String(number))).status)
    }
  })

  test('can add up to 1', async () => {
    expect(await statusesOf({ ended: 0.7, forbidden: 0.2, throttled: 0.1 }, 200)).not.toHaveProperty('200')
  })

  test.each([
    [{ ended: 1.1 }, 'Invalid synthetic.ended: 1.1. Expected a number from 0 to 1.'],
    [{ forbidden: Number.NaN }, 'Invalid synthetic.forbidden: NaN. Expected a number from 0 to 1.'],
    [{ ended: 0.8, throttled: 0.4 }, 'Invalid sum of the synthetic shares: 1.2'],
    [{ seed: 1.5 }, 'Invalid synthetic.seed: 1.5. Expected an integer.'],
  ])('reject %j', (synthetic, message) => {
    expect(() => createTenant({ synthetic })).toThrow(TypeError)
    expect(() => createTenant({ synthetic })).toThrow(message)
  })
  test('reject a seed that is a string, as environment variables are', () => {
    expect(() => createTenant({ synthetic: JSON.parse('"42"') })).toThrow(
      'Invalid synthetic: "42". Expected true, false, an integer as the seed, or an object.',
    )
  })
})

describe('syntheticId', () => {
  test('returns ids of calls with these properties, in every tenant', () =>
    fc.assert(
      fc.asyncProperty(anyIdOptions(), fc.integer(), async (options, seed) => {
        const id = possibleId(options)
        fc.pre(id !== undefined)
        const call = await callOf(createTenant({ synthetic: { seed, ended: 0.5, forbidden: 0.5 } }), id)
        const { state, direction, kind, media, meeting, identity } = options
        if (state) expect(call.state).toBe(state)
        if (direction) expect(call.direction).toBe(direction)
        if (kind) expect(Boolean(call.meetingInfo)).toBe(kind === 'group')
        if (media) {
          const type = { 'service-hosted': 'serviceHosted', 'app-hosted': 'appHosted', none: undefined }[
            media
          ]
          expect(call.mediaConfig?.['@odata.type']).toBe(type && `#microsoft.graph.${type}MediaConfig`)
        }
        if (meeting) {
          const type = {
            organizer: 'organizer',
            token: 'token',
            'join-meeting-id': 'joinMeetingId',
            none: undefined,
          }
          const tag = type[meeting]
          expect(call.meetingInfo?.['@odata.type']).toBe(tag && `#microsoft.graph.${tag}MeetingInfo`)
        }
        const others = call.direction === 'incoming' ? [call.source] : (call.targets ?? [])
        if (identity) for (const other of others) expect(other?.identity).toHaveProperty(identity)
      }),
      { numRuns: runs(150, 500) },
    ))

  test.each([
    ['ended', 404],
    ['forbidden', 403],
    ['throttled', 429],
  ] as const)('returns ids that are %s', async (response, status) => {
    for (const number of [0, 1, 2 ** 48 - 1]) {
      expect((await send(createTenant({ synthetic: 9 }), syntheticId({ response, number }))).status).toBe(
        status,
      )
    }
  })

  test('returns another id, of another call, for each number', async () => {
    const ids = Array.from({ length: 200 }, (_, number) => syntheticId({ state: 'established', number }))
    expect(new Set(ids).size).toBe(ids.length)
    const tenant = createTenant({ synthetic: true })
    const calls = await Promise.all(ids.map((id) => callOf(tenant, id)))
    expect(new Set(calls.map(({ id: _, ...call }) => JSON.stringify(call))).size).toBe(ids.length)
  })

  test('uses the digits that the documentation lists', () => {
    const page = readFileSync('docs/tenant.md', 'utf8')
    const [, pattern = ''] = /^`(ca11[A-Z\d-]+)`/m.exec(page) ?? []
    const rows = [...page.matchAll(/^\| `([A-Z])` \| `(\w+)` \| (.*) \|$/gm)]
    const lists: Record<string, readonly string[]> = {
      response: ['ended', 'forbidden', 'throttled'],
      ...callOptionValues,
    }
    expect(rows.map(([, , option]) => option).sort()).toEqual(Object.keys(lists).sort())
    const idWith = (letters: Record<string, string>) =>
      pattern.replaceAll(/[A-Z]/g, (letter) => letters[letter] ?? '0')
    expect(syntheticId()).toBe(idWith({}))
    expect(syntheticId({ number: 0xabcdef012345 })).toBe(idWith({}).replace(/0{12}$/, 'abcdef012345'))
    for (const [, letter = '', option = '', digits = ''] of rows) {
      const values = [...digits.matchAll(/([\da-f]) `([\w-]+)`/g)]
      expect(values.map(([, , value]) => value)).toEqual(lists[option])
      for (const [, digit = '', value] of values) {
        expect(syntheticId({ [option]: value })).toBe(idWith({ [letter]: digit }))
      }
    }
  })

  test.each([
    [{ state: 'ringing' }, "Invalid state: 'ringing'. Expected one of: 'established'"],
    [{ state: ['incoming'] }, "Invalid state: ['incoming']."],
    [{ sate: 'incoming' }, "Unknown option 'sate'. Nearest: 'state'. Expected one of: 'response', 'state'"],
    [{ state: 'incoming', direction: 'outgoing' }, "Invalid direction: 'outgoing' with state: 'incoming'."],
    [{ kind: 'group', meeting: 'none' }, "Invalid meeting: 'none' with kind: 'group'."],
  ])('rejects %j', (options, message) => {
    const create = () => Reflect.apply(syntheticId, undefined, [options])
    expect(create).toThrow(GeneratorOptionError)
    expect(create).toThrow(message)
  })

  test.each([-1, 0.5, 2 ** 48, Number.NaN, '7'])('rejects the number %j', (number) => {
    expect(() => Reflect.apply(syntheticId, undefined, [{ number }])).toThrow(TypeError)
  })

  test.each([
    ['has a digit that is too high', 'ca114000-0000-4000-8000-000000000000'],
    ['selects a call that cannot exist', 'ca110210-0000-4000-8000-000000000000'],
    ['has another layout', 'ca111000-0001-4000-8000-000000000000'],
    ['is in upper case', 'CA111000-0000-4000-8000-000000000000'],
  ])('treats an id that %s like any other id', async (_problem, id) => {
    expect(await callOf(createTenant({ synthetic: true }), id)).toHaveProperty('id', id)
  })
})

/** Returns undefined if no call has these properties. */
function possibleId(options: SyntheticIdOptions): string | undefined {
  try {
    return syntheticId(options)
  } catch (error) {
    if (error instanceof GeneratorOptionError) return undefined
    throw error
  }
}

test('synthetic tenants return the responses of synthetic-responses.json', async () => {
  expect(await syntheticResponses()).toEqual(committed)
})

describe('remembered calls', () => {
  test('are the calls that a new tenant builds, also after 1,000 others', async () => {
    const tenant = createTenant({ synthetic: 7, now })
    const ids = Array.from({ length: 1_100 }, (_, index) => `call-${index}`)
    const first = await Promise.all(ids.map(async (id) => (await send(tenant, id)).text()))
    const again = await Promise.all(ids.map(async (id) => (await send(tenant, id)).text()))
    expect(again).toEqual(first)
    const other = createTenant({ synthetic: 7, now })
    expect(await (await send(other, 'call-1')).text()).toBe(first[1])
  })

  test('are not built again by polling', async () => {
    const tenant = createTenant({ synthetic: 7, now })
    await send(tenant, 'call-1')
    const built = vi.spyOn(DrawnChoices.prototype, 'word')
    try {
      await send(tenant, 'call-1')
      expect(built).not.toHaveBeenCalled()
      await send(tenant, 'call-2')
      expect(built).toHaveBeenCalled()
    } finally {
      built.mockRestore()
    }
  })

  test('can be ended, reset and restored', async () => {
    const tenant = createTenant({ synthetic: 7, now })
    const saved = tenant.snapshot()
    const text = await (await send(tenant, 'call-1')).text()
    await send(tenant, 'call-1', '', { method: 'DELETE' })
    await send(tenant, 'call-1')
    expect((await send(tenant, 'call-1')).status).toBe(404)
    tenant.restore(saved)
    expect(await (await send(tenant, 'call-1')).text()).toBe(text)
  })
})
