import type { Choices } from '../choices/choices.ts'
import { mediaConfig } from '../media.ts'
import type { BotAct, Conversation, PersonAct } from './conversation-acts.ts'
import { meetingToJoin, userTarget } from './requests.ts'
import type { Situation } from './situation.ts'

/** Time until phones ring or the bot has joined a meeting, in milliseconds: times of the virtual tenant. */
const ringsAfter = 100
const joinsAfter = 1_000
const groupRingsAfter = joinsAfter + 100

/** Builds the first act: a person calls the bot, or the bot creates a call. */
export function firstStep(
  choices: Choices,
  situation: Situation,
  direction: Conversation['direction'],
): BotAct | PersonAct {
  if (direction === 'incoming') {
    const person = situation.meet()
    situation.people = [person]
    situation.isRecorder = choices.flag(1 / 7)
    // The call of a recorder has a meeting.
    if (situation.isRecorder) situation.kind = 'group'
    situation.arrive()
    return { by: 'person', after: 0, person, does: 'calls' }
  }
  return {
    by: 'bot',
    after: 0,
    action: 'createCall',
    method: 'POST',
    path: `/v1.0/${choices.pick(['communications', 'app'])}/calls`,
    body: {
      '@odata.type': '#microsoft.graph.call',
      callbackUri: '{callbackUri}',
      ...(situation.kind === 'group' ? groupOf(choices, situation) : personToCall(situation)),
      requestedModalities: ['audio'],
      mediaConfig: choices.one((inner) => hostedMedia(inner, situation)),
    },
  }
}

function personToCall(situation: Situation) {
  const person = situation.meet()
  situation.ring(person, 'call', ringsAfter)
  return { targets: [userTarget(person)] }
}

/** Builds the parties of a group call: several people, or a meeting that the bot joins alone. */
function groupOf(choices: Choices, situation: Situation) {
  situation.establish(joinsAfter)
  if (choices.flag()) {
    const people = choices.list(2, 3, () => situation.meet())
    for (const person of people) situation.ring(person, 'group', groupRingsAfter)
    return { targets: people.map(userTarget) }
  }
  return meetingToJoin(choices)
}

/** Builds the configuration of the media. */
export function hostedMedia(choices: Choices, situation: Situation) {
  situation.media = choices.pick(['service', 'app'])
  return mediaConfig(choices, [situation.media === 'service' ? 'service-hosted' : 'app-hosted'])
}
