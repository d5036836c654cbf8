import { lintFindings } from '../lint/lint-pacts.ts'
import { type PactSource, readPactFiles } from '../pact-file/pact-files.ts'
import { authenticationIn, brokerUrl, redactorFor } from './broker-settings.ts'
import { extraAuthorities } from './certificate-authorities.ts'
import type { Environment } from './ci-services.ts'
import { consumerVersion } from './consumer-version.ts'
import { type PactCli, pactCliFor } from './pact-cli.ts'
import { brokerTooSlow, pactCliFailure } from './pact-cli-failure.ts'
import { PublishError } from './publish-error.ts'
import type { PublishOptions, PublishReport } from './publish-pacts.ts'

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
  const { ignore, tags = [], dryRun = false, timeout = 120_000 } = options
  const broker = brokerUrl(options.broker, env)
  const sources = await readPactFiles(paths)
  await rejectFindings(sources, ignore)
  const plan = {
    ...(await consumerVersion(options, env, directory)),
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
  const run = pactCli ?? pactCliFor(directory)
  const args = argumentsFor(plan, extraAuthorities(env))
  if (dryRun) return { ...plan, published: false, output: '' }
  const result = await run(args, pactCliEnv(env, broker), timeout)
  const output = redactorFor(env)(result.output)
  if (result.code === 0) return { ...plan, published: true, output: output.trim() }
  throw result.code === undefined ? brokerTooSlow(broker, timeout, output) : pactCliFailure(broker, output)
}

async function rejectFindings(
  sources: readonly PactSource[],
  ignore: PublishOptions['ignore'],
): Promise<void> {
  const findings = await lintFindings(sources, { ignore })
  if (findings.length === 0) return
  const lines = findings.map(
    ({ file, line, rule, found, fix }) => `${file}:${line} ${rule}: ${found}. ${fix}`,
  )
  throw new PublishError(
    'lint-findings',
    `Not published: lint found ${findings.length} ${findings.length === 1 ? 'problem' : 'problems'} in the pacts. Fix them, or ignore the rule.`,
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
    ...pacts.map(({ file }) => escapedGlob(file)),
  ]
}

/** Escapes a file name, because the Pact CLI expands glob patterns. */
const escapedGlob = (file: string) => file.replaceAll(/[[\]*?]/g, '[$&]')

/** Turns off telemetry and limits the Pact CLI to five attempts: its default of eight takes two minutes. */
function pactCliEnv(env: Environment, broker: string): Environment {
  const { PACT_BROKER_HTTP_RETRIES = '5' } = env
  return { ...env, PACT_BROKER_BASE_URL: broker, PACT_BROKER_HTTP_RETRIES, PACT_DO_NOT_TRACK: 'true' }
}
