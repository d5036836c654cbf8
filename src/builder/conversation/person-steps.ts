import type { Choices } from '../choices/choices.ts'
import type { PersonAct } from './conversation-acts.ts'
import type { Draft, Ring, Situation } from './situation.ts'

/** Longest time of speech, in seconds, and keys to press. The simplest come first. */
const speech = [1, 3, 30] as const
const keys = ['1', '0', '#', '12', '*9A'] as const

/** Time until an established group call has a roster, in milliseconds: a time of the virtual tenant. */
const rosterAfter = 100

/** Returns the acts of people that are possible, the simplest first. */
export function personSteps(situation: Situation): readonly Draft[] {
  const { state, people, rings, kind, establishedAt: from } = situation
  if (state === 'terminated') return []
  const drafts: Draft[] = rings.flatMap((ring) => {
    const answer = answerStep(situation, ring)
    // Most people answer.
    return [answer, declineStep(situation, ring), answer, answer]
  })
  if (state === 'incoming') drafts.push(hangUpStep(situation, 0))
  if (state !== 'established') return drafts
  if (situation.isRecorder) return [...drafts, hangUpStep(situation, from)]
  const act =
    (
      does: PersonAct['does'],
      more: (choices: Choices, person: string) => Partial<PersonAct> = () => ({}),
    ): Draft =>
    (choices) => {
      const person = choices.pick(people)
      const after = situation.wait(choices, { from })
      return { by: 'person', after, person, does, ...more(choices, person) }
    }
  if (kind === 'group' && situation.hasMorePeople) {
    drafts.push((choices) => {
      const after = situation.wait(choices, { from: from + rosterAfter })
      const person = situation.meet()
      situation.people.push(person)
      return { by: 'person', after, person, does: 'joins' }
    })
  }
  if (people.length === 0) return drafts
  drafts.push(hangUpStep(situation, from), act('mutes'), act('unmutes'))
  if (situation.hearsTones) {
    drafts.push(
      act('presses', (choices) => {
        situation.recording = undefined
        return { keys: choices.pick(keys) }
      }),
    )
  }
  const { recording } = situation
  if (recording && recording.end > situation.time + 1) drafts.push(speakStep(situation, recording))
  if (situation.sharing === undefined) {
    drafts.push(
      act('sharesScreen', (_, person) => {
        situation.sharing = person
        return {}
      }),
    )
  } else {
    const sharer = situation.sharing
    if (people.includes(sharer)) drafts.push(stopSharingStep(situation, sharer))
  }
  if (situation.hasMorePeople && !rings.some(({ purpose }) => purpose === 'person-transfer')) {
    drafts.push(
      act('transfers', (_, person) => {
        const to = situation.meet()
        situation.ring(to, 'person-transfer', situation.time, person)
        return { to }
      }),
    )
  }
  return drafts
}

function answerStep(situation: Situation, ring: Ring): Draft {
  return (choices) => {
    const { person, purpose, former } = ring
    const after = situation.wait(choices, { from: ring.from })
    situation.stopRing(ring)
    if (purpose === 'transfer') situation.end()
    else if (purpose === 'consultation') situation.consult(person)
    else {
      situation.people.push(person)
      if (purpose === 'call') situation.establish(0)
      if (purpose === 'invitation') situation.kind = 'group'
      if (purpose === 'person-transfer' && former !== undefined) situation.leave(former)
    }
    return { by: 'person', after, person, does: 'answers' }
  }
}

function declineStep(situation: Situation, ring: Ring): Draft {
  return (choices) => {
    const { person, purpose } = ring
    const after = situation.wait(choices, { from: ring.from })
    situation.stopRing(ring)
    const isLast = situation.rings.length === 0
    if (purpose === 'transfer') situation.state = 'established'
    if (purpose === 'call' || (purpose === 'group' && isLast && situation.people.length === 0))
      situation.end()
    return { by: 'person', after, person, does: 'declines' }
  }
}

function hangUpStep(situation: Situation, from: number): Draft {
  return (choices) => {
    const person = choices.pick(situation.people)
    const after = situation.wait(choices, { from })
    if (situation.kind === 'group') situation.leave(person)
    else situation.end()
    return { by: 'person', after, person, does: 'hangsUp' }
  }
}

function speakStep(
  situation: Situation,
  { from, end }: { readonly from: number; readonly end: number },
): Draft {
  return (choices) => {
    const person = choices.pick(situation.people)
    const after = situation.wait(choices, { from, end })
    situation.recording = undefined
    return { by: 'person', after, person, does: 'speaks', seconds: choices.pick(speech) }
  }
}

function stopSharingStep(situation: Situation, person: string): Draft {
  return (choices) => {
    const after = situation.wait(choices, { from: situation.establishedAt })
    situation.sharing = undefined
    return { by: 'person', after, person, does: 'stopsSharing' }
  }
}
