import type { ErrorFixtureName, FixtureName, Fixtures } from '../../fixtures/index.ts'
import type { GraphHost } from '../../src/tenant/hosts/graph-hosts.ts'
import type { CallReads, ReadPath } from '../reads/read-paths.ts'
import type { Warn } from '../warn.ts'
import type { CustomInteraction, FixtureInteraction, RequestOptions } from './interaction-input.ts'

/**
 * Options of `defineCallContract`.
 *
 * @example
 * ```ts
 * import type { CallContractDefinition } from 'graph-call-testkit/contracts'
 *
 * const definition: CallContractDefinition<'group'> = {
 *   consumer: 'my-bot',
 *   dir: 'pacts',
 *   reads: ['state'],
 *   interactions: ['group'],
 * }
 * ```
 * Source: Pact Specification V4.
 */
export interface CallContractDefinition<
  Input extends FixtureName | FixtureInteraction | CustomInteraction,
  Reads extends CallReads<never> = CallReads,
> extends RequestOptions {
  /** Name of the consumer in the Pact Broker, for example `my-bot`. */
  readonly consumer: string
  /** Name of the provider. Defaults to `microsoft-graph-calls`, which keeps these pacts apart from your other pacts with Graph. */
  readonly provider?: string | undefined
  /** Directory of the pact file: a file URL, or a path relative to the working directory. */
  readonly dir: string | URL
  /**
   * Paths that the consumer reads in a call: the result of `readsOf`, or a list such as
   * `['state', 'targets[].identity.user.id']`. They decide the type of `expected.body`: the parameter type of the function
   * that was passed to `readsOf`, or the part of a call at the listed paths.
   */
  readonly reads: Reads
  /** Names of fixtures, fixtures with options, and custom interactions. Their order does not affect the pact. */
  readonly interactions: readonly Input[]
  /** Host of the consumer's cloud. If set, `fetch` rejects the hosts of other clouds, and `@odata.context` has this host. */
  readonly cloud?: GraphHost | undefined
  /**
   * Directory in which results wait until every interaction has one. Defaults to `staging` in `dir`. Git ignores it. Keep
   * it as an artifact for `mergePacts` if a CI job splits the tests into shards. `lintPacts` and `publishPacts` compare pacts
   * with the default directory only.
   */
  readonly staging?: string | URL | undefined
  /**
   * Called for each read that no interaction covers, for each expectation that Pact cannot check, for interactions that another
   * tool wrote to the pact file, and if `dir` is outside the project. Defaults to `process.emitWarning`.
   */
  readonly warn?: Warn | undefined
}

/**
 * Response that the consumer gets from the mock server, by the name of the interaction.
 *
 * @example
 * ```ts
 * import type { Expected } from 'graph-call-testkit/contracts'
 *
 * const notFound: Expected<'call-not-found', never> = { status: 404, body: { error: { code: '8522' } } }
 * ```
 * Source: the fixtures.
 */
export type Expected<Name extends string, Body> = Name extends ErrorFixtureName
  ? ExpectedError<Name>
  : ExpectedCall<Body>

/**
 * Response with a call.
 *
 * @example
 * ```ts
 * import type { ExpectedCall } from 'graph-call-testkit/contracts'
 *
 * const response: ExpectedCall<{ state?: string }> = { status: 200, body: { state: 'established' } }
 * ```
 * Source: Get call, the response.
 */
export interface ExpectedCall<Body> {
  /** HTTP status code. */
  readonly status: 200
  /** Part of the call that the consumer reads, as a new copy. */
  readonly body: Body
}

/**
 * Error response.
 *
 * @example
 * ```ts
 * import type { ExpectedError } from 'graph-call-testkit/contracts'
 *
 * const response: ExpectedError<'call-not-found'> = { status: 404, body: { error: { code: '8522' } } }
 * ```
 * Source: the error fixtures.
 */
export interface ExpectedError<Name extends ErrorFixtureName> {
  /** HTTP status code. */
  readonly status: Fixtures[Name]['status']
  /** Value of the `Retry-After` header, in seconds, if the response has one. */
  readonly retryAfter?: string | undefined
  /** Part of the error that the consumer reads: its code. */
  readonly body: { readonly error: { readonly code: string } }
}

