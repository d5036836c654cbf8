import { fixture, groupCall } from 'graph-call-testkit/fixtures'
import {
  CallTransitionError,
  createTenant,
  type Interval,
  type Tenant,
  UnknownCallError,
} from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { getCall, statesOf } from '../request-call.ts'

const incoming = fixture('incoming-peer-to-peer')
const { id } = groupCall()

function errorOf(move: () => unknown): CallTransitionError | UnknownCallError {
  try {
    move()
  } catch (error) {
    if (error instanceof CallTransitionError || error instanceof UnknownCallError) return error
    throw error
  }
  throw new Error('Expected an error.')
}

describe('endCall with a reason', () => {
  test.each([
    [fixture('establishing-group'), 500, 7106],
    [incoming, 408, 1106],
    [groupCall(), 200, 5000],
  ])('ends a call with this result', async (call, code, subcode) => {
    const tenant = createTenant({ calls: [call] })
    tenant.endCall(call.id, { code, subcode })
    expect(await getCall(tenant, call.id)).toMatchObject({
      state: 'terminated',
      resultInfo: { code, subcode },
    })
    expect(await statesOf(tenant, call.id, 1)).toEqual([404])
  })

  test.each([
    [0.5, 1, 'code'],
    [200, 2 ** 31, 'subcode'],
    ['200', 1, 'code'],
    [200, undefined, 'subcode'],
  ])('rejects %o/%o', async (code, subcode, name) => {
    const tenant = createTenant({ calls: [groupCall()] })
    expect(() => Reflect.apply(tenant.endCall, undefined, [id, { code, subcode }])).toThrow(
      new RegExp(`^Invalid ${name}: .+\\. Expected a 32-bit integer\\.$`),
    )
    expect(await statesOf(tenant, id, 1)).toEqual(['established'])
  })
})

describe('transferCall', () => {
  test('ends the call', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.transferCall(id)
    expect(await statesOf(tenant, id, 2)).toEqual(['transferring', 'transferring'])
    expect([tenant.advance(id), tenant.advance(id)]).toEqual(['transferAccepted', 'terminated'])
    expect(await getCall(tenant, id)).toMatchObject({ resultInfo: { code: 0, subcode: 7015 } })
  })

  test('can fail, which returns the call to established, and can be repeated', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.transferCall(id, { outcome: 'failed-transfer' })
    tenant.advance(id)
    expect(await getCall(tenant, id)).toMatchObject({ state: 'established', resultInfo: { code: 500 } })
    tenant.transferCall(id)
    expect(await getCall(tenant, id)).toMatchObject({ state: 'transferring', resultInfo: null })
  })

  test('uses the interval of the call', async () => {
    const tenant = createTenant()
    tenant.addCall(groupCall(), { outcome: 'transferred', stepEvery: { gets: 1 } })
    expect(await statesOf(tenant, id, 5)).toEqual([
      'established',
      'transferring',
      'transferAccepted',
      'terminated',
      404,
    ])
  })
})

describe('rejects an attempt to', () => {
  const illegal: [string, (tenant: Tenant) => unknown, object][] = [
    [
      'advance a call that has ended',
      (tenant) => tenant.advance('over'),
      { transition: 'advance', state: 'terminated', allowed: [] },
    ],
    [
      'end a call that has ended',
      (tenant) => tenant.endCall('over'),
      { transition: 'endCall', state: 'terminated', allowed: [] },
    ],
    [
      'end a call that has ended with a reason',
      (tenant) => tenant.endCall('over', { code: 500, subcode: 1 }),
      { transition: 'endCall', state: 'terminated', allowed: [] },
    ],
    [
      'transfer a call that was not answered',
      (tenant) => tenant.transferCall('new'),
      { transition: 'transferCall', state: 'incoming', allowed: ['advance', 'endCall'] },
    ],
    [
      'advance a call on hold',
      (tenant) => tenant.advance('held'),
      { transition: 'advance', state: 'hold', allowed: ['endCall'] },
    ],
  ]

  test.each(illegal)('%s', async (_name, move, fields) => {
    const tenant = createTenant({
      calls: [
        fixture('terminated', { id: 'over' }),
        fixture('incoming-peer-to-peer', { id: 'new' }),
        fixture('on-hold', { id: 'held' }),
      ],
    })
    const before = JSON.stringify(tenant.snapshot())
    const error = errorOf(() => move(tenant))
    expect(error).toBeInstanceOf(CallTransitionError)
    expect(error).toMatchObject(fields)
    expect(error.message).toMatch(
      /^Cannot apply \w+ to call "\w+": its state is \w+\. (Allowed: |This state allows no transition\. )/,
    )
    expect(JSON.stringify(tenant.snapshot())).toBe(before)
  })

  test('add a call with an outcome that it cannot have', async () => {
    const tenant = createTenant()
    const error = errorOf(() => tenant.addCall(groupCall(), { outcome: 'rejected' }))
    expect(error).toMatchObject({ callId: id, transition: 'outcome "rejected"', state: 'established' })
    expect(error).toHaveProperty('allowed', expect.arrayContaining(['hung-up', 'transferred']))
    expect(errorOf(() => tenant.addCall(fixture('on-hold'), { stepEvery: { gets: 1 } }))).toMatchObject({
      transition: 'stepEvery',
      allowed: [],
    })
    expect(await statesOf(tenant, id, 1)).toEqual([404])
  })

  test.each(['advance', 'endCall', 'transferCall'] as const)('%s an unknown call', (move) => {
    const tenant = createTenant({ calls: [groupCall()] })
    const error = errorOf(() => Reflect.apply(tenant[move], undefined, [id.slice(1)]))
    expect(error).toBeInstanceOf(UnknownCallError)
    expect(error).toMatchObject({ callId: id.slice(1), nearestIds: [id] })
    expect(error.message).toContain(`Did you mean "${id}"?`)
  })

  test('advance a call that was removed', async () => {
    const tenant = createTenant({ calls: [groupCall()], keepEndedCallsFor: { gets: 0 } })
    tenant.endCall(id)
    expect(errorOf(() => tenant.advance(id))).toBeInstanceOf(UnknownCallError)
  })

  test.each<[unknown, string]>([
    [{ gets: 0 }, 'Invalid stepEvery.gets: 0. Expected an integer of at least 1.'],
    [{ gets: 1.5 }, 'Invalid stepEvery.gets: 1.5. Expected an integer of at least 1.'],
    [{ milliseconds: Number.NaN }, 'Invalid stepEvery.milliseconds: NaN. Expected a number of at least 1.'],
    [{}, 'Invalid stepEvery: an object. Expected { gets: number } or { milliseconds: number }.'],
    [5, 'Invalid stepEvery: 5. Expected { gets: number } or { milliseconds: number }.'],
  ])('use an interval of %j', async (stepEvery, message) => {
    const tenant = createTenant()
    expect(() => Reflect.apply(tenant.addCall, undefined, [groupCall(), { stepEvery }])).toThrow(message)
    expect(await statesOf(tenant, id, 1)).toEqual([404])
    const keepEndedCallsFor: Interval = { gets: -1 }
    expect(() => createTenant({ keepEndedCallsFor })).toThrow(
      'Invalid keepEndedCallsFor.gets: -1. Expected an integer of at least 0.',
    )
  })
})
