import { NotificationFormatError } from '../../read/notification-format-error.ts'
import { readNotifications } from '../../read/read-notifications.ts'
import { type MatcherResult, resultOf } from './matcher-result.ts'

export function toBeNotification(received: unknown): MatcherResult {
  try {
    readNotifications(received)
  } catch (error) {
    if (error instanceof NotificationFormatError) return resultOf('a post of notifications', error.issues)
    throw error
  }
  return resultOf('a post of notifications', [])
}