/**
 * Argument of the function that `interaction.run` calls: what your client needs to send the request.
 *
 * @example
 * ```ts
 * import type { InteractionContext } from 'graph-call-testkit/contracts'
 *
 * async function getState({ fetch, token, callId }: InteractionContext<'group', { state?: string }>) {
 *   const url = `https://graph.microsoft.com/v1.0/communications/calls/${callId}`
 *   const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
 *   return (await response.json()).state
 * }
 * ```
 * Source: Get call, the request.
 */
export interface InteractionContext<Name extends string, Body> {
  /** URL of the mock server, without `/v1.0`. */
  readonly baseUrl: string
  /** A `fetch` that sends requests for Graph to the mock server, never through a proxy. For clients with a fixed Graph URL. */
  readonly fetch: typeof fetch
  /** Example of an access token. The contract accepts any other token too, and never contains yours. */
  readonly token: string
  /** Id of the call to request. A request for another id is an error. */
  readonly callId: string
  /** Response that the mock server sends. */
  readonly expected: Expected<Name, Body>
}

/**
 * One interaction of a contract. Run each one in a test of its own.
 *
 * @example
 * ```ts
 * import { type CallInteraction, defineCallContract } from 'graph-call-testkit/contracts'
 *
 * const contract = defineCallContract({ consumer: 'my-bot', dir: 'pacts', reads: ['state'], interactions: ['group'] })
 * const group: CallInteraction<'group', { state?: string | null }> = contract.interaction('group')
 * ```
 * Source: Pact Specification V4, interactions.
 */
export interface CallInteraction<Name extends string, Body> {
  /** Name of the fixture or of the custom interaction. Use it in the name of the test. */
  readonly name: Name
  /** Description in the pact. */
  readonly description: string
  /** Expected response, with example values. */
  readonly expected: Expected<Name, Body>
  /**
   * Starts a Pact mock server and calls `test`, which sends the request with your client. The pact file is written when every
   * interaction of the contract has passed, in any order, process or run. Until then the old file stays.
   *
   * @param test - sends the request with your client, awaits it, and checks the result
   * @returns the result of `test`
   * @throws a {@link RequestMismatchError} if the request is not the one of the contract, asks for another call, or is not awaited
   * @throws a {@link PactUnavailableError} if Pact cannot run
   * @throws a {@link ContractDefinitionError} if another definition writes the same file, or if the definition differs between
   * the processes of a run
   * @throws a {@link PactMergeError} if the file has interactions of another tool that cannot be kept
   * @throws a {@link PactFormatError} if the file exists and is not a pact, or if a file in `staging` is invalid
   * @throws an {@link UnwritableFileError} if the pact or a result cannot be written
   * @throws the error of `test`
   */
  run<T>(test: (context: InteractionContext<Name, Body>) => T | Promise<T>): Promise<T>
}

/**
 * Contract of one consumer with Graph, see `defineCallContract`.
 *
 * @example
 * ```ts
 * import { type CallContract, defineCallContract } from 'graph-call-testkit/contracts'
 *
 * const contract: CallContract<'group', { state?: string | null }> = defineCallContract({
 *   consumer: 'my-bot',
 *   dir: 'pacts',
 *   reads: ['state'],
 *   interactions: ['group'],
 * })
 * ```
 * Source: Pact Specification V4.
 */
export interface CallContract<Name extends string, Body> {
  /** Name of the consumer. */
  readonly consumer: string
  /** Name of the provider. */
  readonly provider: string
  /** Absolute path of the pact file. */
  readonly file: string
  /** Paths that the consumer reads, sorted. */
  readonly reads: readonly ReadPath[]
  /** Reads that no interaction covers: no example has a value there, or only some elements of a collection have one. */
  readonly uncoveredReads: readonly ReadPath[]
  /** Interactions in the order of the definition. */
  readonly interactions: readonly CallInteraction<Name, Body>[]
  /**
   * Returns an interaction by its name, with the type of its response.
   *
   * @throws a {@link ContractDefinitionError} if the contract does not have the interaction
   */
  interaction<Key extends Name>(name: Key): CallInteraction<Key, Body>
}
