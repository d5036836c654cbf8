import type { ReceivedCall } from '../../model/types.generated.ts'

/** Options of a call that change what the bot is notified of. Source: $metadata v1.0, callOptions. */
export type CallOption =
  | 'hideBotAfterEscalation'
  | 'isContentSharingNotificationEnabled'
  | 'isDeltaRosterEnabled'

/** True if the bot has set an option when it created or answered the call. The type of the options does not matter. */
export function hasOption({ callOptions }: ReceivedCall, option: CallOption): boolean {
  return !!callOptions && Reflect.get(callOptions, option) === true
}
