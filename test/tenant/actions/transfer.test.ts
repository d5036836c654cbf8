import { describe, expect, test } from 'vitest'
import {
  alex,
  callbackUri,
  callsPath,
  groupBot,
  kim,
  ofCall,
  resultInfo,
  robin,
  summary,
  target,
  tenantId,
} from './group-bot.ts'

const toKim = { transferTarget: target(kim, { endpointType: 'default' }) }
const inactive = { '@odata.type': '#microsoft.graph.callMediaState', audio: 'inactive' }

describe('a blind transfer', () => {
  test('is accepted when the target answers, and ends the call with 0/7015', async () => {
    const { call, act, pass } = groupBot()
    const { id, callChainId } = await call()
    const { status, body, isAssumed } = await act(id, 'transfer', toKim)
    expect([status, body, isAssumed]).toEqual([202, undefined, false])
    expect(await pass(1)).toEqual([ofCall('updated', id, { state: 'transferring', callChainId })])
    expect(await pass(2)).toEqual([
      ofCall('updated', id, { state: 'transferring', mediaState: inactive, callChainId }),
      ofCall('updated', id, { state: 'transferAccepted', callChainId }),
      ofCall('deleted', id, {
        state: 'terminated',
        resultInfo: resultInfo(0, 7015, 'GracefulTransferCompleted'),
        callChainId,
      }),
    ])
  })

  test.each([
    ['declines', { declines: true }],
    ['is busy', { busy: true }],
    ['does not answer', { answers: false }],
  ])('returns to established if the target %s', async (_what, options) => {
    const { call, act, pass, tenant, send } = groupBot()
    tenant.person('Kim Example', options)
    const { id, callChainId } = await call()
    await act(id, 'transfer', toKim)
    expect((await pass(61)).at(-1)).toEqual(
      ofCall('updated', id, {
        state: 'established',
        resultInfo: {
          '@odata.type': '#microsoft.graph.resultInfo',
          code: 500,
          subCode: 7000,
          message: expect.stringContaining('DiagCode: 500#7000.@'),
        },
        callChainId,
      }),
    )
    // GET has the spelling of the metadata.
    const { body } = await send('GET', `${callsPath}/${id}`)
    expect(body).toMatchObject({ state: 'established', resultInfo: { code: 500, subcode: 7000 } })
  })

  test('has the results of tenant.transferCall', async () => {
    const { call, tenant, send, pass } = groupBot()
    const { id } = await call()
    tenant.transferCall(id, { outcome: 'failed-transfer' })
    tenant.advance(id)
    const { body } = await send('GET', `${callsPath}/${id}`)
    expect(body).toMatchObject({ state: 'established', resultInfo: { code: 500, subcode: 7000 } })
    tenant.transferCall(id)
    tenant.advance(id)
    tenant.advance(id)
    const result = resultInfo(0, 7015, 'GracefulTransferCompleted')
    expect((await pass(0)).at(-1).resourceData).toMatchObject({ state: 'terminated', resultInfo: result })
  })
})

describe('a consultative transfer', () => {
  test('ends both calls without a result', async () => {
    const { call, act, pass } = groupBot()
    const first = await call(alex)
    const second = await call(kim)
    const transferTarget = target(kim, { replacesCallId: second.id })
    expect((await act(first.id, 'transfer', { transferTarget })).status).toBe(202)
    const notifications = await pass(1)
    // The notifications of different calls have no order.
    const of = (callId: string) => notifications.filter(({ resource }) => resource.endsWith(callId))
    expect(summary(of(first.id))).toEqual(['transferring', 'transferring', 'transferAccepted', 'terminated'])
    for (const { id, callChainId } of [first, second]) {
      const end = { state: 'terminated', terminationReason: 'AppTransferred', callChainId }
      expect(of(id).at(-1)).toEqual(ofCall('deleted', id, end))
    }
  })

  test('fails with 500/7700 if the other call does not exist', async () => {
    const { call, act, pass } = groupBot()
    const { id } = await call()
    await act(id, 'transfer', { transferTarget: target(kim, { replacesCallId: 'unknown' }) })
    const last = (await pass(1)).at(-1)
    expect(last.resourceData).toMatchObject({
      state: 'established',
      resultInfo: { code: 500, subCode: 7700 },
      replacesContext: expect.anything(),
    })
  })
})

