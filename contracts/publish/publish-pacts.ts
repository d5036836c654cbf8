import { type LintOptions, lintPacts } from '../lint/lint-pacts.ts'
import { readPactFiles } from '../pact-file/pact-files.ts'
import { extraAuthorities } from './authorities.ts'
import { authenticationIn, brokerUrl, withoutSecrets } from './broker.ts'
import { type BrokerClient, brokerClientFor } from './client.ts'
import { clientFailure, tooSlow } from './client-failure.ts'
import type { BuildFacts, Environment } from './environments.ts'
import { PublishError } from './publish-error.ts'
import { type ConsumerVersion, consumerVersion } from './version.ts'

/** How pacts are published. What is not given is found out. */
export interface PublishOptions extends BuildFacts, Pick<LintOptions, 'ignore' | 'definition'> {
  /** The address of the broker; `PACT_BROKER_BASE_URL` unless said. */
  readonly broker?: string | undefined
  /** Tags of the version, beside its branch; none unless said. */
  readonly tags?: readonly string[] | undefined
  /** Find out all that would be sent, and send nothing. */
  readonly dryRun?: boolean | undefined
  /** How long the broker may take, in milliseconds, with all that is tried again; two minutes unless said. */
  readonly timeout?: number | undefined
  /** Where secrets and what is known of the build are read from; the environment of this process unless said. */
  readonly env?: Environment | undefined
  /** Where git and the broker's client are looked for; the working directory unless said. */
  readonly folder?: string | undefined
  /** In place of the client that is installed. */
  readonly client?: BrokerClient | undefined
}

/** What was published, or would be. */
export interface PublishReport extends ConsumerVersion {
  /** Whether it was; a dry run publishes nothing. */
  readonly published: boolean
  /** The URL of the broker. */
  readonly broker: string
  /** How the client says who it is; it reads the secret from the environment by itself. */
  readonly authentication: 'token' | 'basic' | 'none'
  /** The tags that the version gets. */
  readonly tags: readonly string[]
  /** Each pact: its file, who it is between, and how many interactions it has. */
  readonly pacts: readonly {
    readonly file: string
    readonly consumer: string
    readonly provider: string
    readonly interactions: number
  }[]
  /** What the broker's client said, without secrets; empty in a dry run. */
  readonly output: string
}

/**
 * Publishes pacts to a Pact Broker with the broker's own client, `@pact-foundation/pact-cli`, an optional peer. The pacts
 * are linted first. Version and branch are those given, or the build's (GitHub Actions, GitLab CI, Azure Pipelines,
 * Jenkins), or git's. The client tries again by itself, with growing pauses, what a second try can help; to publish the same content of the same
 * version twice does no harm.
 *
 * Secrets come from the environment alone (`PACT_BROKER_TOKEN`, or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`), and
 * are in no argument, report or error.
 *
 * @param paths - files, and folders whose `*.json` are read
 * @throws PublishError where not all was published: `.failure` says what kind of trouble, `.exitCode` what the command
 * exits with; PactFormatError and NoPactsError as lintPacts does
 * @example
 * ```ts
 * const { version, branch } = await publishPacts(['pacts'], { broker: 'https://broker.example.com' })
 * ```
 * Sources: the Pact Broker's answers and its client's, as tried; the variables that each service documents.
 */
export async function publishPacts(
  paths: readonly string[],
  options: PublishOptions = {},
): Promise<PublishReport> {
  const { env = process.env, folder = process.cwd(), tags = [], dryRun = false, timeout = 120_000 } = options
  const broker = brokerUrl(options.broker, env)
  const sources = await readPactFiles(paths)
  await refuseWhatLintFinds(paths, options)
  const version = await consumerVersion(options, env, folder)
  const report = {
    ...version,
    broker,
    authentication: authenticationIn(env),
    tags,
    pacts: sources.map(({ file, pact: { consumer, provider, interactions } }) => ({
      file,
      consumer: consumer.name,
      provider: provider.name,
      interactions: interactions.length,
    })),
  }
  const client = options.client ?? brokerClientFor(folder)
  const args = argumentsFor(report, extraAuthorities(env))
  if (dryRun) return { ...report, published: false, output: '' }
  const { code, output } = await client(args, clientEnv(env, broker), timeout)
  const said = withoutSecrets(output, env)
  if (code === 0) return { ...report, published: true, output: said.trim() }
  throw code === undefined ? tooSlow(broker, timeout, said) : clientFailure(broker, said)
}

async function refuseWhatLintFinds(
  paths: readonly string[],
  { ignore, definition }: PublishOptions,
): Promise<void> {
  const { findings } = await lintPacts(paths, { ignore, definition })
  if (findings.length === 0) return
  const lines = findings.map(
    ({ file, line, rule, found, fix }) => `${file}:${line} ${rule}: ${found}. ${fix}`,
  )
  throw new PublishError(
    'lint-findings',
    `Not published: ${findings.length} ${findings.length === 1 ? 'thing is' : 'things are'} wrong with the pacts. Mend them, or ignore the rule.`,
    lines.join('\n'),
  )
}

type Plan = Omit<PublishReport, 'published' | 'output'>

function argumentsFor(
  { pacts, version, branch, buildUrl, tags }: Plan,
  authorities: string | undefined,
): string[] {
  return [
    'publish',
    `--consumer-app-version=${version}`,
    `--branch=${branch}`,
    ...(buildUrl === undefined ? [] : [`--build-url=${buildUrl}`]),
    ...(tags.length === 0 ? [] : [`--tag=${tags.join(',')}`]),
    ...(authorities === undefined ? [] : [`--ssl-certificate=${authorities}`]),
    '--',
    ...pacts.map(({ file }) => literally(file)),
  ]
}

/** The client takes patterns: a bracket in the name of a folder has to stand for itself. */
const literally = (file: string) => file.replaceAll(/[[\]*?]/g, '[$&]')

/** Without telemetry, and with five attempts: the client's own eight go on for two minutes. */
function clientEnv(env: Environment, broker: string): Environment {
  const { PACT_BROKER_HTTP_RETRIES = '5' } = env
  return { ...env, PACT_BROKER_BASE_URL: broker, PACT_BROKER_HTTP_RETRIES, PACT_DO_NOT_TRACK: 'true' }
}
