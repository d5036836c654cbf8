import { describe, expect, test } from 'vitest'
import {
  alex,
  appId,
  callsPath,
  chatInfo,
  groupBot,
  type Json,
  kim,
  notification,
  ofCall,
  organizerMeeting,
  robin,
  summary,
  target,
  tenantId,
} from './group-bot.ts'

const clientContext = 'main-0'
const graph = 'https://graph.microsoft.com/v1.0'
const unknownId = 'da470009-0000-4000-a000-000000000009'

const locationOf = (callId: string, operationId: string) =>
  `${graph}/communications/calls/${callId}/operations/${operationId}`

const operation = (type: string, more: object) => ({
  '@odata.type': `#microsoft.graph.${type}`,
  ...more,
})

/** Joins a meeting and invites Kim. */
async function meetingWithKim() {
  const bot = groupBot()
  const call = await bot.join()
  const [kimId = ''] = await bot.invite(call.id, kim)
  return { ...bot, id: String(call.id), botId: String(call.myParticipantId), kimId }
}

describe('participants', () => {
  test('are listed and returned with their context, an id in info, and metadata', async () => {
    const { get, id, kimId, botId } = await meetingWithKim()
    const context = `${graph}/$metadata#communications/calls('${id}')/participants`
    const { body: list } = await get(id, 'participants')
    expect(list['@odata.context']).toBe(context)
    expect(list.value.map((each: Json) => each.id)).toEqual([kimId, botId])
    const { status, body } = await get(id, `participants/${kimId}`)
    expect(status).toBe(200)
    expect(body).toEqual({ '@odata.context': `${context}/$entity`, ...list.value[0] })
    expect(body).toMatchObject({
      '@odata.type': '#microsoft.graph.participant',
      info: { '@odata.type': '#microsoft.graph.participantInfo', id: kimId, identity: { user: kim.user } },
      isMuted: false,
      isInLobby: false,
      metadata: null,
    })
  })

  test('are removed without a notification', async () => {
    const { invite, send, get, pass, id, kimId, botId } = await meetingWithKim()
    const [alexId] = await invite(id, alex)
    const { status } = await send('DELETE', `${callsPath}/${id}/participants/${kimId}`)
    expect(status).toBe(204)
    expect(await pass(1)).toEqual([])
    const { body } = await get(id, 'participants')
    expect(body.value.map((each: Json) => each.id)).toEqual([alexId, botId])
  })

  test('the organizer and the bot itself are not removed', async () => {
    const { invite, send, id, botId } = await meetingWithKim()
    const [robinId] = await invite(id, robin)
    const organizer = await send('DELETE', `${callsPath}/${id}/participants/${robinId}`)
    expect([organizer.status, organizer.body.error.code, organizer.isAssumed]).toEqual([400, '8552', true])
    expect((await send('DELETE', `${callsPath}/${id}/participants/${botId}`)).status).toBe(400)
  })

  test.each([
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/mute'],
    ['POST', '/startHoldMusic'],
    ['POST', '/stopHoldMusic'],
  ])('%s {participantId}%s of somebody else is a 404', async (method, path) => {
    const { send, id } = await meetingWithKim()
    const { status, body, isAssumed } = await send(
      method,
      `${callsPath}/${id}/participants/${unknownId}${path}`,
      method === 'POST' ? {} : undefined,
    )
    expect([status, body.error.code, isAssumed]).toEqual([404, '8558', true])
  })
})

