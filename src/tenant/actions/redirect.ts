import type { ReceivedCall } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'
import { partnerIn } from '../people/partner.ts'
import { cancelRing, ringTarget } from '../people/ringing.ts'
import type { ActionHandler } from './action.ts'
import { answerDeadline } from './incoming-call.ts'
import { invitationsIn } from './invitation.ts'

/** Purpose of a ring: the bot has redirected a call to a person. */
const redirected = 'redirect'

/** Ringing time of one target and of several, in seconds. Source: call: redirect. */
const defaultTimeout = { one: 55, several: 60 } as const

/** Registers the ringing of redirected calls: the first who answers stops the other phones. The bot is no longer involved. */
export function handleRedirects(live: LiveParts): void {
  const { rings } = live
  rings.handle(redirected, ({ callId }, result) => {
    if (!result) for (const other of rings.in(callId)) cancelRing(live, other)
  })
}

/**
 * Redirects an incoming call. The call of the bot ends without a result, and the targets ring. A target that is a registered
 * bot gets an incoming call.
 *
 * Source: call: redirect.
 */
export const redirect: ActionHandler = (live, { callId, body }) => {
  const { calls, clock } = live
  const targets = invitationsIn(body['targets'])
  const { timeout = targets.length > 1 ? defaultTimeout.several : defaultTimeout.one } = body
  clock.cancel({ name: answerDeadline, callId })
  const forwarding = {
    caller: partnerIn(live, callId),
    original: calls.callNamed(callId).targets?.[0]?.identity ?? undefined,
  }
  calls.enter(callId, 'terminated', { changes: endOf(calls.callNamed(callId)) })
  for (const [index, target] of targets.entries()) {
    ringTarget(live, {
      callId,
      key: `redirect ${index}`,
      purpose: redirected,
      target,
      timeout: Number(timeout) * 1_000,
      forwarding,
    })
  }
  return {}
}

/** Returns the properties of the notification of a redirected call. Source: call: redirect, Examples. */
function endOf({ direction, callbackUri, source, targets, tenantId, myParticipantId, id }: ReceivedCall) {
  return {
    ...(direction && { direction }),
    ...(callbackUri && { callbackUri }),
    ...(source && { source }),
    ...(targets && { targets }),
    ...(tenantId && { tenantId }),
    ...(myParticipantId && { myParticipantId }),
    id,
  }
}
