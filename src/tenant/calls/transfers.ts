import type { ResultCode } from '../../lifecycle/paths.ts'
import {
  completedTransfer,
  failedConsultation,
  unansweredTransfer,
} from '../../lifecycle/transfer-results.ts'
import type { JsonObject } from '../../model/json.ts'
import type { ReceivedIdentitySet, ReceivedInvitationParticipantInfo } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'
import { partnerIn } from '../people/partner.ts'
import { ringTarget } from '../people/ringing.ts'
import { notifyOfCall, stepMilliseconds } from './connect.ts'
import { leaveRoster } from './roster.ts'

/** Transfer of a call. */
export interface Transfer {
  readonly target: Pick<ReceivedInvitationParticipantInfo, 'identity'>
  /** Other call of the bot, with the target. */
  readonly replacesCallId?: string | undefined
  /** Participant of a group call. The other participant of a peer-to-peer call has none. */
  readonly transfereeId?: string | undefined
}

/** Names of the tasks of a transfer. */
const endsTransfer = 'transfer-ends'
const consultsTarget = 'transfer-consults'
/** Purpose of a ring: the target of a transfer. */
const transferTarget = 'transfer'

/** Registers the steps of transfers. */
export function handleTransfers(live: LiveParts): void {
  const { calls, clock, rings } = live
  clock.handle(consultsTarget, ({ callId }) => onConsulted(live, callId))
  clock.handle(endsTransfer, ({ callId }) => onEnded(live, callId))
  rings.handle(transferTarget, ({ callId }, result) => {
    if (calls.stateOf(callId) !== 'transferring') return
    if (result) fail(live, callId, unansweredTransfer)
    else accept(live, callId)
  })
}

/** Transfers a call. The target decides what happens next. A target that is a registered bot gets an incoming call. */
export function startTransfer(live: LiveParts, callId: string, transfer: Transfer): void {
  const { target, replacesCallId, transfereeId } = transfer
  live.sessions.update(callId, { replacesCallId, transfereeId })
  live.calls.enter(callId, 'transferring')
  if (replacesCallId === undefined) {
    const forwarding = {
      caller: partnerIn(live, callId, transfereeId),
      transferor: identityOfApp(live, callId),
    }
    ringTarget(live, { callId, key: 'transfer', purpose: transferTarget, target, forwarding })
  } else live.clock.schedule({ name: consultsTarget, callId }, stepMilliseconds)
}

/** Returns the identity of the bot that transfers a call. */
function identityOfApp({ bots, sessions }: LiveParts, callId: string): ReceivedIdentitySet | undefined {
  const { appId } = sessions.of(callId)
  if (appId === undefined) return undefined
  const displayName = bots.find(appId)?.displayName
  return {
    '@odata.type': '#microsoft.graph.identitySet',
    application: {
      '@odata.type': '#microsoft.graph.identity',
      id: appId,
      ...(displayName !== undefined && { displayName }),
    },
  }
}

/** The target of a consultative transfer does not ring: it is in the other call. */
function onConsulted(live: LiveParts, callId: string): void {
  const { replacesCallId = '' } = live.sessions.of(callId)
  if (live.calls.stateOf(replacesCallId) === 'established') accept(live, callId)
  else {
    const replacesContext = { '@odata.type': '#microsoft.graph.replacesContext' }
    fail(live, callId, failedConsultation, { replacesContext })
  }
}

/** The media of the bot stops before the transfer is accepted, or after it. Source: call: transfer. */
function accept(live: LiveParts, callId: string): void {
  const mediaState = { '@odata.type': '#microsoft.graph.callMediaState', audio: 'inactive' } as const
  live.calls.change(callId, () => ({ mediaState }))
  notifyOfCall(live, callId, { mediaState })
  live.calls.enter(callId, 'transferAccepted')
  live.clock.schedule({ name: endsTransfer, callId }, stepMilliseconds)
}

function onEnded(live: LiveParts, callId: string): void {
  const { calls, sessions } = live
  const { replacesCallId, transfereeId } = sessions.of(callId)
  if (transfereeId !== undefined) leaveRoster(live, callId, transfereeId)
  if (replacesCallId === undefined) {
    calls.enter(callId, 'terminated', { result: completedTransfer })
    return
  }
  const changes = { terminationReason: 'AppTransferred' }
  calls.enter(callId, 'terminated', { changes })
  if (calls.stateOf(replacesCallId) === 'established') calls.enter(replacesCallId, 'terminated', { changes })
}

/** Returns a call to `established`. The notification writes the subcode as `subCode`. Source: call: transfer. */
function fail(live: LiveParts, callId: string, result: ResultCode, more: JsonObject = {}): void {
  const { code, subcode, message } = result
  live.sessions.update(callId, { replacesCallId: undefined, transfereeId: undefined })
  live.calls.enter(callId, 'established', {
    result,
    changes: {
      resultInfo: { '@odata.type': '#microsoft.graph.resultInfo', code, subCode: subcode, message },
      ...more,
    },
  })
}
