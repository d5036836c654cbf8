import type { CallState, ChangeType, CommsNotifications } from 'graph-call-testkit'
import { defineNotificationContract, notificationReadsOf } from 'graph-call-testkit/contracts'
import { notification } from 'graph-call-testkit/fixtures'

const body = notification('call-established', {})

/** Handler that declares its own, narrower type. */
interface Change {
  readonly value: readonly { readonly resourceUrl?: string | null }[]
}
const handle = async ({ value }: Change) => value.length

// The body has the type of the handler's parameter.
export const byHandler = defineNotificationContract({
  consumer: 'my-bot',
  dir: new URL('../pacts/', import.meta.url),
  reads: await notificationReadsOf(handle),
  messages: ['call-incoming', { name: 'mine', body }],
})
export const change: Change = byHandler.message('mine').expected
export const length: Promise<number> = byHandler.message('call-incoming').run(({ body }) => handle(body))

// With a list of paths, it has the type of that part of a notification, which a handler of whole notifications takes.
const byPaths = defineNotificationContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: ['value[].changeType', 'value[].resourceData.state'],
  messages: ['call-established', { fixture: 'call-terminated', name: 'ended' }],
})
export const first: ChangeType | undefined = byPaths.message('ended').expected.value[0]?.changeType
const [item] = byPaths.message('ended').expected.value
export const state: CallState | null | undefined =
  item?.resourceData && 'state' in item.resourceData ? item.resourceData.state : undefined
// @ts-expect-error the consumer does not read the URL
byPaths.message('ended').expected.value[0]?.resourceUrl

// A list whose paths are not known when the code is compiled has the type of a whole notification.
const paths: readonly string[] = ['value[].changeType']
const dynamic = defineNotificationContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: paths,
  messages: ['call-incoming'],
})
export const whole: CommsNotifications = dynamic.message('call-incoming').expected

for (const { name, run } of byPaths.messages) {
  const known: 'call-established' | 'ended' = name
  run(({ requestTo }) => requestTo(`https://bot.example/${known}`).json())
}

// @ts-expect-error the contract does not have this message
byPaths.message('call-terminated')

// @ts-expect-error a typo in the name of a notification is an error
defineNotificationContract({ consumer: 'my-bot', dir: 'pacts', reads: ['value'], messages: ['call-incomin'] })

defineNotificationContract({
  consumer: 'my-bot',
  dir: 'pacts',
  reads: ['value'],
  // @ts-expect-error an unknown kind of change is an error
  messages: [{ name: 'mine', body: { value: [{ changeType: 'moved' }] } }],
})
