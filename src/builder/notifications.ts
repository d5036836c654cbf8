import { notificationsOf } from '../lifecycle/notifications.ts'
import type { CommsNotifications } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { cloneJson } from './clone-json.ts'
import type { CallLifecycle } from './lifecycle.ts'

/** One call from first to last, and what a bot is told of it. */
export interface CallNotifications extends CallLifecycle {
  /** What is posted to the bot, in the order in which it comes: each state is told at least once. They share no object. */
  readonly posts: readonly CommsNotifications[]
}

/** How far the way of the posts may lead them astray. */
export interface PostOrder {
  readonly outOfOrder: boolean
  readonly repeated: boolean
}

/** What a bot is told of such lives. */
export function notificationsFor(
  lifecycle: Build<CallLifecycle>,
  { outOfOrder, repeated }: PostOrder,
): Build<CallNotifications> {
  return (choices) => {
    const life = choices.one(lifecycle)
    const told = life.snapshots.flatMap((call) => {
      const post = notificationsOf(call)
      return Array.from({ length: repeated && choices.flag(1 / 3) ? 2 : 1 }, () => cloneJson(post))
    })
    return { ...life, posts: outOfOrder ? overtaking(choices, told) : told }
  }
}

/** Each post may be overtaken by those that come after it. */
function overtaking<T>(choices: Choices, posts: readonly T[]): readonly T[] {
  const left = [...posts]
  return posts.flatMap(() => left.splice(choices.flag(1 / 2) ? choices.below(left.length) : 0, 1))
}
