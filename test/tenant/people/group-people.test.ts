import { describe, expect, test } from 'vitest'
import { callsPath, groupBot, type Json, target } from '../actions/group-bot.ts'

/** Returns the resource of each notification, with what a test looks at. */
const shown = (notifications: readonly Json[]) =>
  notifications.map(({ changeType, resource, resourceData }) => [
    changeType,
    resource.split('/').slice(4).join('/'),
    Array.isArray(resourceData) ? resourceData.length : resourceData.state,
  ])

/** Starts a meeting of a bot that two people have joined. */
async function meeting(callOptions?: object) {
  const { tenant, join, pass } = groupBot()
  const { id } = await join(callOptions && { callOptions })
  const call = tenant.call(id)
  const mira = tenant.person('Mira Holm')
  const lee = tenant.person('Lee Ash')
  await mira.joins(call)
  await lee.joins(call)
  await pass(0)
  return { tenant, call, mira, lee, pass }
}

const entryOf = (roster: Json, userId: string) =>
  roster.resourceData.find(({ info }: Json) => info.identity.user?.id === userId)

describe('people in a group call', () => {
  test('join and leave: the bot gets the full roster each time', async () => {
    const { tenant, call, lee, pass } = await meeting()
    const kim = tenant.person('Kim Ode')
    await kim.joins(call)
    const joined = await pass(0)
    expect(shown(joined)).toEqual([['updated', 'participants', 4]])
    expect(entryOf(joined[0], kim.id)).toMatchObject({ isMuted: false, isInLobby: false })
    await lee.leaves()
    const left = await pass(0)
    expect(shown(left)).toEqual([['updated', 'participants', 3]])
    expect(entryOf(left[0], lee.id)).toBeUndefined()
    expect(call.state).toBe('established')
  })

  test('a person who is invited again leaves with both devices', async () => {
    const { tenant, send, pass, act, join } = groupBot()
    const { id } = await join()
    const kim = tenant.person('Kim Ode')
    await tenant.person('Mira Holm').joins(tenant.call(id))
    for (let i = 0; i < 3; i++) {
      await act(id, 'participants/invite', { participants: [target({ user: { id: kim.id } })] })
      await pass(3)
    }
    const roster = await send('GET', `${callsPath}/${id}/participants`)
    expect(roster.body.value).toHaveLength(5)
    await send('DELETE', `${callsPath}/${id}/participants/${roster.body.value[0].id}`)
    await kim.leaves()
    expect(shown(await pass(0)).at(-1)).toEqual(['updated', 'participants', 2])
    await expect(kim.leaves()).rejects.toThrow('Kim Ode is not in a call')
  })

  test('mute and unmute themselves: the roster shows it', async () => {
    const { mira, lee, pass } = await meeting()
    await mira.mutes()
    const [muted, ...others] = await pass(0)
    expect(others).toEqual([])
    expect(entryOf(muted, mira.id)).toMatchObject({ isMuted: true })
    expect(entryOf(muted, lee.id)).toMatchObject({ isMuted: false })
    await mira.unmutes()
    const [unmuted] = await pass(0)
    expect(entryOf(unmuted, mira.id)).toMatchObject({ isMuted: false })
  })

  test('share their screen: the roster shows it, and the session is reported if the bot asks for that', async () => {
    const callOptions = {
      '@odata.type': '#microsoft.graph.outgoingCallOptions',
      isContentSharingNotificationEnabled: true,
    }
    const { mira, pass } = await meeting(callOptions)
    const direction = (roster: Json) =>
      entryOf(roster, mira.id).mediaStreams.find(
        ({ mediaType }: Json) => mediaType === 'videoBasedScreenSharing',
      ).direction
    await mira.sharesScreen()
    const [started, sharing, ...more] = await pass(0)
    expect(more).toEqual([])
    expect(shown([started])).toEqual([['created', 'contentsharingsessions', 1]])
    expect(direction(sharing)).toBe('sendReceive')
    await mira.stopsSharing()
    const [stopped, viewing] = await pass(0)
    expect(shown([stopped])).toEqual([['deleted', 'contentsharingsessions', 1]])
    expect(stopped.resourceData).toEqual(started.resourceData)
    expect(direction(viewing)).toBe('receiveOnly')
  })

  test('share their screen without a notification of the session by default', async () => {
    const { mira, pass } = await meeting()
    await mira.sharesScreen()
    await mira.stopsSharing()
    expect(shown(await pass(0)).map(([, resource]) => resource)).toEqual(['participants', 'participants'])
  })

  test('leave: the call ends when the bot is alone', async () => {
    const { call, mira, lee, pass } = await meeting()
    await mira.leaves()
    await lee.hangsUp()
    expect(shown(await pass(0))).toEqual([
      ['updated', 'participants', 2],
      ['deleted', '', 'terminated'],
    ])
    expect(call.resultInfo).toMatchObject({ code: 200, subcode: 5010 })
  })
})
