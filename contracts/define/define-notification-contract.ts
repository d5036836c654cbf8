import type { NotificationName } from '../../fixtures/index.ts'
import type { CommsNotifications } from '../../src/model/types.generated.ts'
import { notificationProvider } from '../graph-provider.ts'
import type { Message } from '../message/message.ts'
import { runMessage } from '../message/run-message.ts'
import type { BodyRead, NotificationReads } from '../reads/read-paths.ts'
import { warnProcess } from '../warn.ts'
import { checkedName, checkFileName } from './checked-names.ts'
import { checkNotificationOptions } from './checked-notification-options.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import { ContractRecorder } from './contract-recorder.ts'
import { messageCoverageWarnings, uncoveredReadsOf } from './coverage-warnings.ts'
import { messagesOf, notificationReadsIn } from './defined-messages.ts'
import type {
  CustomMessage,
  FixtureMessage,
  MessageName,
  NotificationContract,
  NotificationContractDefinition,
  NotificationMessage,
} from './notification-contract.ts'
import { callerLocation } from './source-location.ts'

/**
 * Defines the contract of a bot with the notifications that the service posts to it: what its handler reads in them.
 *
 * Run each message in a test of your own, which passes the notification to the real handler of your bot. When the last message
 * has passed, a pact with asynchronous messages is written to `dir`, beside the pact of `defineCallContract`. Everything else is
 * as for a call contract: the same definition always produces the same bytes, in any order and with any number of processes.
 *
 * @throws a {@link ContractDefinitionError} if the definition is invalid: an unknown option or a value of a wrong type, an
 * unknown path in `reads`, two messages with the same name, a body that is not a notification, or a second definition of the
 * same file
 * @throws a {@link PactFormatError} if a file in the staging directory is invalid
 * @example
 * ```ts
 * import type { CommsNotifications } from 'graph-call-testkit'
 * import { defineNotificationContract, notificationReadsOf } from 'graph-call-testkit/contracts'
 *
 * const endedIn = ({ value }: CommsNotifications) =>
 *   value.filter(({ changeType }) => changeType === 'deleted').map(({ resourceUrl }) => resourceUrl)
 *
 * const contract = defineNotificationContract({
 *   consumer: 'my-bot',
 *   dir: new URL('../pacts/', import.meta.url),
 *   reads: await notificationReadsOf(endedIn),
 *   messages: ['call-established', 'call-terminated'],
 * })
 *
 * test.each(contract.messages)('handles the notification: $name', (message) =>
 *   message.run(({ body }) => {
 *     expect(endedIn(body)).toHaveLength(message.name === 'call-terminated' ? 1 : 0)
 *   }),
 * )
 * ```
 * Sources: the notification fixtures; $metadata v1.0, commsNotifications (the matchers).
 */
export function defineNotificationContract<
  const Input extends NotificationName | FixtureMessage | CustomMessage,
  const Reads extends NotificationReads<never>,
>(
  definition: NotificationContractDefinition<Input, Reads>,
): NotificationContract<MessageName<Input>, BodyRead<Reads, CommsNotifications>> {
  type Body = BodyRead<Reads, CommsNotifications>
  const location = callerLocation(defineNotificationContract)
  checkNotificationOptions(definition)
  const { provider = notificationProvider, warn = warnProcess } = definition
  const consumer = checkedName('consumer', definition.consumer)
  const pacticipants = { consumer, provider: checkedName('provider', provider) }
  checkFileName(consumer, pacticipants.provider)
  const reads = notificationReadsIn(definition)
  const messages = messagesOf({ ...definition, reads })
  const recorder = new ContractRecorder(pacticipants, messages, location, { ...definition, warn })

  const byName = <Name extends string>(name: Name): NotificationMessage<Name, Body> => {
    const message = messages.find((other) => other.name === name)
    if (!message) {
      const names = messages.map(({ name }) => `"${name}"`).join(', ')
      throw new ContractDefinitionError(`The contract does not have the message "${name}". It has: ${names}.`)
    }
    return {
      name,
      description: message.description,
      get expected() {
        return expectedIn<Body>(message)
      },
      run: (test) =>
        recorder.record(name, () =>
          runMessage(message, pacticipants, (delivered) =>
            test({
              body: typed<Body>(delivered.body()),
              expected: expectedIn<Body>(message),
              requestTo: (url) => delivered.requestTo(url),
            }),
          ),
        ),
    }
  }

  const uncoveredReads = uncoveredReadsOf(
    reads,
    messages.map(({ body }) => body),
  )
  for (const message of messageCoverageWarnings(consumer, uncoveredReads, messages)) warn(message)
  return {
    ...pacticipants,
    file: recorder.file,
    reads,
    uncoveredReads,
    // `messagesOf` keeps the names of the definition.
    messages: messages.map(({ name }) => byName(name as MessageName<Input>)),
    message: byName,
  }
}

/** Returns a copy of the expected body. */
function expectedIn<Body>({ body }: Message): Body {
  return typed<Body>(JSON.parse(JSON.stringify(body)))
}

/** The type of a body follows from the definition, which TypeScript cannot check. */
function typed<Body>(body: unknown): Body {
  return body as Body
}
