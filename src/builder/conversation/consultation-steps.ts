import { mediaConfig } from '../media.ts'
import { requestFor, userTarget } from './requests.ts'
import type { Draft, Situation } from './situation.ts'

/** Time until the phone rings in the other call, in milliseconds: a time of the virtual tenant. */
const ringsAfter = 100
/** Time until a consultative transfer has failed, or is accepted, in milliseconds: a time of the virtual tenant. */
const consultsAfter = 100
/** Time for which both calls must continue, so that the result does not depend on their ends. */
const lasting = ringsAfter + consultsAfter

/**
 * Returns the acts of a consultative transfer: the bot calls a person, and transfers its first call to them. The transfer fails
 * if the person has not answered.
 */
export function consultationSteps(situation: Situation): readonly Draft[] {
  const { state, kind, consulted, rings, hasMorePeople, establishedAt } = situation
  if (state !== 'established' || kind !== 'peer-to-peer') return []
  if (!situation.lasts(establishedAt, lasting)) return []
  const ring = rings.find(({ purpose }) => purpose === 'consultation')
  const person = consulted ?? ring?.person
  if (person === undefined) return hasMorePeople ? [callStep(situation)] : []
  const hangUp = hangUpStep(situation)
  // Nobody else rings during a transfer.
  if (rings.some((each) => each !== ring)) return [hangUp]
  const transfer = transferStep(situation, person)
  // Most bots transfer their call after the person has answered.
  return consulted === undefined
    ? [transfer, hangUp]
    : [transfer, hangUp, ...Array.from({ length: 8 }, () => transfer)]
}

/** Calls a person in another call. */
function callStep(situation: Situation): Draft {
  return (choices) => {
    const after = situation.wait(choices, { from: situation.establishedAt, lasting })
    const person = situation.meet()
    situation.ring(person, 'consultation', situation.time + ringsAfter)
    return {
      by: 'bot',
      after,
      action: 'createCall',
      method: 'POST',
      path: '/v1.0/communications/calls',
      body: {
        '@odata.type': '#microsoft.graph.call',
        callbackUri: '{callbackUri}',
        targets: [userTarget(person)],
        requestedModalities: ['audio'],
        mediaConfig: mediaConfig(choices, ['service-hosted']),
      },
    }
  }
}

/** Hangs up the other call. */
function hangUpStep(situation: Situation): Draft {
  return (choices) => {
    const after = situation.wait(choices)
    situation.endConsultation()
    return {
      by: 'bot',
      after,
      action: 'deleteCall',
      method: 'DELETE',
      path: '/v1.0/communications/calls/{otherCallId}',
    }
  }
}

/** Transfers the first call to the person in the other one. Both calls end if the person has answered. */
function transferStep(situation: Situation, person: string): Draft {
  return (choices) => {
    const after = situation.wait(choices, { from: situation.establishedAt, lasting })
    if (situation.consulted === undefined) situation.failTransfer(consultsAfter)
    else situation.end()
    return requestFor(choices, 'transfer', after, {
      transferTarget: { ...userTarget(person), replacesCallId: '{otherCallId}' },
      transferee: null,
    })
  }
}
