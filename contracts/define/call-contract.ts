import type { ErrorFixtureName, FixtureName, Fixtures } from '../../fixtures/index.ts'
import type { Frozen } from '../../fixtures/present.ts'
import type { ReceivedCall } from '../../src/model/types.generated.ts'
import type { GraphHost } from '../../src/tenant/hosts/graph-hosts.ts'
import type { CallQuery } from '../interaction/call-query.ts'
import type { CallReads, ReadPath } from '../reads/read-paths.ts'
import type { Warn } from '../warn.ts'

/** A call of one's own, from wherever: a fixture that was changed, a generator, or real traffic. */
export interface CustomInteraction<Name extends string = string> {
  /** Tells it from the others of its contract; no fixture's name. */
  readonly name: Name
  /** The call, as `readCall` gives it for what was captured. The contract holds what is read of it, and no more. */
  readonly body: Frozen<ReceivedCall>
  /** The id to ask for: that of the body, unless said. */
  readonly callId?: string | undefined
  /** The query of this request; that of the contract, unless said. */
  readonly query?: CallQuery | undefined
}

/** What a contract is made of. */
export interface CallContractDefinition<
  Given extends FixtureName | CustomInteraction,
  Reads extends CallReads<never> = CallReads,
> {
  /** The name under which the consumer is known to the Pact broker, e.g. `my-bot`. */
  readonly consumer: string
  /** `microsoft-graph-calls` unless said, so that a team's other pacts with Graph stay apart from these. */
  readonly provider?: string | undefined
  /** Where the pact is written: a file URL, or a path from the working directory. */
  readonly dir: string | URL
  /**
   * What the consumer reads of a call: what `readsOf` found, or a list such as `['state', 'targets[].identity.user.id']`. It
   * decides the type of `expected.body`: that in which the function takes a call, or the part to which the paths lead.
   */
  readonly reads: Reads
  /** Names of fixtures, and calls of one's own. The order is of no matter. */
  readonly interactions: readonly Given[]
  /** The query that the consumer sends. A fixture's own unless said: `participants-expanded` is asked for with `$expand`. */
  readonly query?: CallQuery | undefined
  /** The host of the consumer's cloud. `fetch` refuses those of others then, and the examples have its context. */
  readonly cloud?: GraphHost | undefined
  /**
   * Where results wait until all are there: `staging` in `dir`, unless said. Git ignores what is in it; keep it for
   * `mergePacts` where several machines share the tests.
   */
  readonly staging?: string | URL | undefined
  /** Told once of each read that no interaction promises, and of each promise that Pact cannot hold; `process.emitWarning` unless said. */
  readonly warn?: Warn | undefined
}

/** The name of an interaction: the fixture's, or the given one. */
export type NameOf<Given> = Given extends { readonly name: infer Name extends string } ? Name : Given & string

/** What the consumer will be answered: the part of the fixture, or of the call, that the contract promises. */
export type Expected<Name extends string, Body> = Name extends ErrorFixtureName
  ? ExpectedError<Name>
  : ExpectedCall<Body>

/** A call that was found. */
export interface ExpectedCall<Body> {
  /** The HTTP status. */
  readonly status: 200
  /** What is promised of the call: what the consumer reads, and no more. A fresh copy. */
  readonly body: Body
}

/** An answer that is no call. */
export interface ExpectedError<Name extends ErrorFixtureName> {
  /** The HTTP status. */
  readonly status: Fixtures[Name]['status']
  /** Seconds to wait, as text, where the service says so: the header `Retry-After`. */
  readonly retryAfter?: string | undefined
  /** What is promised of the error: its code, which tells what to do. */
  readonly body: { readonly error: { readonly code: string } }
}

/** What the consumer's own client needs to make the request of an interaction. */
export interface InteractionContext<Name extends string, Body> {
  /** The mock server: the service's root, without a version. */
  readonly baseUrl: string
  /** A `fetch` that sends requests for Graph's hosts to the mock server: for clients that know Graph's address. */
  readonly fetch: typeof fetch
  /** A token that plainly is none. The contract takes any other one too, and shows none. */
  readonly token: string
  /** The id of the call to ask for. */
  readonly callId: string
  /** What will be answered. */
  readonly expected: Expected<Name, Body>
}

/** One interaction of a contract: a test each. */
export interface CallInteraction<Name extends string, Body> {
  /** The fixture's name, or the given one: the name of a test. */
  readonly name: Name
  /** How the pact calls it. */
  readonly description: string
  /** What is promised, by example. */
  readonly expected: Expected<Name, Body>
  /**
   * Lets the consumer make the request to a real Pact mock server. Once every interaction of the contract has succeeded,
   * in whatever order, process or run, the pact is written; until then the file stays as it is.
   *
   * @param exercise - makes the request with the consumer's own client, and expects what it should make of the answer
   * @returns what `exercise` returned
   * @throws RequestMismatchError where the request is not the one of the contract; what `exercise` threw; PactUnavailableError
   * where Pact cannot run; ContractDefinitionError where another definition owns the file; UnwritableFileError
   */
  run<T>(exercise: (exercise: InteractionContext<Name, Body>) => T | Promise<T>): Promise<T>
}

/** The contract of one consumer. */
export interface CallContract<Name extends string, Body> {
  /** The name of the consumer. */
  readonly consumer: string
  /** The name of the provider. */
  readonly provider: string
  /** The pact's file: an absolute path. */
  readonly file: string
  /** The paths that the contract promises, sorted. */
  readonly reads: readonly ReadPath[]
  /** The reads that no interaction promises: every example has null or nothing there. */
  readonly unpromisedReads: readonly ReadPath[]
  /** In the order in which they were given. */
  readonly interactions: readonly CallInteraction<Name, Body>[]
  /**
   * One by its name; `expected` has its type.
   *
   * @throws ContractDefinitionError where the contract has none of that name
   */
  interaction<Wanted extends Name>(name: Wanted): CallInteraction<Wanted, Body>
}
