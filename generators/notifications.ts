import type { Arbitrary } from 'fast-check'
import { lifecycleOf } from '../src/builder/lifecycle.ts'
import {
  type CallNotifications,
  type NotifiedLifecycle,
  notificationsFor,
  notifiedLifecycleFor,
  withNotifications,
} from '../src/builder/notifications.ts'
import {
  checkNames,
  type Known,
  settingsOf,
  type ValuesOf,
  valuesOf,
} from '../src/builder/options/options.ts'
import type { CallOutcome } from '../src/lifecycle/paths.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import { arbitraryOf } from './arbitrary.ts'
import {
  type CallLifecycleOptions,
  lifecycleOptionKinds,
  type OfEverySnapshot,
  pathsFor,
  snapshotsOfLifecycle,
} from './lifecycle.ts'
import type { CallOf } from './narrowed-call.ts'
import { type Overridable, withOverrides } from './overrides.ts'

/**
 * Options of {@link anyCallNotifications}.
 *
 * @example
 * ```ts
 * import { anyCallNotifications, type CallNotificationsOptions } from 'graph-call-testkit/generators'
 *
 * const options: CallNotificationsOptions = { outOfOrder: false, repeated: false }
 * const notified = anyCallNotifications(options)
 * ```
 */
export interface CallNotificationsOptions extends CallLifecycleOptions {
  /** True if posts may arrive out of order. Defaults to true. */
  readonly outOfOrder?: boolean | undefined
  /** True if posts may arrive twice. Defaults to true. */
  readonly repeated?: boolean | undefined
}

/**
 * Generates lifecycles like {@link anyCallLifecycle}, with `posts`: the `commsNotifications` that the bot receives about the call,
 * out of order and sometimes twice. Values shrink to the shortest path, with each notification once and in order.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if no path has the outcome
 * @example
 * ```ts
 * import { anyCallNotifications } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyCallNotifications({ outcome: 'hung-up' }), ({ posts }) => {
 *   const states = posts.flatMap(({ value }) =>
 *     value.map(({ resourceData }) => resourceData && 'state' in resourceData && resourceData.state),
 *   )
 *   expect(states).toContain('terminated')
 * }))
 * ```
 * Sources: the sources of anyCallLifecycle; $metadata v1.0, commsNotifications; reported notifications, which are sparse and out of
 * order.
 */
export function anyCallNotifications<const O extends CallNotificationsOptions = Record<never, never>>(
  options?: O & Known<CallNotificationsOptions, O>,
): Arbitrary<CallNotifications<CallOf<OfEverySnapshot<O>>, ValuesOf<O, 'outcome', CallOutcome>>>
export function anyCallNotifications(options: CallNotificationsOptions = {}): Arbitrary<CallNotifications> {
  checkNames(options, notificationsOptionKinds)
  const { outOfOrder, repeated, ...lifecycleOptions } = options
  const { shape, paths } = pathsFor(lifecycleOptions)
  valuesOf<boolean>('outOfOrder', outOfOrder, [true, false])
  valuesOf<boolean>('repeated', repeated, [true, false])
  const order = { outOfOrder: outOfOrder !== false, repeated: repeated !== false }
  const [lifecycle, settings] = [lifecycleOf(shape, paths), settingsOf(options)]
  if (!options.with) return arbitraryOf(notificationsFor(lifecycle, order), settings)
  const build = notifiedLifecycleFor(lifecycle, order)
  return withOverrides(build, settings, options.with, snapshotsOfNotified).map(withNotifications)
}

/** Overrides the snapshots, before the notifications are made from them. */
const snapshotsOfNotified: Overridable<NotifiedLifecycle> = {
  callsIn: ({ lifecycle }) => snapshotsOfLifecycle.callsIn(lifecycle),
  withCalls: (value, calls) => ({
    ...value,
    lifecycle: snapshotsOfLifecycle.withCalls(value.lifecycle, calls),
  }),
  canChange: ({ lifecycle }, index, property) => snapshotsOfLifecycle.canChange(lifecycle, index, property),
}

const notificationsOptionKinds: OptionKinds<CallNotificationsOptions> = {
  ...lifecycleOptionKinds,
  outOfOrder: 'checked',
  repeated: 'checked',
}