describe('invite', () => {
  const invitation = { participants: [target(kim)], clientContext }
  const kimWithTenant = { ...kim.user, tenantId, identityProvider: 'AAD' }
  const invited = {
    '@odata.type': '#microsoft.graph.invitationParticipantInfo',
    identity: { '@odata.type': '#microsoft.graph.identitySet', user: kimWithTenant },
  }

  test('runs until the person answers, and ends before the roster', async () => {
    const { join, act, pass, get } = groupBot()
    const { id } = await join()
    const { status, body, location } = await act(id, 'participants/invite', invitation)
    expect(status).toBe(200)
    expect(location).toBe(locationOf(id, body.id))
    expect(body).toEqual(
      operation('inviteParticipantsOperation', {
        id: body.id,
        status: 'Running',
        clientContext,
        resultInfo: null,
        participants: [
          {
            endpointType: null,
            id: null,
            replacesCallId: null,
            identity: { user: kimWithTenant, application: null, device: null, phone: null },
          },
        ],
      }),
    )
    expect((await get(id, `operations/${body.id}`)).body).toMatchObject({ status: 'Running' })
    expect(await pass(1)).toEqual([])
    const [ended, roster] = await pass(2)
    expect(ended).toEqual(
      notification(
        'deleted',
        id,
        `/operations/${body.id}`,
        operation('inviteParticipantsOperation', {
          participants: [invited],
          status: 'completed',
          clientContext,
          id: body.id,
        }),
      ),
    )
    expect(roster.resourceData).toHaveLength(2)
    expect((await get(id, `operations/${body.id}`)).status).toBe(404)
  })

  test.each([
    ['does not answer', { answers: false }, 60, 412, 'DiagCode: 412#10073.@'],
    ['has no endpoint', { unreachable: true }, 1, 412, 'DiagCode: 412#10073.@'],
    ['declines', { declines: true }, 3, 403, 'DiagCode: 403#10151.@'],
  ])('fails if the person %s', async (_what, options, seconds, code, diagnostic) => {
    const { join, act, pass, tenant } = groupBot()
    tenant.person('Kim Example', options)
    const { id } = await join()
    const { body } = await act(id, 'participants/invite', invitation)
    const notifications = await pass(seconds)
    expect(notifications).toHaveLength(1)
    expect(notifications[0].resourceData).toEqual(
      operation('inviteParticipantsOperation', {
        participants: [invited],
        status: 'failed',
        clientContext,
        resultInfo: {
          '@odata.type': '#microsoft.graph.resultInfo',
          code,
          subcode: 9999,
          message: expect.stringContaining(diagnostic),
        },
        id: body.id,
      }),
    )
  })

  test('of several people needs a chat, and ends once', async () => {
    const { call, join, act, pass, tenant } = groupBot()
    tenant.person('Alex Example', { declines: true })
    const several = { participants: [target(alex), target(kim)] }
    const { id: withoutChat } = await call(robin)
    const { status, body } = await act(withoutChat, 'participants/invite', several)
    expect([status, body.error.code]).toEqual([400, '8523'])
    const { id } = await join()
    await act(id, 'participants/invite', several)
    const notifications = await pass(5)
    expect(summary(notifications)).toEqual(['operations', 'participants'])
    expect(notifications[0].resourceData.status).toBe('completed')
  })

  test('turns a peer-to-peer call into a group call for good', async () => {
    const { call, act, pass, get, send } = groupBot()
    const { id, myParticipantId } = await call()
    expect((await act(id, 'mute')).status).toBe(400)
    await act(id, 'participants/invite', invitation)
    const [ended, roster] = await pass(3)
    expect(ended.resourceData.status).toBe('completed')
    expect(roster.resourceData.map((each: Json) => each.info.identity)).toMatchObject([
      { user: kim.user },
      { user: alex.user },
      { application: { id: appId } },
    ])
    const [{ id: kimId }] = roster.resourceData
    await send('DELETE', `${callsPath}/${id}/participants/${kimId}`)
    expect((await get(id, 'participants')).body.value).toHaveLength(2)
    expect((await act(id, 'mute')).status).toBe(200)
    const transfer = await act(id, 'transfer', { transferTarget: target(robin) })
    expect([transfer.status, transfer.body.error.code, transfer.isAssumed]).toEqual([400, '8523', false])
    expect(transfer.body.error.message).toBe('Cannot do transfer for meeting mode')
    expect(myParticipantId).toBe(roster.resourceData[2].id)
  })

  test('hides the bot after that if its options say so', async () => {
    const { call, act, pass } = groupBot()
    const callOptions = {
      '@odata.type': '#microsoft.graph.outgoingCallOptions',
      hideBotAfterEscalation: true,
    }
    const { id } = await call(alex, { callOptions })
    await act(id, 'participants/invite', invitation)
    const [, roster] = await pass(3)
    expect(roster.resourceData).toHaveLength(2)
  })

  test('moves a person from another call, which ends', async () => {
    const { call, join, act, pass } = groupBot()
    const { id: replaced, callChainId } = await call(kim)
    const { id } = await join()
    const moving = { participants: [target(kim, { replacesCallId: replaced }), target(alex)], clientContext }
    const { body } = await act(id, 'participants/invite', moving)
    expect(body.participants).toMatchObject([{ replacesCallId: replaced }])
    const notifications = await pass(1)
    // The notifications of different calls have no order.
    const of = (callId: string) => notifications.filter(({ resource }) => resource.split('/')[3] === callId)
    const [ended, roster] = of(id)
    const [deleted] = of(replaced)
    expect(ended.resourceData).toMatchObject({ status: 'completed', participants: [invited] })
    expect(roster.resourceData).toHaveLength(2)
    expect(deleted).toEqual(ofCall('deleted', replaced, { state: 'terminated', callChainId }))
  })

  test('fails with 500 if the call to replace does not exist', async () => {
    const { join, act, pass } = groupBot()
    const { id } = await join()
    await act(id, 'participants/invite', { participants: [target(kim, { replacesCallId: unknownId })] })
    const [ended, ...others] = await pass(1)
    expect(ended.resourceData).toMatchObject({ status: 'failed', resultInfo: { code: 500 } })
    expect(others).toEqual([])
  })
})

