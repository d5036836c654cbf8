import { printable } from '../../src/output/printable.ts'
import { environmentSecrets } from '../../src/output/process-secrets.ts'
import { redacted } from '../../src/output/redacted.ts'
import { type Redact, redactor } from '../../src/output/redactor.ts'
import { graphProvider, notificationProvider } from '../graph-provider.ts'
import { lintFindings } from '../lint/lint-pacts.ts'
import { type PactSource, pactFilesAt, readPactFiles } from '../pact-file/pact-files.ts'
import { warnProcess } from '../warn.ts'
import { authenticationIn, brokerUrl } from './broker-settings.ts'
import { extraAuthorities } from './certificate-authorities.ts'
import type { Environment } from './ci-services.ts'
import { consumerVersion } from './consumer-version.ts'
import { type PactCli, pactCliFor } from './pact-cli.ts'
import { publishArguments, shellCommand } from './publish-command.ts'
import { publishEach } from './publish-each.ts'
import { PublishError } from './publish-error.ts'
import type { PublishOptions, PublishReport } from './publish-options.ts'
import { rejectUnpublishable } from './unpublishable.ts'

/** Process state that publishing depends on. Tests pass their own. */
interface PublishContext {
  /** Variables with secrets and with the build. */
  readonly env: Environment
  /** Directory of the git checkout. The Pact CLI is installed there or above. */
  readonly directory: string
  /** Pact CLI to run. Defaults to the one installed in `directory`. */
  readonly pactCli?: PactCli
}

/** Publishes pacts as {@link publishPacts} does, from another environment or directory. */
export async function publishFrom(
  paths: readonly string[],
  options: PublishOptions,
  { env, directory, pactCli }: PublishContext,
): Promise<PublishReport> {
  const { ignore, provider, dryRun = false, timeout = 120_000, warn = warnProcess, signal } = options
  const broker = brokerUrl(options.broker, env)
  const authentication = authenticationIn(env)
  const authorities = extraAuthorities(env)
  rejectTimeout(timeout)
  const redact = redactor(environmentSecrets(env))
  const { sources, leftOut } = await sourcesOf(paths, provider)
  rejectUnpublishable(sources)
  await rejectFindings(sources, ignore, redact)
  const { buildUrl, ...consumer } = await consumerVersion(options, env, directory)
  // The broker shows the URL to everyone who can read the pact.
  const version = { ...consumer, ...(buildUrl !== undefined && { buildUrl: redact(buildUrl) }) }
  const tags = tagsOf(options.tags)
  const planned = sources.map(({ file, pact, messages, skipped }) => ({
    file,
    consumer: pact.consumer.name,
    provider: pact.provider.name,
    interactions: pact.interactions.length + messages.length + skipped.length,
    args: publishArguments(file, { ...version, tags, authorities }),
  }))
  const report = {
    ...redacted(
      {
        ...version,
        broker,
        tags,
        pacts: planned.map(({ args, ...pact }) => pact),
        leftOut,
        commands: planned.map(({ args }) => shellCommand(args)),
      },
      redact,
    ),
    authentication,
  }
  warnAboutGate(report, env, warn)
  if (dryRun) return { ...report, published: false, output: '' }
  const run = pactCli ?? pactCliFor(directory)
  const output = await publishEach(planned, {
    pactCli: run,
    env: pactCliEnv(env, broker),
    broker: report.broker,
    redact,
    timeout,
    signal,
  })
  return { ...report, published: true, output }
}

async function sourcesOf(paths: readonly string[], provider: string | undefined) {
  const sources = await readPactFiles(paths, { provider })
  const read = new Set(sources.map(({ file }) => file))
  return { sources, leftOut: (await pactFilesAt(paths)).filter((file) => !read.has(file)) }
}

async function rejectFindings(
  sources: readonly PactSource[],
  ignore: PublishOptions['ignore'],
  redact: Redact,
): Promise<void> {
  const findings = await lintFindings(sources, { ignore })
  if (findings.length === 0) return
  const lines = findings.map(({ file, line, rule, found, fix }) =>
    printable(`${file}:${line} ${rule}: ${found}. ${fix}`),
  )
  throw new PublishError(
    'lint-findings',
    `Not published: lint found ${findings.length} ${findings.length === 1 ? 'problem' : 'problems'} in the pacts. Fix them, or ignore the rule.`,
    { output: redact(lines.join('\n')) },
  )
}

/** Splits tags at commas, as the Pact CLI does. */
function tagsOf(tags: readonly string[] = []): string[] {
  return tags
    .flatMap((tag) => tag.split(','))
    .map((tag) => tag.trim())
    .filter(Boolean)
}

function rejectTimeout(timeout: number): void {
  if (timeout > 0) return
  throw new PublishError(
    'cannot-run',
    `Invalid timeout: ${timeout}. Expected a number of milliseconds greater than 0.`,
  )
}

/**
 * Warns before publishing if the version will no longer pass `can-i-deploy`, because nobody verifies Graph's pact. The
 * variable says that the gates ignore it. Version 18.1.2 of the Pact CLI documents the variable, but does not read it.
 */
function warnAboutGate(
  { version, pacts }: Pick<PublishReport, 'version' | 'pacts'>,
  { PACT_BROKER_CAN_I_DEPLOY_IGNORE = '' }: Environment,
  warn: (message: string) => void,
): void {
  const ignored = PACT_BROKER_CAN_I_DEPLOY_IGNORE.split(',').map((name) => name.trim())
  const unverified = [graphProvider, notificationProvider].filter((name) => !ignored.includes(name))
  const found = pacts.filter(({ provider }) => unverified.includes(provider))
  if (found.length === 0) return
  const consumers = [...new Set(found.map(({ consumer }) => consumer))].join(', ')
  const providers = unverified.filter((name) => found.some(({ provider }) => provider === name))
  const flags = providers.map((name) => `--ignore ${name}`).join(' ')
  const pact = providers.length === 1 ? 'its pact is' : 'their pacts are'
  warn(
    `Nobody verifies ${providers.join(' and ')}. Once ${pact} published, can-i-deploy fails for version ${version} of ${printable(consumers)}, even if it passed before. Pass ${flags} to can-i-deploy. Then set PACT_BROKER_CAN_I_DEPLOY_IGNORE=${[...ignored.filter(Boolean), ...providers].join(',')} to turn off this warning.`,
  )
}

/** Turns off telemetry and limits the Pact CLI to five attempts: its default of eight takes two minutes. */
function pactCliEnv(env: Environment, broker: string): Environment {
  const { PACT_BROKER_HTTP_RETRIES = '5' } = env
  return { ...env, PACT_BROKER_BASE_URL: broker, PACT_BROKER_HTTP_RETRIES, PACT_DO_NOT_TRACK: 'true' }
}
