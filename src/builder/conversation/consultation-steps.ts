import { mediaConfig } from '../media.ts'
import { requestFor, userTarget } from './requests.ts'
import type { Draft, Situation } from './situation.ts'

/** Time until the phone rings in the other call, in milliseconds: a time of the virtual tenant. */
const ringsAfter = 100

/** Returns the acts of a consultative transfer: the bot calls a person, and transfers its first call to them. */
export function consultationSteps(situation: Situation): readonly Draft[] {
  const { kind, consulted, rings, hasMorePeople } = situation
  if (kind !== 'peer-to-peer') return []
  if (consulted !== undefined) return [transferStep(situation, consulted)]
  const isRinging = rings.some(({ purpose }) => purpose === 'consultation')
  return isRinging || !hasMorePeople ? [] : [callStep(situation)]
}

/** Calls a person in another call. */
function callStep(situation: Situation): Draft {
  return (choices) => {
    const after = situation.wait(choices, { from: situation.establishedAt })
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

/** Transfers the first call to the person in the other one. Both calls end. */
function transferStep(situation: Situation, person: string): Draft {
  return (choices) => {
    const after = situation.wait(choices, { from: situation.establishedAt })
    situation.end()
    return requestFor(choices, 'transfer', after, {
      transferTarget: { ...userTarget(person), replacesCallId: '{otherCallId}' },
      transferee: null,
    })
  }
}
