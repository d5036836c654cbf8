import { readFile } from 'node:fs/promises'
import type { CommsNotifications } from 'graph-call-testkit'
import {
  type CustomMessage,
  defineNotificationContract,
  type FixtureMessage,
  type NotificationContractDefinition,
} from 'graph-call-testkit/contracts'
import type { NotificationName } from 'graph-call-testkit/fixtures'

export const reads = ['value[].changeType', 'value[].resourceUrl', 'value[].resourceData.state']

/** A roster with two participants, and only one of them has a name. */
export const roster: CommsNotifications = {
  value: [
    {
      changeType: 'updated',
      resourceUrl: '/communications/calls/52f2ff40-16cb-4aaa-a9e9-0ef31fcf7829/participants',
      resourceData: [
        {
          '@odata.type': '#microsoft.graph.participant',
          id: 'a',
          info: { identity: { user: { id: '1', displayName: 'Mira Holm' } } },
        },
        { '@odata.type': '#microsoft.graph.participant', id: 'b', info: { identity: { user: { id: '2' } } } },
      ],
    },
  ],
}

/** Defines a contract at one source location, with the options that a test changes. */
export function define<const Input extends NotificationName | FixtureMessage | CustomMessage>(
  dir: string | URL,
  messages: readonly Input[],
  more: Partial<NotificationContractDefinition<Input>> = {},
) {
  return defineNotificationContract({ consumer: 'my-bot', dir, reads, messages, warn: () => {}, ...more })
}

/** Runs all messages of a contract with a handler that reads everything, and returns the text of the pact. */
export async function runAll(contract: ReturnType<typeof define>): Promise<string> {
  for (const message of contract.messages) await message.run(({ body }) => body.value.length)
  return readFile(contract.file, 'utf8')
}
