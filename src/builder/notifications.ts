import { notificationsOf } from '../lifecycle/notifications.ts'
import type { CallOutcome } from '../lifecycle/paths.ts'
import type { Call, CommsNotifications } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { cloneJson } from './clone-json.ts'
import type { CallLifecycle } from './lifecycle.ts'

/**
 * The states of one call, and the notifications that the bot receives about them.
 *
 * @example
 * ```ts
 * import type { CallNotifications } from 'graph-call-testkit/generators'
 *
 * const countOf = ({ posts }: CallNotifications) => posts.length
 * ```
 */
export interface CallNotifications<Snapshot = Call, Outcome extends CallOutcome = CallOutcome>
  extends CallLifecycle<Snapshot, Outcome> {
  /** Bodies of the POST requests to the bot, in order of arrival. Each state is reported at least once. Bodies share no objects. */
  readonly posts: readonly CommsNotifications[]
}

/** Faults of the delivery to include. */
interface DeliveryFaults {
  readonly outOfOrder: boolean
  readonly repeated: boolean
}

/** Lifecycle, and the order in which its notifications arrive. */
export interface NotifiedLifecycle {
  readonly lifecycle: CallLifecycle
  /** Index of the snapshot that each notification is about. */
  readonly arrivals: readonly number[]
}

/** Returns a builder of lifecycles with the order of their notifications. */
export function notifiedLifecycleFor(
  lifecycle: Build<CallLifecycle>,
  { outOfOrder, repeated }: DeliveryFaults,
): Build<NotifiedLifecycle> {
  return (choices) => {
    const built = choices.one(lifecycle)
    const count = built.snapshots.length
    const twice = new Set(repeated ? choices.list(0, 3, (choices) => choices.below(count)) : [])
    const sent = [...built.snapshots.keys()].flatMap((index) => (twice.has(index) ? [index, index] : [index]))
    const arrivals = outOfOrder ? (choices.absentOr((choices) => reordered(choices, sent)) ?? sent) : sent
    return { lifecycle: built, arrivals }
  }
}

/** Returns a builder of lifecycles with their notifications. */
export function notificationsFor(
  lifecycle: Build<CallLifecycle>,
  faults: DeliveryFaults,
): Build<CallNotifications> {
  const build = notifiedLifecycleFor(lifecycle, faults)
  return (choices) => withNotifications(build(choices))
}

/** Returns a lifecycle with its notifications. */
export function withNotifications({ lifecycle, arrivals }: NotifiedLifecycle): CallNotifications {
  const posts = arrivals.flatMap((index) => {
    const call = lifecycle.snapshots[index]
    return call ? [cloneJson(notificationsOf(call))] : []
  })
  return { ...lifecycle, posts }
}

/** Changes the order of some posts next to each other. Posts stay out of order if there are fewer of them. */
function reordered(choices: Choices, posts: readonly number[]): readonly number[] {
  const first = choices.few(posts.length - 1, 2)
  const end = first + 2 + choices.below(posts.length - 1 - first, 2)
  const part = posts.slice(first, end)
  const change = choices.pick(['first is last', 'last is first', 'reversed'])
  const changed =
    change === 'reversed'
      ? part.toReversed()
      : change === 'last is first'
        ? [...part.slice(-1), ...part.slice(0, -1)]
        : [...part.slice(1), ...part.slice(0, 1)]
  return posts.toSpliced(first, part.length, ...changed)
}
