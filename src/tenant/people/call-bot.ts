import { readCall } from '../../read/read-call.ts'
import { answerDeadline } from '../actions/incoming-call.ts'
import type { LiveParts } from '../live-parts.ts'
import type { Bot } from './bots.ts'
import { identityOf, instanceIdOf, type PersonIdentity } from './identities.ts'

/**
 * Calls a bot. The bot is notified at its registered URL, and has to answer in time.
 *
 * @returns the id of the call
 * Source: reported notifications of incoming calls.
 */
export function callBot(live: LiveParts, caller: PersonIdentity, bot: Bot): string {
  const { calls, clock, ids, limits, people, sessions, timeline } = live
  const id = ids.next('call')
  const callChainId = ids.next('callChain')
  const sourceId = ids.next('participant')
  const targetId = ids.next('participant')
  const { tenantId } = bot
  const call = readCall({
    '@odata.type': '#microsoft.graph.call',
    state: 'incoming',
    direction: 'incoming',
    callbackUri: bot.callbackUri,
    callChainId,
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
        identity: {
          '@odata.type': '#microsoft.graph.identitySet',
          applicationInstance: {
            '@odata.type': '#microsoft.graph.identity',
            id: instanceIdOf(bot.appId),
            displayName: bot.displayName,
            tenantId,
          },
        },
        endpointType: 'default',
        id: targetId,
      },
    ],
    requestedModalities: ['audio'],
    tenantId,
    myParticipantId: targetId,
    incomingContext: { '@odata.type': '#microsoft.graph.incomingContext', sourceParticipantId: sourceId },
    id,
  })
  sessions.update(id, { appId: bot.appId })
  people.enter(id, caller)
  timeline.addAct(id, caller.name, 'calls')
  calls.addCall(call)
  clock.schedule({ name: answerDeadline, callId: id, isDeadline: true }, limits.answer)
  return id
}
