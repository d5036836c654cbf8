import { notificationsOf } from '../lifecycle/notifications.ts'
import type { CommsNotifications } from '../model/types.generated.ts'
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
export interface CallNotifications extends CallLifecycle {
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
    const posts = built.snapshots.flatMap((_, index) =>
      Array.from({ length: repeated && choices.flag(1 / 3) ? 2 : 1 }, () => index),
    )
    return { lifecycle: built, arrivals: outOfOrder ? shuffled(choices, posts) : posts }
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

/** Moves some posts after later ones. */
function shuffled<T>(choices: Choices, posts: readonly T[]): readonly T[] {
  const remaining = [...posts]
  return posts.flatMap(() => remaining.splice(choices.flag(1 / 2) ? choices.below(remaining.length) : 0, 1))
}
