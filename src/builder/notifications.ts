import { notificationsOf } from '../lifecycle/notifications.ts'
import type { CommsNotifications } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { cloneJson } from './clone-json.ts'
import type { CallLifecycle } from './lifecycle.ts'

/** The states of one call, and the notifications that the bot receives about them. */
export interface CallNotifications extends CallLifecycle {
  /** Bodies of the POST requests to the bot, in order of arrival. Each state is reported at least once. Bodies share no objects. */
  readonly posts: readonly CommsNotifications[]
}

/** Imperfections of the delivery. */
export interface PostOrder {
  readonly outOfOrder: boolean
  readonly repeated: boolean
}

/** Returns a builder of lifecycles with their notifications. */
export function notificationsFor(
  lifecycle: Build<CallLifecycle>,
  { outOfOrder, repeated }: PostOrder,
): Build<CallNotifications> {
  return (choices) => {
    const built = choices.one(lifecycle)
    const posts = built.snapshots.flatMap((call) => {
      const post = notificationsOf(call)
      return Array.from({ length: repeated && choices.flag(1 / 3) ? 2 : 1 }, () => cloneJson(post))
    })
    return { ...built, posts: outOfOrder ? shuffled(choices, posts) : posts }
  }
}

/** Moves some posts behind later ones. */
function shuffled<T>(choices: Choices, posts: readonly T[]): readonly T[] {
  const left = [...posts]
  return posts.flatMap(() => left.splice(choices.flag(1 / 2) ? choices.below(left.length) : 0, 1))
}
