import { isIncoming } from './feed.ts'
import type { PendingNotification } from './pending.ts'

/**
 * Returns the headers of a notification.
 *
 * @param token - bearer token, if the bot is known
 * @param originalMessageId - set if the notification is sent again: the message id of the first attempt
 * Source: headers observed in real traffic.
 */
export function headersOf(
  { event, messageId, chainId, scenarioId }: PendingNotification,
  token: string | undefined,
  originalMessageId: string | undefined,
): Record<string, string> {
  const isFirst = isIncoming(event)
  // The first notification of an incoming call has no scenario yet.
  const scenario = isFirst ? undefined : (scenarioId ?? chainId)
  return {
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'User-Agent': 'Microsoft-Skype/3.0,(Calling/1.0)',
    ...(chainId && { 'X-Microsoft-Skype-Chain-ID': chainId }),
    'X-Microsoft-Skype-Message-ID': messageId,
    ...(originalMessageId && { 'X-Microsoft-Skype-Original-Message-ID': originalMessageId }),
    ...(scenario && { 'Scenario-Id': scenario }),
    ...(isFirst && { 'X-Microsoft-Skype-Caller-Region': 'emea' }),
  }
}
