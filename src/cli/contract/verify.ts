import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ConsumerVersionSelector, VerifyOptions } from '../../../contracts/index.ts'
import { CommandFailure, type Io } from '../io.ts'
import { exitCodeOf } from '../stop-signals.ts'
import { pactPaths, providerOption } from './pact-paths.ts'
import { collect } from './rule-names.ts'
import { pactsText, providerText } from './verify-format.ts'

interface VerifyCommandOptions {
  readonly provider?: string
  readonly interaction?: readonly string[]
  readonly metadata?: string
  readonly openapi?: string
  readonly baseUrl?: string
  readonly callId?: readonly string[]
  readonly providerStatesUrl?: string
  readonly brokerBaseUrl?: string | true
  readonly consumerVersionSelector?: readonly ConsumerVersionSelector[]
  readonly enablePending?: true
  readonly includeWipPactsSince?: string
  readonly publish?: true
  readonly providerVersion?: string
  readonly providerBranch?: string
  readonly buildUrl?: string
  readonly json?: true
}

const example = `
Examples:
  $ graph-call-testkit contract verify pacts
  $ graph-call-testkit contract verify pacts --metadata metadata.xml

  Microsoft's service, with the IDs of calls that exist there:
  $ GRAPH_ACCESS_TOKEN=... graph-call-testkit contract verify pacts --base-url https://graph.microsoft.com \\
      --call-id group=ID --call-id peer-to-peer=ID

  A stub of your own, here "graph-call-testkit serve --port 4010":
  $ graph-call-testkit contract verify pacts --base-url http://127.0.0.1:4010 \\
      --provider-states-url http://127.0.0.1:4010/_pact/provider-states

  A stub of your own and the pacts in a broker (PACT_BROKER_BASE_URL, PACT_BROKER_TOKEN), with published results:
  $ graph-call-testkit contract verify --broker-base-url --provider contoso-call-stub --base-url http://127.0.0.1:4010 \\
      --provider-states-url http://127.0.0.1:4010/_pact/provider-states --enable-pending --publish

Anyone can download $metadata: https://graph.microsoft.com/v1.0/$metadata. It declares the properties of a call. It does
not show that the service sends them, and does not describe errors.

Microsoft's service gets only GET requests, with the token in GRAPH_ACCESS_TOKEN. Nothing is ever published for it, and no
result is a verification by Microsoft. docs/verifying.md has more.

Exit code: 0 nothing failed, 1 something failed, 2 could not run, or there was nothing to verify, 130 or 143 stopped by
SIGINT (Ctrl+C) or SIGTERM.`

/** Adds `contract verify`. */
export function addVerify(contract: Command, io: Io): void {
  contract
    .command('verify')
    .summary('verify pacts against the virtual tenant, the schema and a service')
    .description(
      'Verify each interaction of the pacts against the virtual tenant and the schema, and on request against a service. With --broker-base-url, verify a provider of your own against the pacts in a Pact Broker.',
    )
    .addArgument(pactPaths())
    .addOption(providerOption())
    .option('--interaction <name>', 'only this interaction: a name, or a /pattern/; can be repeated', collect)
    .option('--metadata <file>', 'CSDL file of Graph ($metadata) to verify example bodies against')
    .option('--openapi <file>', 'OpenAPI document (JSON) to compare the interactions with')
    .option('--base-url <url>', 'root URL of a service to verify against, without a version')
    .option(
      '--call-id <[name=]id>',
      'ID of a call in the service, for one interaction or for all; can be repeated',
      collect,
    )
    .option('--provider-states-url <url>', 'URL of a stub that sets up provider states')
    .optionsGroup('Pacts in a broker:')
    .option('--broker-base-url [url]', 'verify the pacts in this broker (default: PACT_BROKER_BASE_URL)')
    .addOption(
      new Option(
        '--consumer-version-selector <json>',
        'versions of consumers; can be repeated (default: main branches, deployed and released versions)',
      ).argParser(selectorOf),
    )
    .option('--enable-pending', 'do not fail because of pacts that this provider has never passed')
    .option('--include-wip-pacts-since <date>', 'include work-in-progress pacts, such as 2026-01-31', dateOf)
    .option('--publish', 'publish the results')
    .option('--provider-version <version>', 'version of the provider (default: the commit)')
    .option(
      '--provider-branch <branch>',
      'branch of the provider (default: the branch of the build or of git)',
    )
    .option('--build-url <url>', 'URL of the build (default: set by the CI service)')
    .optionsGroup('Output:')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .action((paths: readonly string[], options: VerifyCommandOptions, { args }: Command) =>
      options.brokerBaseUrl === undefined
        ? verifyFiles(paths, options, io)
        : verifyBroker(args, options, options.brokerBaseUrl, io),
    )
}

