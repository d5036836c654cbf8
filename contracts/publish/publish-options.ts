import type { OptionKinds } from '../../src/model/known-options.ts'
import type { LintRuleName } from '../lint/lint-rules.ts'
import type { Warn } from '../warn.ts'
import type { ConsumerVersion } from './consumer-version.ts'
import type { PublishedPact } from './publish-error.ts'

/**
 * Options of {@link publishPacts}. Defaults come from the environment, the CI service or git.
 *
 * @example
 * ```ts
 * import { type PublishOptions, publishPacts } from 'graph-call-testkit/contracts'
 *
 * const options: PublishOptions = { broker: 'https://broker.example.com', tags: ['nightly'], timeout: 30_000 }
 * await publishPacts(['pacts'], options)
 * ```
 * Source: the options of `pact-broker publish`.
 */
export interface PublishOptions {
  /** URL of the broker. Defaults to `PACT_BROKER_BASE_URL`. */
  readonly broker?: string | undefined
  /** Version of the consumer. Defaults to the commit. */
  readonly version?: string | undefined
  /** Branch. Defaults to the branch of the build: for a pull request its source branch, in a merge queue the target. */
  readonly branch?: string | undefined
  /** URL of the build. Defaults to the URL that the CI service sets. Secrets in it are removed. */
  readonly buildUrl?: string | undefined
  /** Tags of the version. A comma separates tags. Defaults to none. */
  readonly tags?: readonly string[] | undefined
  /** Provider whose pacts are published. Defaults to all pacts. */
  readonly provider?: string | undefined
  /** Lint rules to ignore. Defaults to none. */
  readonly ignore?: readonly LintRuleName[] | undefined
  /** Reports what would be published, and publishes nothing. Defaults to `false`. */
  readonly dryRun?: boolean | undefined
  /** Time for publishing all pacts in milliseconds, including retries. Defaults to 120,000. */
  readonly timeout?: number | undefined
  /** Receives warnings, before anything is published. Defaults to `process.emitWarning`. */
  readonly warn?: Warn | undefined
  /** Stops publishing when it is aborted. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Result of {@link publishPacts}.
 *
 * @example
 * ```ts
 * import { type PublishReport, publishPacts } from 'graph-call-testkit/contracts'
 *
 * const report: PublishReport = await publishPacts(['pacts'], { dryRun: true })
 * report.pacts.map(({ consumer, interactions }) => `${consumer}: ${interactions} interactions`)
 * ```
 * Source: output of the Pact CLI, as tested.
 */
export interface PublishReport extends ConsumerVersion {
  /** True if the pacts were published. False after a dry run. */
  readonly published: boolean
  /** URL of the broker. */
  readonly broker: string
  /** Authentication of the Pact CLI, which reads the secret from the environment itself. */
  readonly authentication: 'token' | 'basic' | 'none'
  /** Tags of the version. */
  readonly tags: readonly string[]
  /** The pacts, sorted by file. */
  readonly pacts: readonly PublishedPact[]
  /** Files that were left out, because their pacts are of another provider. */
  readonly leftOut: readonly string[]
  /** Command of the Pact CLI for each pact, without secrets. A dry run does not run them. */
  readonly commands: readonly string[]
  /** Output of the Pact CLI, without secrets. Empty after a dry run. */
  readonly output: string
}

export const publishOptionKinds: OptionKinds<PublishOptions> = {
  broker: 'text',
  version: 'text',
  branch: 'text',
  buildUrl: 'text',
  tags: 'texts',
  provider: 'text',
  ignore: 'texts',
  dryRun: 'boolean',
  timeout: 'number',
  warn: 'function',
  signal: 'signal',
}
