import type { OptionKinds } from '../../src/model/known-options.ts'
import type { LevelResult, ShapeResult, VerificationLevel } from './levels.ts'

/**
 * Options of {@link verifyPacts}: what to verify against in addition to the virtual tenant and the schema, and which interactions.
 *
 * @example
 * ```ts
 * import { type VerifyOptions, verifyPacts } from 'graph-call-testkit/contracts'
 *
 * const options: VerifyOptions = { baseUrl: 'https://graph.microsoft.com', callId: id }
 * await verifyPacts(['pacts'], options) // with the token in GRAPH_ACCESS_TOKEN
 * ```
 * Sources: the hosts of Graph; OData CSDL XML 4.0.
 */
export interface VerifyOptions {
  /** Root URL of a service, without a version: `https://graph.microsoft.com`, or a stub of your own. */
  readonly baseUrl?: string | undefined
  /** ID of a call that exists in the service. Each interaction in the state `a call exists` requests it. */
  readonly callId?: string | undefined
  /**
   * IDs of other calls, by the name of the interaction: the name of a fixture, the name of an interaction of your own, or
   * a description. They come before `callId`.
   */
  readonly callIds?: Readonly<Record<string, string>> | undefined
  /**
   * URL of a stub of your own that sets up provider states, as Pact's verifiers use it. `graph-call-testkit serve` has one
   * at `/_pact/provider-states`. Interactions in all states are then verified. Not for Microsoft's service.
   */
  readonly providerStatesUrl?: string | undefined
  /** Names of interactions to verify, or patterns for them. Defaults to all interactions. */
  readonly interactions?: readonly (string | RegExp)[] | undefined
  /** Name of a provider. Pacts with other providers are left out. Defaults to all pacts. */
  readonly provider?: string | undefined
  /**
   * File with a `$metadata` document of Graph (CSDL, XML): a path, or a `file:` URL. The shape level then checks each
   * example body against it as well. Anyone can download it from `https://graph.microsoft.com/v1.0/$metadata`.
   */
  readonly metadata?: string | URL | undefined
  /**
   * File with an OpenAPI 3 document in JSON: a path, or a `file:` URL. The shape level then compares each interaction with it
   * as well, with `@pactflow/openapi-pact-comparator`, an optional peer dependency. `graph-call-testkit export openapi`
   * writes one.
   */
  readonly openapi?: string | URL | undefined
}

/**
 * Result of {@link verifyPacts}.
 *
 * @example
 * ```ts
 * import { type VerifyReport, verifyPacts } from 'graph-call-testkit/contracts'
 *
 * const report: VerifyReport = await verifyPacts(['pacts'])
 * if (!report.passed) process.exitCode = 1
 * ```
 * Source: the result of each level, see `VerificationLevel`.
 */
export interface VerifyReport {
  /** True if no level of any interaction failed. A level that was not checked did not fail. */
  readonly passed: boolean
  /** Root URL of the service. Absent if you passed none. */
  readonly service?: string
  /** File of the `$metadata` document. Absent if you passed none. */
  readonly metadata?: string
  /** File of the OpenAPI document. Absent if you passed none. */
  readonly openapi?: string
  /** Results by pact, sorted by file. */
  readonly pacts: readonly VerifiedPact[]
}

/**
 * Result for one pact.
 *
 * @example
 * ```ts
 * import type { VerifiedPact } from 'graph-call-testkit/contracts'
 *
 * const failedIn = ({ interactions }: VerifiedPact) => interactions.filter(({ passed }) => !passed)
 * ```
 * Source: the result of each level, see `VerificationLevel`.
 */
export interface VerifiedPact {
  /** File, as you passed it. */
  readonly file: string
  /** Name of the consumer. */
  readonly consumer: string
  /** Name of the provider. */
  readonly provider: string
  /** Results by interaction, in the order of the file. */
  readonly interactions: readonly VerifiedInteraction[]
}

/**
 * Result for one interaction.
 *
 * @example
 * ```ts
 * import type { VerifiedInteraction } from 'graph-call-testkit/contracts'
 *
 * const problemsIn = ({ levels }: VerifiedInteraction) => Object.values(levels).flatMap(({ findings }) => findings)
 * ```
 * Source: the result of each level, see `VerificationLevel`.
 */
export interface VerifiedInteraction {
  /** Description of the interaction in the pact. */
  readonly description: string
  /** True if no level failed. A level that was not checked did not fail. */
  readonly passed: boolean
  /** Levels that passed. */
  readonly reached: readonly VerificationLevel[]
  /** Result of each level. */
  readonly levels: Readonly<Record<VerificationLevel, LevelResult>> & { readonly shape: ShapeResult }
}

export const verifyOptionKinds: OptionKinds<VerifyOptions> = {
  baseUrl: 'text',
  callId: 'text',
  callIds: 'object',
  providerStatesUrl: 'text',
  interactions: 'list',
  provider: 'text',
  metadata: 'location',
  openapi: 'location',
}
