import { describe, expect, test } from 'vitest'
import { CallStore } from '../../../src/tenant/calls/call-store.ts'
import {
  contentSharingSessionsOf,
  startSharing,
  stopSharing,
} from '../../../src/tenant/calls/content-sharing.ts'
import { Ids } from '../../../src/tenant/calls/generated-ids.ts'
import {
  joinRoster,
  leaveRoster,
  participantIn,
  updateParticipant,
} from '../../../src/tenant/calls/roster.ts'
import { Sessions } from '../../../src/tenant/calls/sessions.ts'
import { Clock } from '../../../src/tenant/clock/clock.ts'
import { type CallEvent, Feed } from '../../../src/tenant/notifications/feed.ts'
import { People } from '../../../src/tenant/people/people.ts'
import { alex, chatInfo, kim, organizerMeeting } from '../actions/group-bot.ts'

const id = 'ca110001-0000-4000-a000-000000000001'
const myParticipantId = 'da470001-0000-4000-a000-000000000001'

/** Returns the parts of a tenant with an established call, and the events in it. */
function parts(properties: object = {}) {
  const clock = new Clock('manual', undefined)
  const call = {
    '@odata.type': '#microsoft.graph.call',
    id,
    state: 'established',
    chatInfo,
    meetingInfo: organizerMeeting,
    myParticipantId,
    ...properties,
  } as const
  const calls = new CallStore({
    calls: [call],
    synthetic: undefined,
    now: clock.now,
    keepEndedCallsFor: { gets: 1 },
  })
  const ids = new Ids()
  const feed = new Feed(ids)
  const events: CallEvent[] = []
  feed.listen((event) => events.push(event))
  const live = {
    calls,
    sessions: new Sessions(),
    clock,
    feed,
    ids,
    people: new People(),
    peerToPeerRosters: false,
  }
  return { live, events, roster: () => calls.callNamed(id).participants ?? [] }
}

describe('people in a call that a test has added', () => {
  test('join, change and leave, and the bot gets a roster each time', () => {
    const { live, events, roster } = parts()
    const alexId = joinRoster(live, id, { identity: alex })
    const kimId = joinRoster(live, id, { identity: kim, isInLobby: true })
    expect(roster()).toMatchObject([{ id: kimId, isInLobby: true }, { id: alexId }])
    expect(updateParticipant(live, id, kimId, () => ({ isInLobby: false }))).toBe(true)
    expect(participantIn(live, id, kimId)).toMatchObject({ isInLobby: false, isMuted: false })
    leaveRoster(live, id, alexId)
    expect(events.map(({ path, data }) => [path, data])).toMatchObject([
      ['/participants', [{ id: alexId }]],
      ['/participants', [{ id: kimId }, { id: alexId }]],
      ['/participants', [{ id: kimId, isInLobby: false }, { id: alexId }]],
      ['/participants', [{ id: kimId }]],
    ])
    leaveRoster(live, id, kimId)
    expect(live.calls.callNamed(id)).toMatchObject({
      state: 'terminated',
      resultInfo: { code: 200, subcode: 5010 },
    })
  })

  test('who are not in the call change nothing', () => {
    const { live, events } = parts()
    expect(updateParticipant(live, id, 'unknown', () => ({ isMuted: true }))).toBe(false)
    leaveRoster(live, id, 'unknown')
    expect(events).toEqual([])
  })
})

describe('content sharing', () => {
  const callOptions = {
    '@odata.type': '#microsoft.graph.outgoingCallOptions',
    isContentSharingNotificationEnabled: true,
  }

  test('sends created, updated and deleted, in the documented form', () => {
    const { live, events } = parts({ callOptions })
    const kimId = joinRoster(live, id, { identity: kim })
    events.splice(0)
    startSharing(live, id, kimId)
    const sessionId = contentSharingSessionsOf(live.calls.callNamed(id))[0]?.id ?? ''
    expect(sessionId).toMatch(/^[\dA-F]{64}$/)
    const session = { '@odata.type': '#microsoft.graph.contentSharingSession', id: sessionId }
    expect(contentSharingSessionsOf(live.calls.callNamed(id))).toEqual([session])
    startSharing(live, id, kimId)
    stopSharing(live, id, sessionId, kimId)
    expect(contentSharingSessionsOf(live.calls.callNamed(id))).toEqual([])
    const ofSessions = events.filter(({ path }) => path === '/contentsharingsessions')
    expect(ofSessions.map(({ changeType, data }) => [changeType, data])).toEqual([
      ['created', [session]],
      ['updated', [session]],
      ['deleted', [session]],
    ])
    const directions = events.flatMap(({ path, data }) =>
      path === '/participants'
        ? [JSON.stringify(data).match(/"applicationsharing-video".*?"direction":"(\w+)"/)?.[1]]
        : [],
    )
    expect(directions).toEqual(['sendReceive', 'receiveOnly'])
  })

  test('sends nothing if the bot did not ask for it', () => {
    const { live, events } = parts()
    startSharing(live, id)
    stopSharing(live, id)
    expect(events).toEqual([])
  })
})
