import type { OptionKinds } from '../../src/model/known-options.ts'
import type { Finding } from './verification.ts'

/**
 * Selects versions of consumers, whose pacts a provider verifies.
 *
 * @example
 * ```ts
 * import type { ConsumerVersionSelector } from 'graph-call-testkit/contracts'
 *
 * const selectors: ConsumerVersionSelector[] = [{ mainBranch: true }, { deployedOrReleased: true }]
 * ```
 * Source: https://docs.pact.io/pact_broker/advanced_topics/consumer_version_selectors.
 */
export interface ConsumerVersionSelector {
  /** Latest version of the main branch of each consumer. */
  readonly mainBranch?: boolean | undefined
  /** Latest version of a branch. */
  readonly branch?: string | undefined
  /** Latest version of the branch with the same name as the branch of the provider. */
  readonly matchingBranch?: boolean | undefined
  /** Versions that are deployed to an environment, or released and supported there. */
  readonly deployedOrReleased?: boolean | undefined
  /** Versions that are deployed to an environment. */
  readonly deployed?: boolean | undefined
  /** Versions that are released and supported in an environment. */
  readonly released?: boolean | undefined
  /** Name of an environment, for the three options above. */
  readonly environment?: string | undefined
  /** Name of a tag. */
  readonly tag?: string | undefined
  /** Tag to use if no version has `tag`. */
  readonly fallbackTag?: string | undefined
  /** Only the latest version. */
  readonly latest?: boolean | undefined
  /** Only versions of this consumer. */
  readonly consumer?: string | undefined
}

/**
 * Options of {@link verifyProvider}.
 *
 * @example
 * ```ts
 * import { type VerifyProviderOptions, verifyProvider } from 'graph-call-testkit/contracts'
 *
 * const options: VerifyProviderOptions = {
 *   provider: 'contoso-call-stub',
 *   baseUrl: 'http://127.0.0.1:4010',
 *   providerStatesUrl: 'http://127.0.0.1:4010/_pact/provider-states',
 *   publish: true,
 * }
 * await verifyProvider(options)
 * ```
 * Source: the options of `pact verifier`.
 */
export interface VerifyProviderOptions {
  /** Name of the provider in the pacts. Not `microsoft-graph-calls`, which is Microsoft's service. */
  readonly provider: string
  /** Root URL of the provider, without a version. It must not be Microsoft's service. */
  readonly baseUrl: string
  /** URL that sets up provider states. Without it, the provider must have the calls of the pacts. */
  readonly providerStatesUrl?: string | undefined
  /** URL of the broker. Defaults to `PACT_BROKER_BASE_URL`. */
  readonly broker?: string | undefined
  /** Versions of the consumers. Defaults to their main branches and to what is deployed or released. */
  readonly selectors?: readonly ConsumerVersionSelector[] | undefined
  /** Reports failures of pacts that the provider has never passed, but does not fail because of them. Defaults to `false`. */
  readonly pending?: boolean | undefined
  /** Also verifies work-in-progress pacts, published on this day or later: `YYYY-MM-DD`. They are pending. */
  readonly wipSince?: string | undefined
  /** Names of interactions to verify, or patterns for their descriptions. Defaults to all. Not with `publish`. */
  readonly interactions?: readonly (string | RegExp)[] | undefined
  /** Publishes the results to the broker. Defaults to `false`. */
  readonly publish?: boolean | undefined
  /** Version of the provider. Defaults to the commit. */
  readonly version?: string | undefined
  /** Branch of the provider. Defaults to the branch of the build or of git. */
  readonly branch?: string | undefined
  /** URL of the build. Defaults to the URL that the CI service sets. */
  readonly buildUrl?: string | undefined
  /** Stops the verification. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Result of {@link verifyProvider}.
 *
 * @example
 * ```ts
 * import type { ProviderReport } from 'graph-call-testkit/contracts'
 *
 * const failed = ({ failures }: ProviderReport) => failures.filter(({ pending }) => !pending)
 * ```
 * Source: the report of `pact verifier`.
 */
export interface ProviderReport {
  /** True if no interaction failed. Failures of pending pacts do not count. */
  readonly passed: boolean
  /** True if the results were published. */
  readonly published: boolean
  /** Name of the provider. */
  readonly provider: string
  /** Root URL of the provider. */
  readonly service: string
  /** URL of the broker. */
  readonly broker: string
  /** Version of the provider. Absent if it was not needed. */
  readonly version?: string
  /** Branch of the provider. Absent if it was not needed. */
  readonly branch?: string
  /** Number of interactions in all pacts. */
  readonly interactions: number
  /** Interactions that failed. */
  readonly failures: readonly ProviderFailure[]
}

/**
 * Interaction that failed.
 *
 * @example
 * ```ts
 * import type { ProviderFailure } from 'graph-call-testkit/contracts'
 *
 * const lineOf = ({ interaction, pending }: ProviderFailure) => `${interaction}${pending ? ' (pending)' : ''}`
 * ```
 * Source: the report of `pact verifier`.
 */
export interface ProviderFailure {
  /** The consumer, the provider, the provider state and the description. */
  readonly interaction: string
  /** True if the pact is pending, so that the verification does not fail. */
  readonly pending: boolean
  /** Differences. */
  readonly findings: readonly Finding[]
}

export const providerOptionKinds: OptionKinds<VerifyProviderOptions> = {
  provider: 'text',
  baseUrl: 'text',
  providerStatesUrl: 'text',
  broker: 'text',
  selectors: 'list',
  pending: 'boolean',
  wipSince: 'text',
  interactions: 'list',
  publish: 'boolean',
  version: 'text',
  branch: 'text',
  buildUrl: 'text',
  signal: 'signal',
}
