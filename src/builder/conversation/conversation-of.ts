import type { Build, Choices } from '../choices/choices.ts'
import { botSteps } from './bot-steps.ts'
import { consultationSteps } from './consultation-steps.ts'
import type { BotAct, Conversation, ConversationKind, PersonAct } from './conversation-acts.ts'
import { firstStep } from './first-step.ts'
import { personSteps } from './person-steps.ts'
import { personNamed } from './requests.ts'
import { type Draft, Situation } from './situation.ts'

/** Directions and kinds to build. */
export interface ConversationShape {
  readonly directions: readonly Conversation['direction'][]
  readonly kinds: readonly ConversationKind[]
  /** Largest number of acts between the first and the last one. */
  readonly most: number
}

/** Returns a builder of conversations. Each act is legal: it depends on what happened before, and on when. */
export function conversationOf({ directions, kinds, most }: ConversationShape): Build<Conversation> {
  const beginnings = directions.flatMap((direction) =>
    kinds
      // People call bots peer-to-peer.
      .filter((kind) => direction === 'outgoing' || kind === 'peer-to-peer')
      .map((kind) => ({ direction, kind })),
  )
  return (choices) => {
    const { direction, kind } = choices.pick(beginnings)
    const situation = new Situation(kind)
    const acts = [choices.one((inner) => firstStep(inner, situation, direction))]
    for (const act of choices.list(0, most, (inner) => nextAct(inner, situation))) if (act) acts.push(act)
    const last = lastAct(situation)
    if (last) acts.push(last)
    return {
      direction,
      kind,
      ...(situation.isRecorder && { isRecorder: true }),
      people: situation.known.map(personNamed),
      acts,
    }
  }
}

/** Builds an act that is possible now. Undefined if the call has ended. */
function nextAct(choices: Choices, situation: Situation): BotAct | PersonAct | undefined {
  // Acts that need many others come last, so that the choices of the others stay the same when a conversation shrinks.
  const drafts: readonly Draft[] = [
    ...botSteps(situation),
    ...personSteps(situation),
    ...consultationSteps(situation),
  ]
  if (drafts.length === 0) return undefined
  const draft = choices.pick(drafts)
  return choices.one((inner) => draft(inner))
}

/** Ends a call that has not ended: the bot hangs up. */
function lastAct(situation: Situation): BotAct | PersonAct | undefined {
  if (situation.state === 'terminated') return undefined
  const ringing = situation.rings.find(({ purpose }) => purpose === 'transfer')
  if (ringing) {
    return { by: 'person', after: situation.until(ringing.from), person: ringing.person, does: 'answers' }
  }
  return {
    by: 'bot',
    after: situation.within(1_000),
    action: 'deleteCall',
    method: 'DELETE',
    path: '/v1.0/communications/calls/{callId}',
  }
}
