import { describe, expect, test } from 'vitest'
import {
  alex,
  appId,
  callbackUri,
  chatInfo,
  groupBot,
  type Json,
  kim,
  mediaConfig,
  notification,
  ofCall,
  organizerMeeting,
  robin,
  summary,
  target,
  tenantId,
} from './group-bot.ts'

const linkTo = (id: unknown) =>
  typeof id === 'string' ? `https://calls.contoso.com/callParticipant/${id}/replacement` : expect.any(String)

const stream = (mediaType: string, label: string, direction: string) => ({
  '@odata.type': '#microsoft.graph.mediaStream',
  mediaType,
  label,
  sourceId: expect.stringMatching(/^\d+$/),
  direction,
  serverMuted: false,
})

/** Entry of a participant, with the properties of a captured roster. */
const entry = (id: unknown, info: object, mediaStreams: readonly object[]) => ({
  '@odata.type': '#microsoft.graph.participant',
  info: {
    '@odata.type': '#microsoft.graph.participantInfo',
    ...info,
    endpointType: 'default',
    endpointId: expect.any(String),
    clientVersion: expect.any(String),
    participantId: id,
    replacementLink: linkTo(id),
  },
  mediaStreams,
  isMuted: false,
  isInLobby: false,
  publishedStates: [],
  meetingRole: 'none',
  replacementLink: linkTo(id),
  isIdentityAnonymized: false,
  id,
})

const identities = (identity: object) => ({ '@odata.type': '#microsoft.graph.identitySet', ...identity })

const botEntry = (id: string) => {
  const application = {
    '@odata.type': '#microsoft.graph.identity',
    id: appId,
    displayName: `28:${appId}`,
    tenantId,
    identityProvider: 'AAD',
  }
  return entry(id, { identity: identities({ application }) }, [stream('audio', 'main-audio', 'sendReceive')])
}

const userEntry = ({ user }: { user: object }) =>
  entry(
    expect.any(String),
    {
      identity: identities({ user: { ...user, tenantId, identityProvider: 'AAD' } }),
      languageId: 'en-US',
    },
    [
      stream('audio', 'main-audio', 'sendReceive'),
      stream('video', 'main-video', 'receiveOnly'),
      stream('videoBasedScreenSharing', 'applicationsharing-video', 'receiveOnly'),
      stream('data', 'data', 'sendReceive'),
    ],
  )