describe('mute', () => {
  test.each([
    ['mute', 'muteParticipantOperation', true],
    ['unmute', 'unmuteParticipantOperation', false],
  ])('%s of the bot sends a roster', async (name, type, isMuted) => {
    const { act, pass, id, botId } = await meetingWithKim()
    const { status, body, location } = await act(id, name, { clientContext })
    expect(status).toBe(200)
    expect(location).toBe(locationOf(id, body.id))
    expect(body).toEqual({
      '@odata.context': `${graph}/$metadata#${type}`,
      ...operation(type, { id: body.id, status: 'completed', clientContext }),
    })
    const [roster] = await pass(0)
    expect(roster.resourceData).toMatchObject([{ isMuted: false }, { id: botId, isMuted }])
  })

  test('of another participant sends a roster', async () => {
    const { act, pass, id, kimId } = await meetingWithKim()
    const { status, body } = await act(id, `participants/${kimId}/mute`, { clientContext })
    expect([status, body.status]).toEqual([200, 'completed'])
    expect(body['@odata.context']).toBe(`${graph}/$metadata#muteParticipantOperation`)
    const [roster] = await pass(0)
    expect(roster.resourceData).toMatchObject([{ id: kimId, isMuted: true }, { isMuted: false }])
  })

  test('of several participants sends one roster, on beta only', async () => {
    const { send, pass, id, kimId, botId, act } = await meetingWithKim()
    const participants = { participants: [kimId, botId], clientContext }
    expect(await act(id, 'participants/muteAll', participants)).toMatchObject({
      status: 404,
      body: { error: { message: "Resource not found for the segment 'muteAll'." } },
    })
    const { status, body } = await send(
      'POST',
      `/beta/communications/calls/${id}/participants/muteAll`,
      participants,
    )
    expect(status).toBe(200)
    expect(body).toEqual(operation('commsOperation', { id: body.id, status: 'completed', clientContext }))
    const [roster, ...others] = await pass(0)
    expect(roster.resourceData).toMatchObject([{ isMuted: true }, { isMuted: true }])
    expect(others).toEqual([])
  })
})

test('configureMixer ends with a notification, on beta', async () => {
  const { send, pass, id } = await meetingWithKim()
  const { status, body } = await send(
    'POST',
    `/beta/communications/calls/${id}/participants/configureMixer`,
    {
      participantMixerLevels: [],
      clientContext,
    },
  )
  expect([status, body.status]).toEqual([200, 'running'])
  const [ended] = await pass(1)
  expect(ended.resourceData).toEqual(
    operation('commsOperation', { status: 'completed', clientContext, id: body.id }),
  )
})

describe('hold music', () => {
  test.each(['startHoldMusic', 'stopHoldMusic'])('%s ends with the documented notification', async (name) => {
    const { act, pass, id, kimId } = await meetingWithKim()
    if (name === 'stopHoldMusic') await act(id, `participants/${kimId}/startHoldMusic`)
    await pass(1)
    const { status, body, location } = await act(id, `participants/${kimId}/${name}`, { clientContext })
    expect(status).toBe(202)
    expect(location).toBe(locationOf(id, body.id))
    expect(body).toEqual(operation(`${name}Operation`, { id: body.id, status: 'running', clientContext }))
    expect(await pass(1)).toEqual([
      notification(
        'deleted',
        id,
        `/operations/${body.id}`,
        operation(`${name}Operation`, {
          '@odata.id': `/communications/calls/${id}/operations/${body.id}`,
          '@odata.etag': 'W/"1002"',
          status: 'completed',
          clientContext,
        }),
      ),
    ])
  })

  test('plays for one participant at a time', async () => {
    const { act, invite, id, kimId } = await meetingWithKim()
    const [alexId] = await invite(id, alex)
    const hold = (participantId: string | undefined, name: string) =>
      act(id, `participants/${participantId}/${name}`)
    expect((await hold(kimId, 'startHoldMusic')).status).toBe(202)
    expect((await hold(alexId, 'startHoldMusic')).status).toBe(409)
    expect((await hold(alexId, 'stopHoldMusic')).status).toBe(409)
    expect((await hold(kimId, 'stopHoldMusic')).status).toBe(202)
    expect((await hold(alexId, 'startHoldMusic')).status).toBe(202)
  })
})

