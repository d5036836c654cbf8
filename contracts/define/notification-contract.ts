import type { NotificationName } from '../../fixtures/index.ts'
import type { Frozen } from '../../src/model/frozen.ts'
import type { CommsNotifications } from '../../src/model/types.generated.ts'
import type { InteractionAnnotations } from '../interaction/annotations.ts'
import type { Exact } from '../interaction/exact.ts'
import type { NotificationReads, ReadPath } from '../reads/read-paths.ts'
import type { Warn } from '../warn.ts'

/**
 * Options for one message.
 *
 * @example
 * ```ts
 * import type { MessageOptions } from 'graph-call-testkit/contracts'
 *
 * const options: MessageOptions = { exact: ['value[].resourceData.resultInfo.subcode'] }
 * ```
 * Source: Pact Specification V4.
 */
export interface MessageOptions extends InteractionAnnotations {
  /**
   * Paths whose values a provider must send exactly. `changeType`, and the state of a call or the status of an operation, always
   * are, because the message is about them. `false` compares all values by type, including these. Defaults to the option of the
   * contract.
   */
  readonly exact?: Exact | undefined
}

/**
 * A notification fixture with options of its own. With another name, a contract can have the same fixture twice.
 *
 * @example
 * ```ts
 * import type { FixtureMessage } from 'graph-call-testkit/contracts'
 *
 * const hungUp: FixtureMessage = { fixture: 'call-terminated', exact: ['value[].resourceData.resultInfo.subcode'] }
 * ```
 * Source: the notification fixtures.
 */
export interface FixtureMessage<Name extends string = string> extends MessageOptions {
  /** Name of the fixture. */
  readonly fixture: NotificationName
  /** Name of the message. Defaults to the name of the fixture. */
  readonly name?: Name | undefined
}

/**
 * A notification that is not a fixture, for example one about a roster or an operation.
 *
 * @example
 * ```ts
 * import type { CustomMessage } from 'graph-call-testkit/contracts'
 * import { notification } from 'graph-call-testkit/fixtures'
 *
 * const created: CustomMessage = { name: 'created', body: notification('call-incoming', {}) }
 * ```
 * Source: $metadata v1.0, commsNotifications.
 */
export interface CustomMessage<Name extends string = string> extends MessageOptions {
  /** Name of the message. It must be unique in the contract, and not the name of a fixture. */
  readonly name: Name
  /** The notification. The contract contains only the part that the consumer reads. */
  readonly body: Frozen<CommsNotifications>
}

/**
 * Options of `defineNotificationContract`.
 *
 * @example
 * ```ts
 * import type { NotificationContractDefinition } from 'graph-call-testkit/contracts'
 *
 * const definition: NotificationContractDefinition<'call-incoming'> = {
 *   consumer: 'my-bot',
 *   dir: 'pacts',
 *   reads: ['value[].resourceUrl', 'value[].resourceData.state'],
 *   messages: ['call-incoming'],
 * }
 * ```
 * Source: Pact Specification V4, asynchronous messages.
 */
export interface NotificationContractDefinition<
  Input extends NotificationName | FixtureMessage | CustomMessage,
  Reads extends NotificationReads<never> = NotificationReads,
> {
  /** Name of the consumer in the Pact Broker, for example `my-bot`. Use the name of the consumer of your call contract. */
  readonly consumer: string
  /**
   * Name of the provider. Defaults to `microsoft-graph-notifications`: a pact file belongs to one definition, so it is another
   * name than that of a call contract.
   */
  readonly provider?: string | undefined
  /** Directory of the pact file: a file URL, or a path relative to the working directory. */
  readonly dir: string | URL
  /**
   * Paths that the handler reads in a notification: the result of `notificationReadsOf`, or a list such as
   * `['value[].resourceUrl', 'value[].resourceData.state']`. They decide the type of `body`.
   */
  readonly reads: Reads
  /** Names of notification fixtures, fixtures with options, and custom messages. Their order does not affect the pact. */
  readonly messages: readonly Input[]
  /** Paths whose values a provider must send exactly, in every message, see {@link MessageOptions}. */
  readonly exact?: Exact | undefined
  /** Directory in which results wait until every message has one. Defaults to `staging` in `dir`. Git ignores it. */
  readonly staging?: string | URL | undefined
  /**
   * Called for each read that no message covers, for each expectation that Pact cannot check, if another tool writes the same
   * file, and if `dir` is outside the project. Defaults to `process.emitWarning`.
   */
  readonly warn?: Warn | undefined
}

