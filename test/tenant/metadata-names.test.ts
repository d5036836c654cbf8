import { fixture, groupCall, notifications } from 'graph-call-testkit/fixtures'
import { strictCallSchema, strictCallSchemaAsOf } from 'graph-call-testkit/schema'
import { createTenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { absentIn, changes } from '../../src/model/changes.ts'
import { absentNames, withoutNames } from '../../src/model/metadata-version.ts'

const headers = { Authorization: 'Bearer any' }

async function request(options: TenantOptions, path: string, init: RequestInit = {}) {
  const call = fixture('participants-expanded')
  const tenant = createTenant({ calls: [call], ...options })
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}${path}`
  const response = await tenant.fetch(new Request(url, { headers, ...init }))
  return { status: response.status, body: await response.json() }
}

const post = (body: object): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { ...headers, 'Content-Type': 'application/json' },
})

describe('absentNames', () => {
  test.each(changes.flatMap(({ since, subjects }) => subjects.map((name) => [name, since] as const)))(
    '%s exists since %s',
    (name, since) => {
      const [year = 0, month = 0] = since.split('-').map(Number)
      const dayBefore = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)
      expect(absentNames({ asOf: dayBefore })).toContain(name)
      expect(absentNames({ asOf: `${since}-01` })).not.toContain(name)
      expect(absentNames({})).not.toContain(name)
    },
  )

  test('has the names of the cloud and of the date', () => {
    const names = absentNames({ asOf: '2024-10-31', cloud: 'usnat' })
    expect([...names]).toEqual(
      expect.arrayContaining([
        'callOptions.isDeltaRosterEnabled',
        'call.audioRoutingGroups',
        'sendDtmfTones',
      ]),
    )
    expect([...absentNames({ cloud: 'usnat' })].sort()).toEqual([...new Set(absentIn.usnat)].sort())
  })
})

describe('withoutNames', () => {
  test('returns the same body if every name exists', () => {
    for (const { body } of Object.values(notifications)) {
      expect(withoutNames({ ...body }, 'commsNotifications', new Set())).toEqual(body)
    }
  })

  test('removes each absent property at any depth', () => {
    const body = {
      participants: [{ removedState: { reason: 'Removed' }, rosterSequenceNumber: 1, isMuted: true }],
      callOptions: { '@odata.type': '#microsoft.graph.outgoingCallOptions', isDeltaRosterEnabled: true },
    }
    expect(withoutNames(body, 'call', absentNames({ asOf: '2023-10-31' }))).toEqual({
      participants: [{ isMuted: true }],
      callOptions: { '@odata.type': '#microsoft.graph.outgoingCallOptions' },
    })
  })

  test('replaces an absent type by the type that it extends', () => {
    const identity = { '@odata.type': '#microsoft.graph.communicationsPhoneIdentity', id: '+14255550100' }
    expect(
      withoutNames({ source: { identity: { phone: identity } } }, 'call', absentNames({ cloud: 'usnat' })),
    ).toEqual({
      source: { identity: { phone: { ...identity, '@odata.type': '#microsoft.graph.identity' } } },
    })
  })
})

describe('createTenant with asOf and cloud', () => {
  test('leaves out properties that did not exist', async () => {
    const path = '?$expand=participants'
    const now = await request({}, path)
    const then = await request({ asOf: '2023-10-31' }, path)
    expect(JSON.stringify(now.body)).toContain('rosterSequenceNumber')
    expect(JSON.stringify(then.body)).not.toContain('rosterSequenceNumber')
    expect(then.body.participants).toHaveLength(now.body.participants.length)
  })

  test('does not have actions that did not exist', async () => {
    const tones = post({ tones: ['tone1'] })
    expect(await request({ asOf: '2023-11-30' }, '/sendDtmfTones', tones)).toMatchObject({ status: 404 })
    expect(await request({ cloud: 'usnat' }, '/sendDtmfTones', tones)).toMatchObject({ status: 404 })
    expect(await request({ asOf: '2023-12-01' }, '/sendDtmfTones', tones)).toMatchObject({ status: 200 })
  })

  test('does not have resources of another cloud', async () => {
    expect((await request({ cloud: 'usgov' }, '/audioRoutingGroups')).status).toBe(404)
    expect((await request({ cloud: 'global' }, '/audioRoutingGroups')).status).toBe(200)
  })

  test('rejects parameters that the cloud does not have', async () => {
    const transfer = post({
      transferTarget: { identity: { user: { id: '1' } } },
      transferee: { identity: { user: { id: '2' } } },
    })
    expect(await request({ cloud: 'usnat' }, '/transfer', transfer)).toMatchObject({
      status: 400,
      body: {
        error: { message: "The parameter 'transferee' does not exist. Did you mean 'transferTarget'?" },
      },
    })
  })

  test('leaves a tenant without these options as it is', async () => {
    const call = groupCall()
    const tenant = createTenant({ calls: [call], cloud: 'global', asOf: '2026-08-31' })
    const response = await tenant.fetch(
      new Request(`https://graph.microsoft.com/v1.0/communications/calls/${call.id}`, { headers }),
    )
    expect(await response.json()).toStrictEqual(call)
  })

  test.each(['2024', '2024-13-01', '2024-02-30', '2022-05-31', 'today', 20241031, null])(
    'rejects the date %j',
    (asOf) => {
      expect(() => createTenant(Object({ asOf }))).toThrow(
        /^Invalid asOf: .* Expected a date such as "2024-10-31"/,
      )
    },
  )

  test.each(['china', 'toString', 1, null])('rejects the cloud %j', (cloud) => {
    expect(() => createTenant(Object({ cloud }))).toThrow(
      /^Invalid cloud: .* Expected one of global, usgov, usnat/,
    )
  })
})

describe('strictCallSchemaAsOf', () => {
  const call = {
    ...groupCall(),
    callOptions: { '@odata.type': '#microsoft.graph.outgoingCallOptions', isDeltaRosterEnabled: true },
  }

  test('rejects properties that did not exist', () => {
    expect(strictCallSchema.safeParse(call).success).toBe(true)
    expect(strictCallSchemaAsOf({ asOf: '2024-11-01' }).safeParse(call).success).toBe(true)
    expect(strictCallSchemaAsOf({ asOf: '2024-10-31' }).safeParse(call).success).toBe(false)
    expect(strictCallSchemaAsOf({ cloud: 'usnat' }).safeParse(call).success).toBe(false)
  })

  test('accepts calls without them', () => {
    expect(strictCallSchemaAsOf({ asOf: '2022-06-01', cloud: 'usgov' }).parse(groupCall())).toEqual(
      groupCall(),
    )
  })
})
