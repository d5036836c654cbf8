import { notification, notifications } from '../../fixtures/index.ts'
import type { CommsNotifications } from '../../src/model/types.generated.ts'
import { checkOptions } from '../../src/read/check-options.ts'
import { checkFunction } from '../contract-arguments.ts'
import { warnProcess } from '../warn.ts'
import { findReads } from './find-reads.ts'
import { generatedNotifications } from './generated-notifications.ts'
import type { NotificationReads } from './read-paths.ts'
import { type ReadsOptions, readsOptionKinds } from './reads.ts'

/**
 * Finds the paths of a notification that the handler of a bot reads, for example `['value[].resourceData.state']`. Runs the
 * handler with every notification fixture and with generated notifications of calls, rosters and operations, so pass one without
 * lasting effects. Everything else is as in `readsOf`.
 *
 * @param handle - handler of the bot, which gets a view of the body that behaves like the body. Promises are awaited. The type of
 * its parameter becomes the type of `body` in the contract
 * @returns the paths, sorted
 * @throws a {@link ReadsError} if the handler throws for every notification
 * @throws TypeError if `handle` is not a function, or an option is unknown or has the wrong type
 * @example
 * ```ts
 * import type { CommsNotifications } from 'graph-call-testkit'
 * import { notificationReadsOf } from 'graph-call-testkit/contracts'
 *
 * const urlsIn = ({ value }: CommsNotifications) => value.map(({ resourceUrl }) => resourceUrl)
 *
 * await notificationReadsOf(urlsIn) // ['value[].resourceUrl']
 * ```
 * Sources: the notification fixtures; the generators; $metadata v1.0, commsNotifications.
 */
export async function notificationReadsOf<Body = CommsNotifications>(
  handle: (body: Body) => unknown,
  options: ReadsOptions = {},
): Promise<NotificationReads<Body>> {
  checkFunction('argument of notificationReadsOf', handle)
  checkOptions('notificationReadsOf', options, readsOptionKinds)
  const { warn = warnProcess } = options
  const fixtures = Object.values(notifications).map(({ name }) => ({
    name: `the fixture ${name}`,
    body: notification(name),
  }))
  const bodies = [...fixtures, ...generatedNotifications()]
  return findReads(handle, { type: 'commsNotifications', noun: 'notification', bodies }, warn)
}