test('audio routing groups are created, listed, changed and deleted', async () => {
  const { act, get, send, id, kimId, botId } = await meetingWithKim()
  const path = `${callsPath}/${id}/audioRoutingGroups`
  const group = {
    id: 'a4700001-0000-4000-a000-000000000001',
    routingMode: 'oneToOne',
    sources: [kimId],
    receivers: [botId],
  }
  const created = await act(id, 'audioRoutingGroups', {
    '@odata.type': '#microsoft.graph.audioRoutingGroup',
    ...group,
  })
  expect([created.status, created.body]).toEqual([200, group])
  expect((await act(id, 'audioRoutingGroups', group)).status).toBe(409)
  expect(
    (await act(id, 'audioRoutingGroups', { routingMode: 'multicast', sources: [unknownId] })).status,
  ).toBe(404)
  expect((await get(id, 'audioRoutingGroups')).body).toEqual({ value: [group] })
  expect((await get(id, `audioRoutingGroups/${group.id}`)).body).toEqual(group)
  const changed = { ...group, receivers: [botId, kimId] }
  const patched = await send('PATCH', `${path}/${group.id}`, changed)
  expect([patched.status, patched.body]).toEqual([200, changed])
  const expanded = await send('GET', `${callsPath}/${id}?$expand=audioRoutingGroups`)
  expect(expanded.body.audioRoutingGroups).toEqual([changed])
  expect((await send('DELETE', `${path}/${group.id}`)).status).toBe(204)
  expect((await send('DELETE', `${path}/${group.id}`)).status).toBe(404)
  expect((await get(id, 'audioRoutingGroups')).body).toEqual({ value: [] })
})

test('addLargeGalleryView ends its operation, then the view is in the roster', async () => {
  const { act, pass, send, id, kimId } = await meetingWithKim()
  const { status, body } = await act(id, 'addLargeGalleryView', { clientContext })
  expect(status).toBe(202)
  const type = 'addLargeGalleryViewOperation'
  expect(body).toEqual(operation(type, { id: body.id, status: 'running', clientContext, resultInfo: null }))
  const [ended, roster] = await pass(1)
  expect(ended.resourceData).toEqual(
    operation(type, {
      '@odata.id': `/communications/calls/${id}/operations/${body.id}`,
      status: 'completed',
      clientContext,
    }),
  )
  const [view] = roster.resourceData
  expect(view.info.identity.application).toMatchObject({ ApplicationType: 'LargeGallery-V2' })
  expect(() => JSON.parse(view.metadata)).not.toThrow()
  // The view is not a person: the call ends when Kim leaves.
  await send('DELETE', `${callsPath}/${id}/participants/${kimId}`)
  expect(summary(await pass(1))).toEqual(['terminated'])
})

test('changeScreenSharingRole shows the stream of the bot', async () => {
  const { join, act, pass } = groupBot()
  const { id } = await join({
    mediaConfig: { '@odata.type': '#microsoft.graph.appHostedMediaConfig', blob: 'invented' },
  })
  expect((await act(id, 'changeScreenSharingRole', { role: 'sharer' })).status).toBe(202)
  const [roster] = await pass(0)
  expect(roster.resourceData[0].mediaStreams).toMatchObject([
    { mediaType: 'audio', direction: 'sendReceive' },
    { mediaType: 'videoBasedScreenSharing', direction: 'sendOnly', serverMuted: false },
  ])
})

test('logTeleconferenceDeviceQuality needs a User-Agent', async () => {
  const { send } = groupBot()
  const quality = {
    '@odata.type': '#microsoft.graph.teleconferenceDeviceQuality',
    callChainId: 'c4a10001-0000-4000-a000-000000000001',
    cloudServiceDeploymentEnvironment: 'test',
    cloudServiceDeploymentId: 'dep-1',
    cloudServiceInstanceName: 'inst-1',
    cloudServiceName: 'contoso',
    deviceDescription: 'Lab device',
    deviceName: 'Contoso D1',
    mediaLegId: 'c0f00001-0000-4000-a000-000000000001',
    participantId: 'da470002-0000-4000-a000-000000000002',
    mediaQualityList: [],
  }
  const path = `${callsPath}/logTeleconferenceDeviceQuality`
  const { status, body } = await send('POST', path, { quality }, { 'User-Agent': 'Contoso-Device/1.0' })
  expect([status, body]).toEqual([200, undefined])
  const missing = await send('POST', path, { quality })
  expect([missing.status, missing.isAssumed]).toEqual([400, true])
})

test('a snapshot keeps rosters, holds and meetings', async () => {
  const { tenant, act, get, pass, id, kimId, join } = await meetingWithKim()
  await act(id, `participants/${kimId}/startHoldMusic`)
  const saved = JSON.parse(JSON.stringify(tenant.snapshot()))
  tenant.restore(saved)
  expect(JSON.parse(JSON.stringify(tenant.snapshot()))).toEqual(saved)
  expect(summary(await pass(1))).toContain('operations')
  const other = await join({ chatInfo, meetingInfo: organizerMeeting })
  expect((await get(other.id, 'participants')).body.value).toHaveLength(3)
})
