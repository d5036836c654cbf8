import { isJsonObject, type JsonObject } from '../../model/json.ts'
import type { ReceivedCall, ReceivedIdentitySet } from '../../model/types.generated.ts'
import { withTenant } from '../calls/roster-entry.ts'
import type { LiveParts } from '../live-parts.ts'
import type { ActionRequest } from './action.ts'

/** Person to invite. */
export interface Invitation {
  readonly identity: ReceivedIdentitySet
  readonly replacesCallId?: string | undefined
}

/** Reads `participants` of a request or of an operation. Both were checked. */
export function invitationsIn(participants: unknown): readonly Invitation[] {
  return (Array.isArray(participants) ? participants : []).filter(isJsonObject).map((each) => {
    const { identity, replacesCallId } = each
    return {
      identity: isJsonObject(identity) ? withoutNulls(identity) : {},
      ...(typeof replacesCallId === 'string' && { replacesCallId }),
    }
  })
}

/** Lets the bot be notified of the end of the call that is replaced, also if a test has added the call. */
export function joinReplacedCall(
  { calls, sessions }: Pick<LiveParts, 'calls' | 'sessions'>,
  { appId }: ActionRequest,
  { replacesCallId = '' }: Invitation,
): void {
  if (calls.stateOf(replacesCallId) !== undefined) sessions.join(replacesCallId, appId)
}

/** Returns an invitation as the response has it. Source: participant: invite, Example 1. */
export function invitedInResponse({ identity, replacesCallId }: Invitation, call: ReceivedCall): JsonObject {
  const { '@odata.type': _, ...identities } = withTenant(identity, call)
  return {
    endpointType: null,
    id: null,
    replacesCallId: replacesCallId ?? null,
    identity: { user: null, application: null, device: null, phone: null, ...identities },
  }
}

/** Returns an invitation as the notification has it. Source: participant: invite, Example 1. */
export function invitedInNotification({ identity }: JsonObject): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.invitationParticipantInfo',
    identity: {
      '@odata.type': '#microsoft.graph.identitySet',
      ...(isJsonObject(identity) && withoutNulls(identity)),
    },
  }
}

function withoutNulls(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
}