/** Options for pacts in a broker only, and for pact files only. */
const brokerOnly = {
  consumerVersionSelector: '--consumer-version-selector',
  enablePending: '--enable-pending',
  includeWipPactsSince: '--include-wip-pacts-since',
  publish: '--publish',
  providerVersion: '--provider-version',
  providerBranch: '--provider-branch',
  buildUrl: '--build-url',
} as const
const filesOnly = { callId: '--call-id', metadata: '--metadata', openapi: '--openapi' } as const

async function verifyFiles(paths: readonly string[], options: VerifyCommandOptions, io: Io): Promise<void> {
  const wrong = namesIn(options, brokerOnly)
  if (wrong.length > 0) {
    throw new CommandFailure(
      2,
      `Cannot use ${wrong.join(', ')} with pact files. Pass --broker-base-url as well.`,
    )
  }
  if (io.subprocess) {
    const exitCode = await io.subprocess()
    if (exitCode !== 0) throw new CommandFailure(exitCode, '')
    return
  }
  const { provider, interaction, metadata, openapi, baseUrl, callId, providerStatesUrl, json } = options
  const { verifyPacts } = await import('../../../contracts/index.ts')
  const report = await verifyPacts(paths, {
    provider,
    interactions: interaction?.map(nameOrPattern),
    metadata,
    openapi,
    baseUrl,
    ...callIds(callId),
    providerStatesUrl,
  })
  if (json) io.json(report)
  else io.out(pactsText(report))
  if (!report.passed) throw new CommandFailure(1, 'Not all interactions passed.')
}

async function verifyBroker(
  paths: readonly string[],
  options: VerifyCommandOptions,
  broker: string | true,
  io: Io,
): Promise<void> {
  const wrong = [...paths, ...namesIn(options, filesOnly)]
  if (wrong.length > 0) {
    throw new CommandFailure(
      2,
      `Cannot use ${wrong.join(', ')} with --broker-base-url, which verifies the pacts in a broker. Omit one of them.`,
    )
  }
  const { provider, baseUrl } = options
  if (provider === undefined || baseUrl === undefined) {
    throw new CommandFailure(
      2,
      '--broker-base-url requires --provider and --base-url: the name and the URL of a provider of your own.',
    )
  }
  const { verifyProvider, VerificationError } = await import('../../../contracts/index.ts')
  const signal = io.untilStopped?.()
  const report = await verifyProvider({
    provider,
    baseUrl,
    providerStatesUrl: options.providerStatesUrl,
    broker: broker === true ? undefined : broker,
    selectors: options.consumerVersionSelector,
    pending: options.enablePending,
    wipSince: options.includeWipPactsSince,
    interactions: options.interaction?.map(nameOrPattern),
    publish: options.publish,
    version: options.providerVersion,
    branch: options.providerBranch,
    buildUrl: options.buildUrl,
    signal,
  }).catch((error: unknown) => {
    const exitCode = exitCodeOf(signal)
    throw exitCode !== undefined && error instanceof VerificationError
      ? new CommandFailure(exitCode, error.message)
      : error
  })
  if (options.json) io.json(report)
  else io.out(providerText(report))
  if (!report.passed) throw new CommandFailure(1, 'Not all interactions passed.')
}

function namesIn<Key extends keyof VerifyCommandOptions>(
  options: VerifyCommandOptions,
  names: Readonly<Record<Key, string>>,
): string[] {
  return Object.entries<string>(names).flatMap(([key, name]) => (key in options ? [name] : []))
}

/** Reads `group=ID` as the ID for one interaction, and `ID` as the one for all others. */
function callIds(values: readonly string[] = []): Pick<VerifyOptions, 'callId' | 'callIds'> {
  const named = values.map((value) => /^([^=]+)=(.+)$/s.exec(value) ?? [value, '', value])
  return {
    callId: named.findLast(([, name]) => name === '')?.[2],
    callIds: Object.fromEntries(named.flatMap(([, name = '', id = '']) => (name === '' ? [] : [[name, id]]))),
  }
}

/** Reads `/pattern/` as a regular expression. */
function nameOrPattern(text: string): string | RegExp {
  const [, source] = /^\/(.+)\/$/s.exec(text) ?? []
  if (source === undefined) return text
  try {
    return new RegExp(source, 'u')
  } catch (error) {
    throw new CommandFailure(
      2,
      `Invalid pattern in --interaction: ${error instanceof Error ? error.message : error}.`,
    )
  }
}

function selectorOf(
  text: string,
  earlier: readonly ConsumerVersionSelector[] = [],
): ConsumerVersionSelector[] {
  try {
    const selector: unknown = JSON.parse(text)
    if (typeof selector === 'object' && selector !== null && !Array.isArray(selector))
      return [...earlier, selector]
  } catch {
    // The error below says what is expected.
  }
  throw new InvalidArgumentError('Expected a JSON object such as \'{"mainBranch":true}\'.')
}

function dateOf(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text
  throw new InvalidArgumentError('Expected a date such as 2026-01-31.')
}
