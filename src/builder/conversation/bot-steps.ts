import { type ActionName, actionNamed } from '../../model/actions/index.ts'
import { hostedMedia } from './first-step.ts'
import { groupSteps } from './group-steps.ts'
import { mediaSteps } from './media-steps.ts'
import { requestFor, userTarget } from './requests.ts'
import type { Draft, Situation } from './situation.ts'

/** Time until a call is established after the bot has answered, in milliseconds: a time of the virtual tenant. */
const establishesAfter = 100

/** Longest time before a `keepAlive`, in milliseconds. */
const halfAnHour = 30 * 60_000

/** Returns the acts of the bot that are possible, the simplest first. */
export function botSteps(situation: Situation): readonly Draft[] {
  const { state } = situation
  if (state === 'terminated') return []
  const drafts: Draft[] = []
  const add = (action: ActionName, draft: Draft) => {
    if (isAllowed(situation, action)) drafts.push(draft)
  }
  const answer = answerStep(situation)
  add('answer', answer)
  add('reject', (choices) => {
    const after = situation.wait(choices)
    situation.end()
    return requestFor(choices, 'reject', after)
  })
  if (situation.hasMorePeople && !situation.isRecorder) {
    add('redirect', (choices) => {
      const after = situation.wait(choices)
      const targets = [userTarget(situation.meet())]
      situation.end()
      return requestFor(choices, 'redirect', after, { targets })
    })
  }
  if (state !== 'transferring') {
    drafts.push((choices) => {
      const after = situation.wait(choices)
      situation.end()
      return requestFor(choices, 'deleteCall', after)
    })
  }
  drafts.push((choices) => requestFor(choices, 'getCall', situation.wait(choices)))
  drafts.push((choices) => requestFor(choices, 'listOperations', situation.wait(choices)))
  drafts.push((choices) => {
    const after = situation.wait(choices, { longer: halfAnHour })
    if (state === 'established') situation.keepAlive()
    return requestFor(choices, 'keepAlive', after)
  })
  // Most bots answer.
  if (state === 'incoming') return [...drafts, answer, answer, answer]
  if (state !== 'established') return drafts
  if (situation.isRecorder) return [...drafts, recordingStatusStep(situation)]
  const { isMeeting, kind, people, rings, hasMorePeople } = situation
  // Nobody else rings during a transfer.
  if (hasMorePeople && rings.length === 0) {
    if (kind === 'peer-to-peer') drafts.push(transferStep(situation))
    if (isMeeting && people.length > 0) drafts.push(groupTransferStep(situation))
  }
  return [...drafts, ...mediaSteps(situation), ...groupSteps(situation)]
}

function answerStep(situation: Situation): Draft {
  return (choices) => {
    const after = situation.wait(choices)
    situation.establish(establishesAfter)
    const mediaConfig = choices.one((inner) => hostedMedia(inner, situation))
    return requestFor(choices, 'answer', after, { callbackUri: '{callbackUri}', mediaConfig })
  }
}

/** True if the model allows an action in the call now. */
export function isAllowed({ state, kind, media }: Situation, name: ActionName): boolean {
  const { allowed } = actionNamed(name)
  return (
    !allowed ||
    (allowed.states.includes(state) && (allowed.kind ?? kind) === kind && (allowed.media ?? media) === media)
  )
}

/** Transfers the other participant to a person who rings. */
function transferStep(situation: Situation): Draft {
  return (choices) => {
    const after = situation.wait(choices, { from: situation.establishedAt })
    const target = situation.meet()
    situation.state = 'transferring'
    situation.ring(target, 'transfer', situation.time)
    return requestFor(choices, 'transfer', after, {
      transferTarget: userTarget(target),
      transferee: null,
    })
  }
}

/** Transfers a participant of a group call to a person who rings. */
function groupTransferStep(situation: Situation): Draft {
  return (choices) => {
    const participant = choices.pick(situation.people)
    const after = situation.wait(choices, { from: situation.establishedAt })
    const target = situation.meet()
    situation.state = 'transferring'
    situation.ring(target, 'transfer', situation.time)
    const request = requestFor(choices, 'transfer', after, {
      transferTarget: userTarget(target),
      transferee: {
        '@odata.type': '#microsoft.graph.participantInfo',
        identity: userTarget(participant).identity,
        participantId: '{participantId}',
      },
    })
    return { ...request, participant }
  }
}

/** Reports that the bot records, or does not. */
function recordingStatusStep(situation: Situation): Draft {
  return (choices) =>
    requestFor(choices, 'updateRecordingStatus', situation.wait(choices, { from: situation.establishedAt }))
}
