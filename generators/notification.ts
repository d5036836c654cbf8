import type { Arbitrary } from 'fast-check'
import {
  type NotifiedResourceKind,
  notificationsAbout,
  notifiedResources,
} from '../src/builder/notification.ts'
import {
  checkNames,
  checkText,
  type DocumentOptions,
  documentOptionKinds,
  type OneOrMore,
  settingsOf,
  valuesOf,
} from '../src/builder/options/options.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import type { CommsNotifications } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Options of {@link anyNotifications}.
 *
 * @example
 * ```ts
 * import { anyNotifications, type NotificationsOptions } from 'graph-call-testkit/generators'
 *
 * const options: NotificationsOptions = { resource: ['operation', 'participants'], callId: '2e1a0b00' }
 * const posts = anyNotifications(options)
 * ```
 */
export interface NotificationsOptions extends DocumentOptions {
  /** Resources that the notifications are about. Defaults to all of them. */
  readonly resource?: OneOrMore<NotifiedResourceKind> | undefined
  /** ID of the call. Defaults to any ID. */
  readonly callId?: string | undefined
}

/**
 * Generates bodies that the service posts to the `callbackUri` of a call: incoming and changed calls, tones, rosters, results of
 * operations, content sharing, and participants of a recorded call. Most have one change, some have several. They shrink toward a
 * call that is established.
 *
 * For all notifications of one call, in the order of its states, use {@link anyCallNotifications}.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { readNotifications } from 'graph-call-testkit'
 * import { anyNotifications } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyNotifications({ resource: 'operation' }), (body) =>
 *   readNotifications(body).every(({ changeType }) => changeType === 'deleted'),
 * ))
 * ```
 * Sources: captured notifications; the pages of the calling API; $metadata v1.0, commsNotifications.
 */
export function anyNotifications(options: NotificationsOptions = {}): Arbitrary<CommsNotifications> {
  checkNames(options, {
    resource: 'checked',
    callId: 'checked',
    ...documentOptionKinds,
  } satisfies OptionKinds<NotificationsOptions>)
  checkText('callId', options.callId)
  const kinds = valuesOf('resource', options.resource, notifiedResources)
  return arbitraryOf(notificationsAbout(kinds, options.callId), settingsOf(options))
}
