import { type Command, InvalidArgumentError } from 'commander'
import type { PublishReport } from '../../../contracts/index.ts'
import type { Io } from '../io.ts'
import { each, ignoredRules } from './ignored-rules.ts'
import { count } from './lint-format.ts'
import { withContracts } from './room.ts'

interface PublishCommandOptions {
  readonly brokerBaseUrl?: string
  readonly consumerAppVersion?: string
  readonly branch?: string
  readonly tag: readonly string[]
  readonly buildUrl?: string
  readonly ignore: readonly string[]
  readonly timeout?: number
  readonly dryRun?: true
  readonly json?: true
}

const example = `
Example:
  $ PACT_BROKER_BASE_URL=https://broker.example.com PACT_BROKER_TOKEN=... graph-call-testkit contract publish pacts
  $ graph-call-testkit contract publish pacts --dry-run

Secrets come from the environment alone: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.
Exit code: 0 published, 1 lint found something, 2 it could not run, 3 no git, 4 files differ from the commit,
5 detached head, 6 the broker cannot be reached, 7 it is too slow, 8 it refuses the token, 9 it holds other content for
this version, 10 it failed.`

/** `contract publish`: gives pacts to a broker, as this commit's. */
export function addPublish(contract: Command, io: Io): void {
  contract
    .command('publish')
    .summary('publish pacts to a Pact Broker')
    .description(
      'Lints pacts, and publishes them to a Pact Broker as the commit and branch that the build, or git, says.',
    )
    .argument('[paths...]', 'pact files, and folders of them', ['pacts'])
    .option('--broker-base-url <url>', 'the broker (default: PACT_BROKER_BASE_URL)')
    .option('--consumer-app-version <version>', 'the version of the consumer (default: the commit)')
    .option('--branch <branch>', 'its branch (default: as the build, or git, says)')
    .option('--tag <tag>', 'a tag for the version; can be given several times', each, [])
    .option('--build-url <url>', 'the build that made the pacts (default: as the build says)')
    .option('--ignore <rule>', 'a lint rule to leave out; can be given several times', each, [])
    .option('--timeout <seconds>', 'how long the broker may take in all (default: 120)', secondsOf)
    .option('--dry-run', 'say what would be sent, and send nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .action((paths: readonly string[], options: PublishCommandOptions) => publish(paths, options, io))
}

async function publish(paths: readonly string[], options: PublishCommandOptions, io: Io): Promise<void> {
  const { brokerBaseUrl, consumerAppVersion, branch, tag, buildUrl, ignore, timeout, dryRun, json } = options
  const report = await withContracts(({ publishPacts, lintRules }) =>
    publishPacts(paths, {
      broker: brokerBaseUrl,
      version: consumerAppVersion,
      branch,
      tags: tag,
      buildUrl,
      ignore: ignoredRules(ignore, lintRules),
      timeout: timeout === undefined ? undefined : timeout * 1_000,
      dryRun,
    }),
  )
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : pretty(report))
}

function pretty(report: PublishReport): string {
  const { published, broker, authentication, version, branch, from, tags, buildUrl, pacts } = report
  return [
    `${published ? 'Published' : 'Would publish'} to ${broker} (${means[authentication]})`,
    `  version ${version} (${from}), branch ${branch}${tags.length > 0 ? `, tags ${tags.join(', ')}` : ''}`,
    ...(buildUrl === undefined ? [] : [`  built by ${buildUrl}`]),
    ...pacts.map(
      ({ file, consumer, provider, interactions }) =>
        `  ${consumer} asks ${provider}: ${count(interactions, 'interaction')} (${file})`,
    ),
    '',
  ].join('\n')
}

const means = {
  token: 'with a token',
  basic: 'with a user name and a password',
  none: 'without a token',
} as const

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0) return seconds
  throw new InvalidArgumentError('It is a number of seconds above 0.')
}
