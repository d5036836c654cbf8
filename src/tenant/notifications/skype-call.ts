import type { JsonObject } from '../../model/json.ts'
import type { ReceivedCall, ReceivedIdentitySet } from '../../model/types.generated.ts'
import type { Ids } from '../calls/generated-ids.ts'

/**
 * Returns an incoming call in the older format of Skype.
 *
 * @param appId - id of the app of the bot
 * Source: reported (a log of an incoming call).
 */
export function skypeCallOf(
  { id, source, targets, tenantId, requestedModalities }: ReceivedCall,
  appId: string,
  ids: Ids,
): JsonObject {
  return {
    id,
    participants: [
      {
        identity: skypeIdentityOf(source?.identity),
        participantId: source?.id,
        endpointId: ids.next('endpoint'),
        languageId: source?.languageId,
        tenantId,
        region: source?.region,
        originator: true,
        isHidden: false,
        endPointType: source?.endpointType,
        removeFromDefaultAudioRoutingGroup: false,
      },
      {
        identity: `28:${appId}`,
        participantId: targets?.[0]?.id,
        endpointId: ids.next('endpoint'),
        tenantId,
        originator: false,
        isHidden: false,
        removeFromDefaultAudioRoutingGroup: false,
      },
    ],
    isMultiparty: false,
    presentedModalityTypes: requestedModalities,
    callState: 'incoming',
    tenantId,
  }
}

/** The prefix of a phone number is assumed: the log has a user. */
function skypeIdentityOf(identity: ReceivedIdentitySet | null | undefined): string {
  const { user, phone } = identity ?? {}
  return phone?.id ? `4:${phone.id}` : `8:orgid:${user?.id ?? ''}`
}
