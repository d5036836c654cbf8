import type { OptionKinds } from '../../model/known-options.ts'
import type { ReceivedIdentitySet } from '../../model/types.generated.ts'
import { readCall } from '../../read/read-call.ts'
import { answerDeadline } from '../actions/incoming-call.ts'
import type { LiveParts } from '../live-parts.ts'
import type { Bot } from './bots.ts'
import { identityOf, instanceIdOf, type PersonIdentity } from './identities.ts'

/**
 * Options of `person.calls`.
 *
 * @example
 * ```ts
 * const options: CallBotOptions = { skypeFirst: true }
 * const bot = tenant.registerBot({ appId: '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11', callbackUri: 'http://127.0.0.1:3978/api/calls' })
 * const ring = () => tenant.person('Mira Holm').calls(bot, options)
 * ```
 * Source: incoming call notifications.
 */
export interface CallBotOptions {
  /**
   * True if the first notification has the older format of Skype. The bot has to respond with 204, and then receives the call
   * in the format of Graph. Defaults to false.
   */
  readonly skypeFirst?: boolean | undefined
}

export const callBotOptionKinds: OptionKinds<CallBotOptions> = { skypeFirst: 'boolean' }

/** Reason why a call reaches a bot that the caller has not called. */
export interface Forwarding {
  /** Bot that has transferred the call. */
  readonly transferor?: ReceivedIdentitySet | undefined
  /** Identity that the caller has called. Set if it has redirected the call. */
  readonly original?: ReceivedIdentitySet | undefined
}

/**
 * Calls a bot. The bot is notified at its registered URL, and has to answer in time.
 *
 * @returns the id of the call
 * Source: reported notifications of incoming calls.
 */
export function callBot(
  live: LiveParts,
  caller: PersonIdentity,
  bot: Bot,
  { skypeFirst = false }: CallBotOptions = {},
  { transferor, original }: Forwarding = {},
): string {
  const { calls, clock, ids, limits, people, sessions, timeline } = live
  const id = ids.next('call')
  const callChainId = ids.next('callChain')
  const sourceId = ids.next('participant')
  const targetId = ids.next('participant')
  const { tenantId } = bot
  const identity = {
    '@odata.type': '#microsoft.graph.identitySet',
    applicationInstance: {
      '@odata.type': '#microsoft.graph.identity',
      id: instanceIdOf(bot.appId),
      displayName: bot.displayName,
      tenantId,
    },
  }
  const call = readCall({
    '@odata.type': '#microsoft.graph.call',
    state: 'incoming',
    direction: 'incoming',
    callbackUri: bot.callbackUri,
    callChainId,
    ...(original && {
      callRoutes: [
        { '@odata.type': '#microsoft.graph.callRoute', routingType: 'forwarded', original, final: identity },
      ],
    }),
    source: {
      '@odata.type': '#microsoft.graph.participantInfo',
      identity: identityOf(caller, tenantId),
      endpointType: 'default',
      region: 'emea',
      languageId: 'en-us',
      id: sourceId,
    },
    targets: [
      {
        '@odata.type': '#microsoft.graph.invitationParticipantInfo',
        identity,
        endpointType: 'default',
        id: targetId,
      },
    ],
    requestedModalities: ['audio'],
    tenantId,
    myParticipantId: targetId,
    incomingContext: {
      '@odata.type': '#microsoft.graph.incomingContext',
      sourceParticipantId: sourceId,
      ...(transferor && { transferor }),
      ...(bot.isRecorder && { observedParticipantId: sourceId, onBehalfOf: null }),
    },
    id,
    ...(bot.isRecorder && {
      meetingInfo: { '@odata.type': '#microsoft.graph.tokenMeetingInfo', token: `meeting ${callChainId}` },
    }),
  })
  sessions.update(id, { appId: bot.appId, ...(skypeFirst && { skypeFirst }) })
  people.enter(id, caller)
  timeline.addAct(id, caller.name, 'calls')
  calls.addCreated(id, call)
  clock.schedule(
    { name: answerDeadline, callId: id, isDeadline: true },
    bot.isRecorder ? limits.answerRecording : limits.answer,
  )
  return id
}
