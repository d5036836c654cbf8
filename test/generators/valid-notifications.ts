import type { CommsNotification, ReceivedCall } from 'graph-call-testkit'
import type { CallNotifications } from 'graph-call-testkit/generators'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { objectsOf } from '../fixtures/objects.ts'
import { isLifecycle } from './valid-lifecycle.ts'

/** True if the posts report each state of one call once or twice, and share no objects. */
export function areNotifications(notifications: CallNotifications): boolean {
  const { snapshots, posts } = notifications
  const changes = posts.flatMap(({ value }) => value)
  const reported = changes.map((change) => callIn(change)?.state)
  const states = snapshots.map(({ state }) => state)
  const count = (all: readonly unknown[], one: unknown) => all.filter((each) => each === one).length
  return (
    isLifecycle(notifications) &&
    posts.every((post) => commsNotificationsSchema.safeParse(post).success) &&
    reported.every((state) => states.some((each) => each === state)) &&
    states.every(
      (state) =>
        count(reported, state) >= count(states, state) && count(reported, state) <= 2 * count(states, state),
    ) &&
    changes.every((change) => {
      const { resourceUrl, changeType } = change
      const resourceData = callIn(change)
      const call = snapshots.find(
        ({ state, resultInfo }) => state === resourceData?.state && !resultInfo === !resourceData?.resultInfo,
      )
      const { '@odata.context': _, ...whole } = call ?? {}
      const expected =
        changeType === 'created' ? whole : { ...resourceData, ...pick(call, ['id', 'state', 'resultInfo']) }
      return (
        resourceUrl === `/communications/calls/${call?.id}` &&
        JSON.stringify(resourceData) === JSON.stringify(expected)
      )
    }) &&
    [...objectsOf(posts)].length === posts.reduce((sum, post) => sum + objectsOf(post).size, 1)
  )
}

/** Returns the call in a notification. */
function callIn({ resourceData }: CommsNotification): ReceivedCall | undefined {
  return resourceData && 'state' in resourceData ? resourceData : undefined
}

function pick(call: object | undefined, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(call ?? {}).filter(([key, value]) => keys.includes(key) && value))
}
