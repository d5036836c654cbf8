import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { callHandle, type TenantCall } from '../calls/call-handle.ts'
import { kindIn } from '../calls/live-call-kind.ts'
import { startMedia } from '../calls/roster-notification.ts'
import { waitFor, waitingReason } from '../calls/wait-for.ts'
import type { LiveParts } from '../live-parts.ts'
import { isRecording } from '../media/record.ts'
import { answers, declines, hangsUp, hearsKeys, joins, mutes, presses, shares, speaks } from './acts.ts'
import { callBot, callBotOptionKinds } from './call-bot.ts'
import { checkedKeys } from './keys.ts'
import type { Person } from './person.ts'
import { PersonError } from './person-error.ts'
import { checkedPerson, type StoredPerson } from './person-options.ts'
import { isJoining, rejectionOf } from './policy-recording.ts'
import { transfers } from './transfer-bot.ts'

/** True if a call is a group call whose bot has its first roster. It follows the start of the media. */
function hasRoster(live: LiveParts, callId: string): boolean {
  if (live.calls.stateOf(callId) !== 'established' || kindIn(live, callId) !== 'group') return false
  return live.clock.remaining({ name: startMedia, callId }) === undefined
}

/** Returns the functions of a person that the tenant has. */
export function personHandle(live: LiveParts, { name, id, phone }: StoredPerson): Person {
  /** Runs an act in a call, and waits until the bot has received what follows. */
  const inCall = async (callId: string, act: () => void): Promise<void> => {
    live.calls.settle(callId)
    act()
    await live.delivered(callId)
  }
  const current = (act: string): string => {
    const callId = live.people.callOf(name)
    if (callId !== undefined) return callId
    throw new PersonError(
      name,
      act,
      `${name} is not in a call. Start one with calls(bot), or wait for one with rings().`,
    )
  }
  /** Ends the ring of the phone. */
  const ring = async (what: string, run: typeof answers): Promise<TenantCall> => {
    const callId = await waitFor(live, {
      find: () => live.rings.of(name)?.callId,
      onTimeout: () => new PersonError(name, what, `the phone does not ring: ${waitingReason(live)}`),
    })
    const call = callHandle(live, callId)
    await inCall(callId, () => run(live, name))
    return call
  }
  /** Waits until the bot is ready for an act, and the call has not ended. */
  const whenReady = async (act: string, isReady: typeof hearsKeys, missing: string): Promise<string> => {
    const callId = current(act)
    const error = (reason: string) =>
      new PersonError(name, act, reason, callId, callHandle(live, callId).toString())
    await waitFor(live, {
      find: () => isReady(live, callId) || undefined,
      failure: () => (live.people.callOf(name) === callId ? undefined : error('the call has ended.')),
      onTimeout: () => error(`${missing}: ${waitingReason(live)}`),
    })
    return callId
  }
  /** Returns a function that runs an act in the newest call of the person. */
  const act = (what: string, run: (callId: string) => void) => async () => {
    const callId = current(what)
    await inCall(callId, () => run(callId))
  }
  return Object.freeze<Person>({
    name,
    id,
    phone,
    calls: async (bot, options = {}) => {
      checkOptions('calls', options, callBotOptionKinds)
      const registered = live.bots.find(bot?.appId)
      if (!registered) throw invalidValue('bot', bot, 'a bot of tenant.registerBot. reset() removes bots')
      const person = live.people.named(name) ?? checkedPerson(name, { id, phone })
      const callId = callBot(live, person, registered, options)
      const call = callHandle(live, callId)
      await live.delivered(callId)
      return call
    },
    rings: async () => {
      const callId = await waitFor(live, {
        find: () => live.people.callOf(name) ?? live.rings.of(name)?.callId,
        onTimeout: () => new PersonError(name, 'be called', `no bot calls: ${waitingReason(live)}`),
      })
      return callHandle(live, callId)
    },
    answers: () => ring('answer', answers),
    declines: () => ring('decline', declines),
    presses: async (keys) => {
      const checked = checkedKeys(keys)
      const missing = 'the bot has not subscribed to tones'
      const callId = await whenReady(`press ${checked}`, hearsKeys, missing)
      await inCall(callId, () => presses(live, callId, name, checked))
    },
    speaks: async (speech) => {
      checkOptions('speaks', speech, { seconds: 'checked' })
      const seconds = speech?.seconds
      if (typeof seconds !== 'number' || !(seconds >= 0 && seconds < Infinity))
        throw invalidValue('seconds', seconds, 'a number of at least 0')
      const callId = await whenReady('speak', isRecording, 'the bot does not record')
      await inCall(callId, () => speaks(live, callId, name, seconds))
    },
    joins: async (group) => {
      const callId = group?.id
      if (typeof callId !== 'string') throw invalidValue('call', group, 'a call, such as tenant.call(id)')
      const error = (reason: string) =>
        new PersonError(name, 'join', reason, callId, callHandle(live, callId).toString())
      await waitFor(live, {
        find: () => hasRoster(live, callId) || undefined,
        failure: () =>
          callHandle(live, callId).state === 'terminated' ? error('the call has ended.') : undefined,
        onTimeout: () =>
          error(`the call is not an established group call with a roster: ${waitingReason(live)}`),
      })
      await inCall(callId, () => joins(live, callId, live.people.named(name) ?? { name, id }))
      await waitFor(live, {
        find: () => !isJoining(live, callId, name) || undefined,
        onTimeout: () => error(`the bot has not responded: ${waitingReason(live)}`),
      })
      const rejected = rejectionOf(live, callId, name)
      if (rejected !== undefined) throw error(rejected)
    },
    mutes: act('mute', (callId) => mutes(live, callId, name, true)),
    unmutes: act('unmute', (callId) => mutes(live, callId, name, false)),
    sharesScreen: act('share the screen', (callId) => shares(live, callId, name, true)),
    stopsSharing: act('stop sharing', (callId) => shares(live, callId, name, false)),
    transfers: async (to) => {
      const other = to?.name
      if (typeof other !== 'string')
        throw invalidValue('to', to, 'a person, such as tenant.person("Lee Ash")')
      await act('transfer', (callId) => transfers(live, callId, name, other))()
    },
    leaves: act('leave', (callId) => hangsUp(live, callId, name)),
    hangsUp: act('hang up', (callId) => hangsUp(live, callId, name)),
  })
}
