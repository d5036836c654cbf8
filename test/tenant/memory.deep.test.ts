import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, syntheticId, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { NewestIds } from '../../src/tenant/calls/newest-ids.ts'
import { Throttle } from '../../src/tenant/faults/throttle.ts'
import { requestCall } from './request-call.ts'

const { id } = groupCall()
const mebi = 2 ** 20

/** Returns the size of the request log, in characters. A character uses at most two bytes. */
function logSize(tenant: Tenant): number {
  const ids = [...new Set(tenant.requests.map(({ callId = '' }) => callId))]
  const bodies = new Set(ids.flatMap((each) => tenant.history(each).map(({ body }) => body)))
  return [...bodies].reduce((size, { length }) => size + length, 0)
}

const withSubject = (subject: string) => groupCall({ subject })

describe('the request log', () => {
  test('keeps at most 16 MiB of different bodies', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    for (let i = 0; i < 12; i++) {
      tenant.addCall(withSubject(String(i).padEnd(mebi, 'x')), { replace: true })
      await requestCall(tenant, id)
      expect(2 * logSize(tenant)).toBeLessThanOrEqual(16 * mebi)
    }
    expect(tenant.requests.length).toBe(7)
    expect(tenant.history(id).at(-1)?.body).toContain('"11xxx')
  })

  test('keeps 1,000 requests with the same large body, which uses its memory once', async () => {
    const tenant = createTenant({ calls: [withSubject('x'.repeat(mebi / 16))] })
    for (let i = 0; i < 1_001; i++) await requestCall(tenant, id)
    expect(tenant.requests).toHaveLength(1_000)
  })

  test('counts long paths, and keeps the newest request whatever its size', async () => {
    const tenant = createTenant({ calls: [withSubject('x'.repeat(9 * mebi))] })
    for (let i = 0; i < 40; i++) await requestCall(tenant, `${i}`.padEnd(200_000, 'x'))
    expect(tenant.requests.length).toBeLessThan(40)
    await requestCall(tenant, id)
    expect(tenant.requests).toMatchObject([{ callId: id }])
    await requestCall(tenant, 'other')
    expect(tenant.requests).toMatchObject([{ callId: 'other' }])
  })
})

describe('a synthetic tenant', () => {
  test('keeps the newest 1,000 ended calls, and remembers that older ones have ended', async () => {
    const tenant = createTenant({ synthetic: true })
    const idOf = (number: number) => syntheticId({ state: 'established', number })
    for (let i = 0; i < 1_500; i++) await requestCall(tenant, idOf(i), 'DELETE')
    const { calls, endedSynthetic } = tenant.snapshot().tenant
    expect([calls.length, endedSynthetic?.length]).toEqual([1_000, 500])
    expect((await requestCall(tenant, idOf(499))).status).toBe(404)
    expect(await (await requestCall(tenant, idOf(500))).json()).toMatchObject({ state: 'terminated' })
  })

  test('never drops a call that was added or moved', async () => {
    const tenant = createTenant({ synthetic: true })
    tenant.addCall(groupCall())
    const moved = syntheticId({ state: 'establishing' })
    tenant.advance(moved)
    await requestCall(tenant, id, 'DELETE')
    for (let i = 0; i < 1_100; i++) {
      await requestCall(tenant, syntheticId({ state: 'established', number: i }), 'DELETE')
    }
    expect(await (await requestCall(tenant, id)).json()).toMatchObject({ state: 'terminated' })
    expect(await (await requestCall(tenant, moved)).json()).toMatchObject({ state: 'established' })
  })
})

describe('a set of the newest ids', () => {
  test('drops the oldest above its number', () => {
    const ids = new NewestIds(3)
    const dropped = ['a', 'b', 'c', 'a', 'd'].flatMap((each) => ids.add(each))
    expect([dropped, ids.all()]).toEqual([['b'], ['c', 'a', 'd']])
    ids.delete('a')
    expect(ids.has('a')).toBe(false)
  })

  test('drops the oldest above 16 MiB', () => {
    const ids = new NewestIds(1_000)
    for (let i = 0; i < 20; i++) ids.add(`${i}`.padEnd(mebi, 'x'))
    expect(ids.all()).toHaveLength(8)
  })
})

test('throttling keeps at most 10,000 buckets, even if none is ever full again', () => {
  const throttle = new Throttle({ requests: 2, seconds: 1e9 })
  for (let i = 0; i < 25_000; i++) throttle.take(`token-${i}`, 0)
  expect(throttle.save(0).length).toBeLessThanOrEqual(10_000)
  expect([throttle.take('token-24999', 0), throttle.take('token-24999', 0)]).toEqual([
    undefined,
    expect.any(Number),
  ])
})
