import type { ActionName } from '../../model/actions/index.ts'
import type { Choices } from '../choices/choices.ts'
import type { BotAct } from './conversation-acts.ts'
import { requestFor, userTarget } from './requests.ts'
import type { Draft, Situation } from './situation.ts'

type Body = Readonly<Record<string, unknown>>

/** Returns the acts on the participants of an established call. */
export function groupSteps(situation: Situation): readonly Draft[] {
  const { kind, media, people, groups, onHold, sharing } = situation
  const from = situation.establishedAt
  const step =
    (action: ActionName, change: (choices: Choices) => Body = () => ({})): Draft =>
    (choices) => {
      const after = situation.wait(choices, { from })
      return requestFor(choices, action, after, change(choices))
    }
  const drafts: Draft[] = []
  if (situation.hasMorePeople) {
    drafts.push(
      step('invite', () => {
        const person = situation.meet()
        situation.ring(person, 'invitation', situation.time)
        return { participants: [userTarget(person)] }
      }),
    )
  }
  if (kind !== 'group') return drafts
  drafts.push(step('listParticipants'), step('mute'), step('unmute'), step('addLargeGalleryView'))
  drafts.push(step('listAudioRoutingGroups'), step('listContentSharingSessions'))
  drafts.push(
    step('configureMixer'),
    step('muteAll', () => ({ participants: [] })),
  )
  if (media === 'app') drafts.push(step('changeScreenSharingRole'))
  if (groups === 0) {
    drafts.push(
      step('createAudioRoutingGroup', () => {
        situation.groups++
        return { id: null, sources: [], receivers: [] }
      }),
    )
  } else {
    drafts.push(step('getAudioRoutingGroup'))
    drafts.push(step('updateAudioRoutingGroup', () => ({ sources: [], receivers: [] })))
    drafts.push(
      step('deleteAudioRoutingGroup', () => {
        situation.groups--
        return {}
      }),
    )
  }
  if (sharing !== undefined) drafts.push(step('getContentSharingSession'))
  if (people.length === 0) return drafts
  const ofPerson =
    (
      action: ActionName,
      candidates: readonly string[],
      change: (person: string) => void = () => {},
      body: Body = {},
    ): Draft =>
    (choices) => {
      const participant = choices.pick(candidates)
      const after = situation.wait(choices, { from })
      change(participant)
      return { ...requestFor(choices, action, after, body), participant } satisfies BotAct
    }
  drafts.push(ofPerson('getParticipant', people), ofPerson('muteParticipant', people))
  drafts.push(ofPerson('deleteParticipant', people, (person) => situation.leave(person)))
  if (onHold !== undefined) drafts.push(ofPerson('stopHoldMusic', [onHold], () => situation.hold(undefined)))
  else {
    // The participant is on hold for sure: a file of music could fail.
    const music = { customPrompt: null }
    drafts.push(ofPerson('startHoldMusic', people, (person) => situation.hold(person), music))
  }
  return drafts
}
