import type { Arbitrary } from 'fast-check'
import { lifecycleOf } from '../src/builder/lifecycle.ts'
import { type CallNotifications, notificationsFor } from '../src/builder/notifications.ts'
import { settingsOf, valuesOf } from '../src/builder/options/options.ts'
import { arbitraryOf } from './arbitrary.ts'
import { type CallLifecycleOptions, pathsFor } from './lifecycle.ts'

/** Which lives the bot is told of, and how well. */
export interface CallNotificationsOptions extends CallLifecycleOptions {
  /** Whether posts may come out of order; they may, unless it is false. */
  readonly outOfOrder?: boolean | undefined
  /** Whether posts may come twice; they may, unless it is false. */
  readonly repeated?: boolean | undefined
}

/**
 * What a bot is told of a call, from first to last: a life as {@link anyCallLifecycle} has it, with the `commsNotifications` that
 * are posted to its callback URI, in any order, and now and then twice. They shrink to the shortest life, told once and in
 * order.
 *
 * @throws GeneratorOptionError where an option is not known, or where no call has such a life
 * @example
 * ```ts
 * fc.assert(fc.property(anyCallNotifications({ outcome: 'hung-up' }), ({ posts }) => {
 *   const board = new Board()
 *   for (const post of posts) board.hear(post)
 *   return board.calls.length === 0
 * }))
 * ```
 * Sources: those of anyCallLifecycle; $metadata v1.0, commsNotifications; reported notifications, which are sparse and out of order.
 */
export function anyCallNotifications({
  outOfOrder,
  repeated,
  ...options
}: CallNotificationsOptions = {}): Arbitrary<CallNotifications> {
  const { shape, possible } = pathsFor(options)
  valuesOf<boolean>('outOfOrder', outOfOrder, [true, false])
  valuesOf<boolean>('repeated', repeated, [true, false])
  const delivery = { outOfOrder: outOfOrder !== false, repeated: repeated !== false }
  return arbitraryOf(notificationsFor(lifecycleOf(shape, possible), delivery), settingsOf(options))
}
