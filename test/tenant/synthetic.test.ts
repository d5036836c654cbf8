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
import { describe, expect, test } from 'vitest'
import { syntheticResponses } from '../../scripts/synthetic-responses.ts'
import { callOptionValues } from '../../src/builder/options/call-shape.ts'
import { hashOf } from '../../src/tenant/calls/hash.ts'
import { runs } from '../runs.ts'
import committed from './synthetic-responses.json' with { type: 'json' }

const now = () => Date.UTC(2026, 4, 13, 8, 12, 19)

function ask(tenant: Tenant, id: string, query = '', init: RequestInit = {}): Promise<Response> {
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${encodeURIComponent(id)}${query}`
  return tenant.fetch(new Request(url, { headers: { Authorization: 'Bearer x.y.z' }, ...init }))
}

/** A synthetic call with all that it has, as its GET brings it. */
async function callOf(tenant: Tenant, id: string) {
  const response = await ask(tenant, id)
  expect(response.status).toBe(200)
  return strictCallSchema.parse(await response.json())
}

/** One that a URL can hold: `.` and `..` would be taken for steps. */
const anyId = () => fc.string({ unit: 'binary', minLength: 1 }).filter((id) => !/^\.\.?$/.test(id))

/** What an id may be asked to be; some of it goes together with no other. */
const anyWanted = (): fc.Arbitrary<SyntheticIdOptions> =>
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
  test('has a call for every id, valid by the strict reading', () =>
    fc.assert(
      fc.asyncProperty(anyId(), fc.integer(), async (id, synthetic) => {
        expect((await callOf(createTenant({ synthetic }), id)).id).toBe(id)
      }),
    ))

  test('answers with a call that anyCall builds of the same draw', () =>
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

  test('answers with the same bytes as every other of its seed, whatever either was asked before', async () => {
    const [one, other] = [createTenant({ synthetic: 7, now }), createTenant({ synthetic: 7, now })]
    const ids = Array.from({ length: 50 }, (_, number) => `call-${number}`)
    const texts = async (tenant: Tenant, asked: readonly string[]) =>
      new Map(await Promise.all(asked.map(async (id) => [id, await (await ask(tenant, id)).text()] as const)))
    expect(await texts(other, ids.toReversed())).toEqual(new Map([...(await texts(one, ids))].reverse()))
  })

  test('answers each query and format as if the call had been placed', () =>
    fc.assert(
      fc.asyncProperty(anyCallRequest(), anyId(), fc.boolean(), async ({ path, headers }, id, expanded) => {
        const synthetic = createTenant({ synthetic: true, now })
        const placed = createTenant({ now })
        const asked = async (tenant: Tenant) => {
          const query = expanded ? '?$expand=*' : path.replace(/^[^?]*/, '')
          const response = await ask(tenant, id, query, {
            headers: { ...headers, Authorization: 'Bearer any' },
          })
          return [response.status, Object.fromEntries(response.headers), await response.json()]
        }
        placed.addCall(await (await ask(createTenant({ synthetic: true }), id, '?$expand=*')).json())
        const own = await asked(synthetic)
        expect(own).toEqual(await asked(placed))
        expect(own).toMatchObject([200, {}, {}])
      }),
    ))

  test('has other calls for another seed; true is the seed 0', async () => {
    const text = async (synthetic: boolean | number | SyntheticOptions) =>
      (await ask(createTenant({ synthetic }), 'any')).text()
    expect(await text(true)).toBe(await text(0))
    expect(await text({ seed: 1, ended: 0 })).toBe(await text(1))
    expect(await text(1)).not.toBe(await text(0))
    expect((await ask(createTenant({ synthetic: false }), 'any')).status).toBe(404)
  })

  test('has as many different calls as ids', async () => {
    const tenant = createTenant({ synthetic: true })
    const texts = await Promise.all(
      Array.from({ length: runs(500, 2_000) }, async (_, number) => {
        const id = String(number)
        return (await (await ask(tenant, id)).text()).replace(`"id":"${id}"`, '')
      }),
    )
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('answers with what was placed, where something was', async () => {
    const tenant = createTenant({ synthetic: { forbidden: 1 }, calls: [groupCall()] })
    expect(await (await ask(tenant, groupCall().id)).json()).toEqual(groupCall())
    tenant.addCall(groupCall({ id: 'mine' }))
    expect(await (await ask(tenant, 'mine')).json()).toEqual(groupCall({ id: 'mine' }))
    tenant.forbid('mine', '7505')
    expect((await ask(tenant, 'mine')).status).toBe(403)
  })

  test('hangs up, whether a call was placed or not, until reset', async () => {
    const tenant = createTenant({ synthetic: true, calls: [groupCall()] })
    for (const id of ['any', groupCall().id]) {
      expect((await ask(tenant, id, '', { method: 'DELETE' })).status).toBe(204)
      expect(await callOf(tenant, id)).toMatchObject({ id, state: 'terminated' })
      expect((await ask(tenant, id)).status).toBe(404)
      expect((await ask(tenant, id, '', { method: 'DELETE' })).status).toBe(404)
    }
    expect(await callOf(tenant, 'other')).toHaveProperty('id', 'other')
    tenant.addCall(groupCall({ id: 'any' }))
    expect(await (await ask(tenant, 'any')).json()).toEqual(groupCall({ id: 'any' }))
    tenant.reset()
    expect(await callOf(tenant, 'any')).not.toEqual(groupCall({ id: 'any' }))
    expect(await (await ask(tenant, groupCall().id)).json()).toEqual(groupCall())
  })

  test('moves the call of an id as it does one that was placed, and saves that', async () => {
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
    expect((await ask(tenant, id)).status).toBe(404)
    another.restore(tenant.snapshot())
    expect((await ask(another, id)).status).toBe(404)
    expect(() => tenant.advance(id)).toThrow(UnknownCallError)
  })

  test('leaves no request for a call unanswered', async () => {
    const tenant = createTenant({ synthetic: { ended: 1 } })
    await ask(tenant, 'any')
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
      const { status } = await ask(tenant, `call-${number}`, '', {
        method: 'HEAD',
        headers: { Authorization: 'Bearer any' },
      })
      statuses.set(status, (statuses.get(status) ?? 0) + 1 / count)
    }
    return Object.fromEntries(statuses)
  }

  test('of ids are ended, forbidden and throttled, as errors of the service', async () => {
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
      const response = await ask(createTenant({ synthetic: options }), 'any')
      expect(response.status).toBe(status)
      expect(callErrorSchema.parse(await response.json()).error.code).toBe(code)
      expect(response.headers.has('Retry-After')).toBe(status === 429)
    }
  })

  test('are of the same ids in every tenant of the seed', async () => {
    const options = { seed: 5, ended: 0.5 }
    const [one, other] = [createTenant({ synthetic: options }), createTenant({ synthetic: options })]
    for (let number = 0; number < 50; number++) {
      expect((await ask(one, String(number))).status).toBe((await ask(other, String(number))).status)
    }
  })

  test('may be all ids', async () => {
    expect(await statusesOf({ ended: 0.7, forbidden: 0.2, throttled: 0.1 }, 200)).not.toHaveProperty('200')
  })

  test.each([
    [{ ended: 1.1 }, 'synthetic.ended must be a share from 0 to 1, found 1.1.'],
    [{ forbidden: Number.NaN }, 'synthetic.forbidden must be a share from 0 to 1, found NaN.'],
    [{ ended: 0.8, throttled: 0.4 }, 'The shares of synthetic must not be more than 1 together'],
    [{ seed: 1.5 }, 'synthetic.seed must be a whole number, found 1.5.'],
  ])('%j are none', (synthetic, message) => {
    expect(() => createTenant({ synthetic })).toThrow(TypeError)
    expect(() => createTenant({ synthetic })).toThrow(message)
  })
  test('a text is no seed, as JavaScript may take it from the environment', () => {
    expect(() => createTenant({ synthetic: JSON.parse('"42"') })).toThrow(
      'synthetic.seed must be a whole number, found "42".',
    )
  })
})

describe('syntheticId', () => {
  test('gives ids of calls that are as wanted, whatever the tenant', () =>
    fc.assert(
      fc.asyncProperty(anyWanted(), fc.integer(), async (wanted, seed) => {
        const id = possibleId(wanted)
        fc.pre(id !== undefined)
        const call = await callOf(createTenant({ synthetic: { seed, ended: 0.5, forbidden: 0.5 } }), id)
        const { state, direction, kind, media, meeting, identity } = wanted
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
  ] as const)('gives ids that are %s', async (response, status) => {
    for (const number of [0, 1, 2 ** 48 - 1]) {
      expect((await ask(createTenant({ synthetic: 9 }), syntheticId({ response, number }))).status).toBe(
        status,
      )
    }
  })

  test('gives another id for each number, and another call', async () => {
    const ids = Array.from({ length: 200 }, (_, number) => syntheticId({ state: 'established', number }))
    expect(new Set(ids).size).toBe(ids.length)
    const tenant = createTenant({ synthetic: true })
    const calls = await Promise.all(ids.map((id) => callOf(tenant, id)))
    expect(new Set(calls.map(({ id: _, ...call }) => JSON.stringify(call))).size).toBe(ids.length)
  })

  test('writes the digits that the documentation lists', () => {
    const page = readFileSync('docs/tenant.md', 'utf8')
    const [, pattern = ''] = /^`(ca11[A-Z\d-]+)`/m.exec(page) ?? []
    const rows = [...page.matchAll(/^\| `([A-Z])` \| `(\w+)` \| (.*) \|$/gm)]
    const lists: Record<string, readonly string[]> = {
      response: ['ended', 'forbidden', 'throttled'],
      ...callOptionValues,
    }
    expect(rows.map(([, , option]) => option).sort()).toEqual(Object.keys(lists).sort())
    const written = (letters: Record<string, string>) =>
      pattern.replaceAll(/[A-Z]/g, (letter) => letters[letter] ?? '0')
    expect(syntheticId()).toBe(written({}))
    expect(syntheticId({ number: 0xabcdef012345 })).toBe(written({}).replace(/0{12}$/, 'abcdef012345'))
    for (const [, letter = '', option = '', digits = ''] of rows) {
      const values = [...digits.matchAll(/([\da-f]) `([\w-]+)`/g)]
      expect(values.map(([, , value]) => value)).toEqual(lists[option])
      for (const [, digit = '', value] of values) {
        expect(syntheticId({ [option]: value })).toBe(written({ [letter]: digit }))
      }
    }
  })

  test.each([
    [{ state: 'ringing' }, "state: 'ringing' is not known. Allowed: 'established'"],
    [{ state: ['incoming'] }, "state: ['incoming'] is not known."],
    [{ sate: 'incoming' }, "There is no option 'sate'. Allowed: 'response', 'state'"],
    [
      { state: 'incoming', direction: 'outgoing' },
      "No call has direction: 'outgoing' with state: 'incoming'.",
    ],
    [{ kind: 'group', meeting: 'none' }, "No call has meeting: 'none' with kind: 'group'."],
  ])('refuses %j', (wanted, message) => {
    const refused = () => Reflect.apply(syntheticId, undefined, [wanted])
    expect(refused).toThrow(GeneratorOptionError)
    expect(refused).toThrow(message)
  })

  test.each([-1, 0.5, 2 ** 48, Number.NaN, '7'])('has no number %j', (number) => {
    expect(() => Reflect.apply(syntheticId, undefined, [{ number }])).toThrow(TypeError)
  })

  test.each([
    ['has a digit too high', 'ca114000-0000-4000-8000-000000000000'],
    ['asks for what there is not', 'ca110210-0000-4000-8000-000000000000'],
    ['has another form', 'ca111000-0001-4000-8000-000000000000'],
    ['is in capitals', 'CA111000-0000-4000-8000-000000000000'],
  ])('did not give an id that %s: it is one like any other', async (_what, id) => {
    expect(await callOf(createTenant({ synthetic: true }), id)).toHaveProperty('id', id)
  })
})

/** Nothing where there is no such call. */
function possibleId(wanted: SyntheticIdOptions): string | undefined {
  try {
    return syntheticId(wanted)
  } catch (error) {
    if (error instanceof GeneratorOptionError) return undefined
    throw error
  }
}

test('gives the same bytes for the same seed and id', async () => {
  expect(await syntheticResponses()).toEqual(committed)
})
