import { type Command, InvalidArgumentError } from 'commander'
import type { PublishReport } from '../../../contracts/index.ts'
import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'
import { CommandFailure, type Io } from '../io.ts'
import { exitCodeOf } from '../stop-signals.ts'
import { pactPaths, providerOption } from './pact-paths.ts'
import { collect, ruleNames } from './rule-names.ts'

interface PublishCommandOptions {
  readonly brokerBaseUrl?: string
  readonly consumerAppVersion?: string
  readonly branch?: string
  readonly tag?: readonly string[]
  readonly buildUrl?: string
  readonly provider?: string
  readonly ignore?: readonly string[]
  readonly timeout?: number
  readonly dryRun?: true
  readonly json?: true
}

const example = `
Examples:
  $ PACT_BROKER_BASE_URL=https://broker.example.com PACT_BROKER_TOKEN=... graph-call-testkit contract publish pacts
  $ graph-call-testkit contract publish pacts --dry-run

Nobody verifies microsoft-graph-calls. Pass --ignore microsoft-graph-calls to can-i-deploy: otherwise it fails for each
version whose pact is published. PACT_BROKER_CAN_I_DEPLOY_IGNORE=microsoft-graph-calls turns off the warning.

Secrets come only from the environment: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.

Exit code:
  0  published
  1  lint found problems
  2  could not run
  3  git or its repository is missing
  4  tracked files have uncommitted changes
  5  the branch is unknown: git has a detached HEAD, or the build is for a tag
  6  the broker cannot be reached
  7  the broker did not respond in time
  8  the broker rejected the credentials
  9  the broker already has this version with different content
  10 the broker failed
  130, 143  stopped by SIGINT (Ctrl+C) or SIGTERM`

/** Adds `contract publish`. */
export function addPublish(contract: Command, io: Io): void {
  contract
    .command('publish')
    .summary('publish pacts to a Pact Broker')
    .description(
      'Lint pacts and publish them to a Pact Broker, with the commit and branch of the CI build or of git.',
    )
    .addArgument(pactPaths())
    .option('--broker-base-url <url>', 'URL of the broker (default: PACT_BROKER_BASE_URL)')
    .option('--consumer-app-version <version>', 'version of the consumer (default: the commit)')
    .option('--branch <branch>', 'branch of the consumer (default: the branch of the build or of git)')
    .option('--tag <tags>', 'tags for the version, separated by commas; can be repeated', collect)
    .option('--build-url <url>', 'URL of the build (default: set by the CI service)')
    .addOption(providerOption())
    .option('--ignore <rule>', 'lint rule to ignore; can be repeated', collect)
    .option('--timeout <seconds>', 'time for publishing, including retries (default: 120)', secondsOf)
    .option('--dry-run', 'print what would be published and run; needs no Pact CLI')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .action((paths: readonly string[], options: PublishCommandOptions) => publish(paths, options, io))
}

async function publish(paths: readonly string[], options: PublishCommandOptions, io: Io): Promise<void> {
  const {
    brokerBaseUrl,
    consumerAppVersion,
    branch,
    tag,
    buildUrl,
    provider,
    ignore,
    timeout,
    dryRun,
    json,
  } = options
  const { publishPacts, lintRules, PublishError } = await import('../../../contracts/index.ts')
  const signal = io.untilStopped?.()
  const report = await publishPacts(paths, {
    broker: brokerBaseUrl,
    version: consumerAppVersion,
    branch,
    tags: tag,
    buildUrl,
    provider,
    ignore: ruleNames(ignore ?? [], lintRules),
    timeout: timeout === undefined ? undefined : timeout * 1_000,
    dryRun,
    warn: (message) => io.err(`Warning: ${printable(message)}\n`),
    signal,
  }).catch((error: unknown) => {
    const exitCode = exitCodeOf(signal)
    throw exitCode !== undefined && error instanceof PublishError
      ? new CommandFailure(exitCode, error.message)
      : error
  })
  if (json) io.json(report)
  else io.out(pretty(report))
}

function pretty(report: PublishReport): string {
  const {
    published,
    broker,
    authentication,
    version,
    branch,
    from,
    tags,
    buildUrl,
    pacts,
    leftOut,
    commands,
  } = report
  const lines = [
    `${published ? 'Published' : 'Would publish'} to ${broker} (${credentials[authentication]})`,
    `  version ${version} (${from}), branch ${branch}${tags.length > 0 ? `, tags ${tags.join(', ')}` : ''}`,
    ...(buildUrl === undefined ? [] : [`  build ${buildUrl}`]),
    ...pacts.map(
      ({ file, consumer, provider, interactions }) =>
        `  ${consumer} -> ${provider}: ${count(interactions, 'interaction')} (${file})`,
    ),
    ...leftOut.map((file) => `  left out, another provider: ${file}`),
    ...(published ? [] : commands.map((command) => `  would run: ${command}`)),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

const credentials = {
  token: 'with a token',
  basic: 'with a user name and password',
  none: 'without credentials',
} as const

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0) return seconds
  throw new InvalidArgumentError('Expected a number of seconds greater than 0.')
}
