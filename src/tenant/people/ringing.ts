import type { ResultCode } from '../../lifecycle/paths.ts'
import type { ReceivedCall, ReceivedInvitationParticipantInfo } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'
import { callBot, type Forwarding } from './call-bot.ts'
import { drawDelay } from './delay.ts'
import { endCallWith, gaveUp } from './end-call.ts'
import type { PersonIdentity } from './identities.ts'
import { defaultPerson, type RingResponse, type StoredPerson, unanswered } from './person-options.ts'
import type { Ring } from './rings.ts'

/** Names of the tasks of a phone that rings. */
const respond = 'person-responds'
const stopRinging = 'stop-ringing'

/** Target to ring. `purpose` names the function that gets the outcome: see `Rings.handle`. */
export interface RingRequest extends Omit<Ring, 'person' | 'botCallId'> {
  readonly target: Pick<ReceivedInvitationParticipantInfo, 'identity'>
  /** Time until the phone stops ringing, in milliseconds. Defaults to the limit of the tenant. */
  readonly timeout?: number | undefined
  /** Person who is connected with the target, and why. A target that is a registered bot gets an incoming call from them. */
  readonly forwarding?: (Forwarding & { readonly caller: PersonIdentity }) | undefined
}

/** Registers what happens when phones ring. */
export function handleRinging(live: LiveParts): void {
  const { clock, rings, calls } = live
  clock.handle(respond, ({ callId, key = '' }) => {
    const ring = rings.find(callId, key)
    if (!ring) return
    const { response, result } = personOf(live, ring)
    endRing(live, ring, acts[response], response === 'answers' ? undefined : (result ?? unanswered))
  })
  clock.handle(stopRinging, ({ callId, key = '' }) => {
    const ring = rings.find(callId, key)
    if (ring) endRing(live, ring, 'does not answer', unanswered)
  })
  calls.onChange(({ callId, call: { state, call } }) => {
    const ring = rings.ofBotCall(callId)
    if (ring && state === 'established') endRing(live, ring, 'answers')
    if (state !== 'terminated') return
    for (const each of rings.in(callId)) cancelRing(live, each)
    if (ring) endRing(live, ring, 'does not answer', resultOf(call) ?? unanswered)
  })
}

/** Stops a ring without an outcome. */
export function cancelRing(live: LiveParts, ring: Ring): void {
  live.rings.remove(ring)
  if (ring.botCallId !== undefined) endCallWith(live, ring.botCallId, gaveUp)
}

/**
 * Rings a target. A registered bot gets an incoming call, if the ring has a caller. A person responds by the clock as their options say, or when a test or a script does. Nothing happens if
 * the call ends first.
 */
export function ringTarget(live: LiveParts, request: RingRequest): void {
  const { callId, key, purpose, target, timeout = live.limits.ringing, forwarding } = request
  const { bots, clock, people, rings, timeline, seed } = live
  clock.schedule({ name: stopRinging, callId, key, isDeadline: true }, timeout)
  const bot = forwarding && bots.calledBy(target)
  if (bot) {
    const { displayName: name, appId: id } = bot
    timeline.addAct(callId, name, 'rings')
    const botCallId = callBot(live, forwarding.caller, bot, {}, forwarding)
    rings.add({ callId, key, purpose, person: { name, id }, botCallId })
    return
  }
  const person = people.calledBy(target)
  const { name, id, phone, after, response, script } = person
  const ring = { callId, key, purpose, person: { name, id, ...(phone !== undefined && { phone }) } }
  rings.add(ring)
  timeline.addAct(callId, name, 'rings')
  const isScripted = script.some(({ does }) => does === 'answers' || does === 'declines')
  if (!isScripted && response !== 'silent') {
    const isImmediate = response === 'busy' || response === 'unreachable'
    const delay = isImmediate ? 0 : drawDelay(after, seed, `${name} ${callId}`)
    clock.schedule({ name: respond, callId, key }, delay)
  }
}

/** Ends a ring: the person answers, or the call gets a result. */
export function endRing(live: LiveParts, ring: Ring, act: string, result?: ResultCode): void {
  const { callId, key, person, botCallId } = ring
  const { calls, clock, people, rings, timeline } = live
  if (!rings.remove(ring)) return
  clock.cancel({ name: respond, callId, key })
  clock.cancel({ name: stopRinging, callId, key })
  if (botCallId !== undefined) {
    if (result) endCallWith(live, botCallId, gaveUp)
  } else if (!result && calls.stateOf(callId) !== 'terminated') people.enter(callId, person)
  timeline.addAct(callId, person.name, act)
  rings.end(ring, result)
}

function resultOf({ resultInfo }: ReceivedCall): ResultCode | undefined {
  const { code, subcode } = resultInfo ?? {}
  return typeof code === 'number' && typeof subcode === 'number' ? { code, subcode } : undefined
}

/** Acts by response, as the timeline shows them. */
const acts: Readonly<Record<RingResponse, string>> = {
  answers: 'answers',
  declines: 'declines',
  busy: 'is busy',
  unreachable: 'is unreachable',
  silent: 'does not answer',
}

function personOf({ people }: LiveParts, { person }: Ring): StoredPerson {
  return people.named(person.name) ?? defaultPerson(person)
}