describe('joining a meeting', () => {
  test('sends the chat and the meeting in both states, then the media and the roster', async () => {
    const { create, pass } = groupBot()
    const call = await create({ chatInfo, meetingInfo: organizerMeeting })
    const { id, callChainId, myParticipantId } = call
    expect(call.chatInfo).toEqual({ ...chatInfo, replyChainMessageId: null })
    expect(await pass(2)).toEqual([
      ofCall('updated', id, { state: 'establishing', chatInfo, meetingInfo: organizerMeeting, callChainId }),
      ofCall('updated', id, { state: 'established', chatInfo, meetingInfo: organizerMeeting, callChainId }),
      ofCall('updated', id, {
        state: 'established',
        mediaState: { '@odata.type': '#microsoft.graph.callMediaState', audio: 'active' },
        meetingCapability: { '@odata.type': '#microsoft.graph.meetingCapability' },
        coOrganizers: [],
        callChainId,
      }),
      notification('updated', id, '/participants', [botEntry(myParticipantId)]),
    ])
  })

  test('sends everybody again when a person joins, the newest first', async () => {
    const { join, act, pass } = groupBot()
    const { id, myParticipantId } = await join()
    await act(id, 'participants/invite', { participants: [target(kim)] })
    const [, roster] = await pass(3)
    const entries = [userEntry(kim), botEntry(myParticipantId)]
    expect(roster).toEqual(notification('updated', id, '/participants', entries))
  })

  const joinId = '#microsoft.graph.joinMeetingIdMeetingInfo'
  test.each([
    ['a join id', { '@odata.type': joinId, joinMeetingId: '2000001', passcode: 'abc123' }],
    ['a join id without a passcode', { '@odata.type': joinId, joinMeetingId: '2000001', passcode: null }],
    ['a token', { '@odata.type': '#microsoft.graph.tokenMeetingInfo', token: 'invented' }],
  ])('with %s gets the chat from the service', async (_what, meetingInfo) => {
    const { create, pass } = groupBot()
    const call = await create({ meetingInfo })
    expect(call.meetingInfo).toEqual(meetingInfo)
    const { replyChainMessageId, ...chat } = call.chatInfo
    expect(replyChainMessageId).toBeNull()
    expect(chat).toEqual({
      '@odata.type': '#microsoft.graph.chatInfo',
      threadId: expect.stringMatching(/^19:meeting_\w+@thread\.v2$/),
      messageId: '0',
    })
    for (const { resourceData } of (await pass(2)).slice(0, 2)) {
      expect(resourceData.chatInfo).toEqual(chat)
      expect(resourceData.meetingInfo).toEqual(meetingInfo)
    }
  })

  test('fails with the result that a test sets', async () => {
    const { create, pass, tenant } = groupBot()
    const { id, callChainId } = await create({ chatInfo, meetingInfo: organizerMeeting })
    tenant.endCall(id, { code: 500, subcode: 7106 })
    const notifications = await pass(2)
    expect(notifications.map(({ changeType }) => changeType)).toEqual(['updated', 'deleted'])
    expect(notifications[1].resourceData).toMatchObject({
      state: 'terminated',
      resultInfo: { code: 500, subcode: 7106 },
      callChainId,
    })
  })

  test('lets several bots see each other and the same people', async () => {
    const { join, invite, get, pass, send } = groupBot()
    const first = await join()
    const [kimId] = await invite(first.id, kim)
    const second = await join()
    const idsIn = async (callId: string): Promise<string[]> =>
      (await get(callId, 'participants')).body.value.map(({ id }: Json) => id)
    const everybody = [second.myParticipantId, kimId, first.myParticipantId]
    expect(await idsIn(first.id)).toEqual(everybody)
    expect([...(await idsIn(second.id))].sort()).toEqual([...everybody].sort())
    await send('DELETE', `/v1.0/communications/calls/${second.id}`)
    expect([...summary(await pass(1))].sort()).toEqual(['participants', 'terminated', 'terminating'])
    expect(await idsIn(first.id)).toEqual([kimId, first.myParticipantId])
  })

  test('ends with 200/5010 when the last person has left', async () => {
    const { join, invite, act, pass, send } = groupBot()
    const { id, callChainId } = await join()
    const [kimId] = await invite(id, kim)
    await send('DELETE', `/v1.0/communications/calls/${id}/participants/${kimId}`)
    expect(await pass(1)).toEqual([
      ofCall('deleted', id, {
        state: 'terminated',
        resultInfo: {
          '@odata.type': '#microsoft.graph.resultInfo',
          code: 200,
          subcode: 5010,
          message: expect.stringMatching(/ DiagCode: 0#5010\.@$/),
        },
        meetingInfo: organizerMeeting,
        meetingCapability: { '@odata.type': '#microsoft.graph.meetingCapability' },
        coOrganizers: [],
        callChainId,
      }),
    ])
    expect((await act(id, 'keepAlive')).status).toBe(404)
  })
})

describe('a group call that the bot creates', () => {
  test('starts with the bot, and each person who answers joins', async () => {
    const { create, pass, tenant, get } = groupBot()
    tenant.person('Kim Example', { answersAfter: { seconds: 10 } })
    const call = await create({ targets: [target(alex), target(kim)], subject: 'Support bridge' })
    const { id, callChainId, myParticipantId } = call
    const notifications = await pass(2)
    expect(summary(notifications)).toEqual(['establishing', 'established', 'established', 'participants'])
    expect(notifications[1]).toEqual(
      ofCall('updated', id, { state: 'established', direction: 'outgoing', callChainId }),
    )
    expect(notifications[3]).toEqual(
      notification('updated', id, '/participants', [botEntry(myParticipantId)]),
    )
    expect(summary(await pass(3))).toEqual(['participants'])
    expect(summary(await pass(10))).toEqual(['participants'])
    expect((await get(id, 'participants')).body.value).toHaveLength(3)
  })

  test('ends if nobody answers', async () => {
    const { create, pass, tenant } = groupBot()
    tenant.person('Alex Example', { declines: true })
    tenant.person('Kim Example', { answers: false })
    const { id } = await create({ targets: [target(alex), target(kim)] })
    expect(summary(await pass(30))).not.toContain('terminated')
    expect((await pass(60)).at(-1)).toMatchObject({ changeType: 'deleted', resource: `/app/calls/${id}` })
  })

  test('ends if nobody answers, with the large gallery view in it', async () => {
    const { act, create, pass, tenant } = groupBot()
    tenant.person('Alex Example', { answers: false })
    tenant.person('Kim Example', { answers: false })
    const { id } = await create({ targets: [target(alex), target(kim)] })
    await pass(3)
    await act(id, 'addLargeGalleryView', { clientContext: 'view' })
    expect(summary(await pass(1))).toContain('participants')
    expect((await pass(90)).at(-1)).toMatchObject({ changeType: 'deleted', resource: `/app/calls/${id}` })
  })
})

test('a bot that answers a group call sees its caller', async () => {
  const { tenant, act, pass, get } = groupBot()
  const id = 'ca110001-0000-4000-a000-000000000001'
  const callerId = 'da470002-0000-4000-a000-000000000002'
  const myParticipantId = 'da470001-0000-4000-a000-000000000001'
  const instance = { '@odata.type': '#microsoft.graph.identity', id: 'a9920001-0000-4000-a000-000000000001' }
  tenant.addCall({
    '@odata.type': '#microsoft.graph.call',
    id,
    state: 'incoming',
    direction: 'incoming',
    callbackUri,
    source: { '@odata.type': '#microsoft.graph.participantInfo', identity: alex, id: callerId },
    targets: [
      {
        '@odata.type': '#microsoft.graph.invitationParticipantInfo',
        identity: { '@odata.type': '#microsoft.graph.identitySet', applicationInstance: instance },
      },
    ],
    myParticipantId,
    chatInfo,
    meetingInfo: organizerMeeting,
    tenantId,
  })
  const answer = { callbackUri, mediaConfig, acceptedModalities: ['audio'] }
  expect((await act(id, 'answer', answer)).status).toBe(202)
  const notifications = await pass(2)
  expect(summary(notifications)).toEqual(['establishing', 'established', 'established', 'participants'])
  for (const { resourceData } of notifications.slice(0, 2)) {
    expect(resourceData).toMatchObject({ chatInfo, meetingInfo: organizerMeeting })
  }
  const { value } = (await get(id, 'participants')).body
  expect(value.map((each: Json) => each.id)).toEqual([callerId, myParticipantId])
  expect(value[1].info.identity.applicationInstance).toEqual({
    ...instance,
    tenantId,
    identityProvider: 'AAD',
  })
})

test('a delta roster has the participants that changed, and a number', async () => {
  const { join, act, pass, invite, send } = groupBot()
  const callOptions = { '@odata.type': '#microsoft.graph.outgoingCallOptions', isDeltaRosterEnabled: true }
  const { id } = await join({ callOptions })
  await act(id, 'participants/invite', { participants: [target(kim)] })
  const [, joined] = await pass(3)
  expect(joined).toEqual(
    notification('updated', id, '/participants', {
      '@odata.type': '#microsoft.graph.deltaParticipants',
      sequenceNumber: 2,
      participants: [{ ...userEntry(kim), rosterSequenceNumber: 2 }],
    }),
  )
  const kimId = joined.resourceData.participants[0].id
  await act(id, `participants/${kimId}/mute`)
  const [muted] = await pass(0)
  expect(muted.resourceData).toMatchObject({
    sequenceNumber: 3,
    participants: [{ id: kimId, isMuted: true }],
  })
  // Another bot in the same meeting removes a participant.
  const other = await join()
  await invite(other.id, robin)
  await send('DELETE', `/v1.0/communications/calls/${other.id}/participants/${kimId}`)
  const [left] = await pass(0)
  expect(left.resourceData).toMatchObject({
    sequenceNumber: 6,
    participants: [{ id: kimId, removedState: { reason: 'Removed' }, rosterSequenceNumber: 6 }],
  })
})

describe('a peer-to-peer call', () => {
  test('has no roster', async () => {
    const { call, get } = groupBot()
    const { id } = await call()
    const { status, body, isAssumed } = await get(id, 'participants')
    expect([status, body.error.code, isAssumed]).toEqual([400, '8548', true])
  })

  test('grows in four steps and gets a roster with peerToPeerRosters', async () => {
    const { create, pass, act } = groupBot({ peerToPeerRosters: true })
    const { id, callChainId, myParticipantId } = await create({ targets: [target(alex)] })
    const [, ...notifications] = await pass(5)
    expect(summary(notifications)).toEqual([...Array(4).fill('established'), 'participants'])
    const [first, second, third, fourth, roster] = notifications.map(({ resourceData }) => resourceData)
    const type = '#microsoft.graph.call'
    expect(first).toEqual({ '@odata.type': type, state: 'established', direction: 'outgoing', callChainId })
    const newKeys = (before: object, after: object) => Object.keys(after).filter((key) => !(key in before))
    expect(newKeys({}, second)).toEqual([
      '@odata.type',
      'state',
      'mediaState',
      'meetingCapability',
      'coOrganizers',
      'callChainId',
    ])
    expect(newKeys(second, third)).toEqual(['chatInfo', 'meetingInfo', 'meetingProperties'])
    expect(newKeys(third, fourth)).toEqual(['replacesContext'])
    expect(roster).toEqual([userEntry(alex), botEntry(myParticipantId)])
    // It is still a peer-to-peer call.
    expect((await act(id, 'mute')).status).toBe(400)
  })
})