describe('a transfer from a group call', () => {
  test('moves the transferee', async () => {
    const { join, invite, act, pass, get } = groupBot()
    const first = await join()
    const other = await join()
    const [alexId, robinId] = await invite(first.id, alex, robin)
    const transferee = {
      '@odata.type': '#microsoft.graph.participantInfo',
      identity: alex,
      participantId: alexId,
    }
    const { status, isAssumed } = await act(first.id, 'transfer', { ...toKim, transferee })
    expect([status, isAssumed]).toEqual([202, true])
    const ofFirst = (await pass(3)).filter(({ resource }) => resource === `/app/calls/${first.id}`)
    expect(summary(ofFirst)).toEqual(['transferring', 'transferring', 'transferAccepted', 'terminated'])
    const { body } = await get(other.id, 'participants')
    const ids = body.value.map(({ id }: { id: string }) => id)
    expect(ids).toEqual([robinId, other.myParticipantId])
  })

  test('needs a transferee who is in the call', async () => {
    const { join, act } = groupBot()
    const { id } = await join()
    expect((await act(id, 'transfer', toKim)).status).toBe(400)
    const transferee = { identity: alex, participantId: 'unknown' }
    const { status, body } = await act(id, 'transfer', { ...toKim, transferee })
    expect([status, body.error.code]).toEqual([404, '8558'])
  })
})

test('a peer-to-peer transfer has no transferee', async () => {
  const { call, act } = groupBot()
  const { id } = await call()
  const transferee = { identity: alex, participantId: 'any' }
  expect((await act(id, 'transfer', { ...toKim, transferee })).status).toBe(400)
})

describe('redirect', () => {
  const id = 'ca110001-0000-4000-a000-000000000001'
  const incoming = {
    '@odata.type': '#microsoft.graph.call' as const,
    state: 'incoming' as const,
    direction: 'incoming' as const,
    callbackUri,
    callChainId: 'c4a10001-0000-4000-a000-000000000001',
    source: {
      '@odata.type': '#microsoft.graph.participantInfo' as const,
      identity: alex,
      id: 'da470002-0000-4000-a000-000000000002',
    },
    targets: [
      {
        '@odata.type': '#microsoft.graph.invitationParticipantInfo' as const,
        identity: { application: { id: 'a9920001-0000-4000-a000-000000000001' } },
      },
    ],
    tenantId,
    myParticipantId: 'da470001-0000-4000-a000-000000000001',
    id,
  }

  test('ends the call without a result, with the documented properties', async () => {
    const { tenant, act, pass } = groupBot()
    const bot = tenant.registerBot({ appId: 'a9920001-0000-4000-a000-000000000001', callbackUri })
    const call = await tenant.person('Alex Example').calls(bot)
    await pass(0)
    const redirect = { targets: [target(kim), target(robin)], timeout: 60, callbackUri }
    const { status, body } = await act(call.id, 'redirect', redirect)
    expect([status, body]).toEqual([202, undefined])
    const notifications = await pass(70)
    expect(notifications).toHaveLength(1)
    const [{ changeType, resourceData }] = notifications
    expect(changeType).toBe('deleted')
    expect(Object.keys(resourceData)).toEqual([
      '@odata.type',
      'state',
      'direction',
      'callbackUri',
      'source',
      'targets',
      'tenantId',
      'myParticipantId',
      'id',
      'callChainId',
    ])
    expect((await act(call.id, 'redirect', redirect)).status).toBe(404)
  })

  test.each([
    ['no target', { targets: [] }],
    ['26 targets', { targets: Array(26).fill(target(kim)) }],
    ['a timeout of 14 s', { targets: [target(kim)], timeout: 14 }],
    ['a timeout of 91 s', { targets: [target(kim)], timeout: 91 }],
  ])('with %s is a 400', async (_what, body) => {
    const { tenant, act } = groupBot()
    tenant.addCall(incoming)
    expect((await act(id, 'redirect', body)).status).toBe(400)
  })

  test('is only allowed before the bot has answered', async () => {
    const { call, act } = groupBot()
    const established = await call()
    expect((await act(established.id, 'redirect', { targets: [target(kim)] })).status).toBe(400)
  })
})
