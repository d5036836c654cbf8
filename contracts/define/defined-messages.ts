import { type NotificationName, notifications, UnknownFixtureError } from '../../fixtures/index.ts'
import { CallFormatError, issueLines } from '../../src/read/call-format-error.ts'
import { isNotifications } from '../../src/read/guard.generated.ts'
import { issuesOf } from '../../src/read/issues.ts'
import { envelope } from '../../src/read/mode.ts'
import { readJson } from '../../src/read/read-json.ts'
import { ExactPathError } from '../interaction/exact.ts'
import { type Message, messageOf } from '../message/message.ts'
import type { NotificationReads, ReadPath } from '../reads/read-paths.ts'
import { checkedAnnotations } from './checked-annotations.ts'
import { checkedExact, checkedPaths, pathsIn } from './checked-reads.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import { checkUnique } from './defined-interactions.ts'
import type {
  CustomMessage,
  FixtureMessage,
  NotificationContractDefinition,
} from './notification-contract.ts'

type Input = NotificationName | FixtureMessage | CustomMessage
type Definition = NotificationContractDefinition<Input, NotificationReads<never>>

/**
 * Returns the reads of a definition in a single notation, sorted and without duplicates.
 *
 * @throws a {@link ContractDefinitionError} if the list is empty, or if a path is neither in the model nor in a body of the definition
 */
export function notificationReadsIn({ reads, messages }: Pick<Definition, 'reads' | 'messages'>): ReadPath[] {
  if (reads.length === 0) {
    throw new ContractDefinitionError(
      "Invalid reads: the list is empty. Expected at least one path, such as ['value[].resourceUrl'], or the result of notificationReadsOf.",
      { option: 'reads', value: reads },
    )
  }
  const customPaths = messages.flatMap((item) =>
    typeof item === 'object' && 'body' in item ? pathsIn(item.body) : [],
  )
  return checkedPaths('commsNotifications', reads, customPaths)
}

/**
 * Creates the messages of a definition, in the same order.
 *
 * @throws a {@link ContractDefinitionError} if one is invalid
 */
export function messagesOf({
  messages,
  reads,
  exact,
}: Pick<Definition, 'messages' | 'exact'> & { readonly reads: readonly ReadPath[] }): Message[] {
  if (messages.length === 0) {
    throw new ContractDefinitionError(
      'Invalid messages: the list is empty. Expected at least one, such as "call-incoming".',
      { option: 'messages', value: messages },
    )
  }
  const contractExact = checkedExact('exact', exact, reads)
  const defined = messages.map((input, index) => {
    const item = typeof input === 'string' ? { fixture: input } : input
    const option = `messages[${index}]`
    const settings = {
      exact: checkedExact(`${option}.exact`, item.exact, reads) ?? contractExact,
      ...checkedAnnotations(option, item),
    }
    try {
      return messageOf(exampleOf(item, option), reads, settings)
    } catch (cause) {
      if (!(cause instanceof CallFormatError || cause instanceof ExactPathError)) throw cause
      const name = 'body' in item ? item.name : (item.name ?? item.fixture)
      const problem =
        cause instanceof CallFormatError
          ? ['This body is not a notification.', ...issueLines(cause.issues)].join('\n')
          : cause.message
      throw new ContractDefinitionError(`${option} ("${name}"): ${problem}`, {
        option,
        value: input,
        cause,
      })
    }
  })
  checkUnique('messages', defined)
  return defined
}

function exampleOf(item: FixtureMessage | CustomMessage, option: string): Parameters<typeof messageOf>[0] {
  if ('body' in item) {
    checkMessageName(item.name, option)
    return { name: item.name, body: readNotifications(item.body), isFixture: false }
  }
  const { fixture, name = fixture } = item
  if (!Object.hasOwn(notifications, fixture)) {
    const { message } = new UnknownFixtureError(fixture, Object.keys(notifications), 'notifications')
    throw new ContractDefinitionError(`${option}: ${message} Pass your own notification as { name, body }.`, {
      option,
      value: fixture,
    })
  }
  if (name !== fixture) checkMessageName(name, option)
  return { name, body: notifications[fixture].body, isFixture: name === fixture }
}

/** Returns a copy of a notification, checked as the schema checks it. */
function readNotifications(body: unknown): Parameters<typeof messageOf>[0]['body'] {
  const json: unknown = readJson(body)
  if (isNotifications(json)) return json
  throw new CallFormatError(issuesOf('commsNotifications', json, envelope))
}

function checkMessageName(name: string, option: string): void {
  if (!Object.hasOwn(notifications, name)) return
  throw new ContractDefinitionError(
    `${option}: invalid name ${JSON.stringify(name)}. Expected a name that is not the name of a fixture.`,
    { option: `${option}.name`, value: name },
  )
}
