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
  // Assignments are faster than object spreads.
  const headers: Record<string, string> = {}
  if (token !== undefined) headers['Authorization'] = `Bearer ${token}`
  headers['Content-Type'] = 'application/json'
  headers['Accept'] = 'application/json'
  headers['User-Agent'] = 'Microsoft-Skype/3.0,(Calling/1.0)'
  if (chainId) headers['X-Microsoft-Skype-Chain-ID'] = chainId
  headers['X-Microsoft-Skype-Message-ID'] = messageId
  if (originalMessageId) headers['X-Microsoft-Skype-Original-Message-ID'] = originalMessageId
  if (scenario) headers['Scenario-Id'] = scenario
  if (isFirst) headers['X-Microsoft-Skype-Caller-Region'] = 'emea'
  return headers
}