/** Name of a message: its own, or the name of the fixture. */
export type MessageName<Input> = Input extends { readonly name: infer Name extends string }
  ? Name
  : Input extends { readonly fixture: infer Name extends string }
    ? Name
    : Input & string

/**
 * Argument of the function that `message.run` calls: the notification, as a body and as a request.
 *
 * @example
 * ```ts
 * import type { MessageContext } from 'graph-call-testkit/contracts'
 *
 * const stateIn = ({ body }: MessageContext<{ value: { resourceData?: { state?: string } }[] }>) =>
 *   body.value[0]?.resourceData?.state
 * ```
 * Source: the requests that the service posts to a bot.
 */
export interface MessageContext<Body> {
  /** The notification: the part that the consumer reads, as a new copy. */
  readonly body: Body
  /** The same notification, to compare with. Reading it does not count as reading the notification. */
  readonly expected: Body
  /**
   * Returns a request that posts the notification to a URL, as the service does, but without a token. Pass it to a handler that
   * takes a `Request`, or send it to your server with `fetch`.
   *
   * @throws TypeError if the URL is not valid
   */
  requestTo(url: string | URL): Request
}

/**
 * One message of a contract. Run each one in a test of its own.
 *
 * @example
 * ```ts
 * import { defineNotificationContract, type NotificationMessage } from 'graph-call-testkit/contracts'
 *
 * const reads = ['value[].changeType'] as const
 * const contract = defineNotificationContract({ consumer: 'my-bot', dir: 'pacts', reads, messages: ['call-incoming'] })
 * const { name }: NotificationMessage<'call-incoming', { value: { changeType: string }[] }> = contract.message('call-incoming')
 * ```
 * Source: Pact Specification V4, asynchronous messages.
 */
export interface NotificationMessage<Name extends string, Body> {
  /** Name of the fixture or of the custom message. Use it in the name of the test. */
  readonly name: Name
  /** Description in the pact. */
  readonly description: string
  /** Part of the notification that the consumer reads, with example values. */
  readonly expected: Body
  /**
   * Calls `test`, which passes the notification to the handler of your bot. The pact file is written when every message of the
   * contract has passed, in any order, process or run. Until then the old file stays.
   *
   * @param test - passes the notification to the handler, awaits it, and checks the effect
   * @returns the result of `test`
   * @throws an {@link UnreadMessageError} if the handler reads nothing of the notification
   * @throws a {@link PactUnavailableError} if Pact cannot run
   * @throws a {@link ContractDefinitionError} if another definition writes the same file, or if the definition differs between
   * the processes of a run
   * @throws a {@link PactMergeError} if the file has interactions of another tool that cannot be kept
   * @throws a {@link PactFormatError} if the file exists and is not a pact, or if a file in `staging` is invalid
   * @throws an {@link UnwritableFileError} if the pact or a result cannot be written
   * @throws the error of `test`
   */
  run<T>(test: (context: MessageContext<Body>) => T | Promise<T>): Promise<T>
}

/**
 * Contract of one consumer with the notifications of Graph, see `defineNotificationContract`.
 *
 * @example
 * ```ts
 * import { defineNotificationContract, type NotificationContract } from 'graph-call-testkit/contracts'
 *
 * const reads = ['value[].changeType'] as const
 * const contract: NotificationContract<'call-incoming', { value: { changeType: string }[] }> =
 *   defineNotificationContract({ consumer: 'my-bot', dir: 'pacts', reads, messages: ['call-incoming'] })
 * ```
 * Source: Pact Specification V4, asynchronous messages.
 */
export interface NotificationContract<Name extends string, Body> {
  /** Name of the consumer. */
  readonly consumer: string
  /** Name of the provider. */
  readonly provider: string
  /** Absolute path of the pact file. */
  readonly file: string
  /** Paths that the consumer reads, sorted. */
  readonly reads: readonly ReadPath[]
  /** Reads that no message covers: no example has a value there, or only some elements of a list have one. */
  readonly uncoveredReads: readonly ReadPath[]
  /** Messages in the order of the definition. */
  readonly messages: readonly NotificationMessage<Name, Body>[]
  /**
   * Returns a message by its name.
   *
   * @throws a {@link ContractDefinitionError} if the contract does not have the message
   */
  message<Key extends Name>(name: Key): NotificationMessage<Key, Body>
}
