import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printableLines } from '../../src/output/printable.ts'
import { environmentSecrets } from '../../src/output/process-secrets.ts'
import { redacted } from '../../src/output/redacted.ts'
import { type Redact, redactor } from '../../src/output/redactor.ts'
import { graphProvider } from '../graph-provider.ts'
import { authenticationIn, brokerUrl, notABroker } from '../publish/broker-settings.ts'
import type { Environment } from '../publish/ci-services.ts'
import { consumerVersion } from '../publish/consumer-version.ts'
import { type PactCli, pactCliFor } from '../publish/pact-cli.ts'
import { PublishError } from '../publish/publish-error.ts'
import type { ProviderFailure, ProviderReport, VerifyProviderOptions } from './provider-options.ts'
import { isMicrosoftUrl, serviceUrl, statesUrl } from './service.ts'
import { VerificationError } from './verification-error.ts'
import { type ProviderSettings, verifierArguments, verifierEnvironment } from './verifier-command.ts'
import { findingsOf, parseReport, type VerifierReport } from './verifier-report.ts'

/** Process state that a verification depends on. Tests pass their own. */
interface Context {
  readonly env: Environment
  /** Directory of the git checkout. The Pact CLI is installed there or above. */
  readonly directory: string
  readonly pactCli?: PactCli
}

/** Verifies a provider as {@link verifyProvider} does, from another environment or directory. */
export async function verifyProviderFrom(
  options: VerifyProviderOptions,
  { env, directory, pactCli }: Context,
): Promise<ProviderReport> {
  const { provider, publish = false, pending = false, wipSince, signal } = options
  const baseUrl = serviceUrl(options.baseUrl)
  rejectCombinations(options, baseUrl)
  const redact = redactor(environmentSecrets(env))
  try {
    const settings: ProviderSettings = {
      ...options,
      baseUrl,
      providerStatesUrl: options.providerStatesUrl && statesUrl(options.providerStatesUrl),
      broker: brokerUrl(options.broker, env),
      // Pact needs the branch of the provider to know what is pending.
      ...(publish || pending || wipSince ? await consumerVersion(options, env, directory) : {}),
    }
    const run = pactCli ?? pactCliFor(directory, 'verifier')
    const childEnv = verifierEnvironment(env, authenticationIn(env))
    const { report, output } = await reportOf(settings, redact, (args) =>
      run(args, childEnv, signal ?? new AbortController().signal),
    )
    const { broker, version, branch } = settings
    rejectFailedRun(report, output, settings, redact)
    return redacted(
      {
        passed: report.result,
        published: publish,
        provider,
        service: baseUrl,
        broker,
        ...(version !== undefined && { version }),
        ...(branch !== undefined && { branch }),
        interactions: report.interactionResults.length,
        failures: failuresIn(report, output),
      },
      redact,
    )
  } catch (error) {
    throw error instanceof PublishError ? asVerificationError(error) : error
  }
}

/** @throws a {@link VerificationError} if the results would be Microsoft's, or would not be the results of whole pacts */
function rejectCombinations(
  { provider, publish, interactions = [] }: VerifyProviderOptions,
  baseUrl: string,
): void {
  if (!provider) throw new VerificationError('Missing provider. Pass its name in the pacts.')
  if (isMicrosoftUrl(baseUrl)) {
    throw new VerificationError(
      `${baseUrl} is Microsoft's service. Nothing is ever published for it, so pacts in a broker cannot be verified against it. Verify the pact files: graph-call-testkit contract verify pacts --base-url ${baseUrl}.`,
    )
  }
  if (publish && provider === graphProvider) {
    throw new VerificationError(
      `${graphProvider} is Microsoft's service, so the results of another provider are not published under this name. Give the stub a name of its own, and define a contract with it: defineCallContract({ provider: 'contoso-call-stub', ... }).`,
    )
  }
  if (publish && interactions.length > 0) {
    throw new VerificationError(
      'Results can only be published for all interactions of a pact. Remove the names of interactions, or do not publish.',
    )
  }
}

type Run = (args: readonly string[]) => Promise<{ readonly code?: number; readonly output: string }>

/** Runs the verifier, which writes its report to a temporary file. */
async function reportOf(settings: ProviderSettings, redact: Redact, run: Run) {
  const folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-verify-'))
  try {
    const file = join(folder, 'report.json')
    const { code, output } = await run(verifierArguments(settings, file))
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (code !== undefined && text !== undefined) return { report: parseReport(text), output }
    throw new VerificationError(
      code === undefined
        ? 'The verification was stopped.'
        : `Pact's verifier failed without a report (exit code ${code}).\n\n${printableLines(redact(output.trim()))}`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @throws a {@link VerificationError} if pacts were not loaded, nothing was verified, or the results were not published */
function rejectFailedRun(
  { errors, interactionResults }: VerifierReport,
  output: string,
  { broker, provider, publish, interactions = [] }: ProviderSettings,
  redact: Redact,
): void {
  const notLoaded = errors.find(({ interaction }) => interaction.startsWith('Failed to load pact'))
  if (notLoaded) throw new VerificationError(redact(loadFailure(String(notLoaded.mismatch.message), broker)))
  if (interactionResults.length === 0) {
    const names = interactions.length > 0 ? ` with the name ${interactions.join(' or ')}` : ''
    throw new VerificationError(
      redact(
        `No interaction${names} in the pacts of ${provider} in ${broker}. Check the names and the selectors.`,
      ),
    )
  }
  // Pact's verifier only logs this, and exits with 0.
  const [, reason] = /Publishing of verification results failed with an error: (.*)/.exec(output) ?? []
  if (!publish || reason === undefined) return
  throw new VerificationError(
    redact(
      `The results were not published to ${broker}: ${reason} Check that the token has permission to publish, then verify again.`,
    ),
  )
}

function loadFailure(message: string, broker: string): string {
  const [, reason] = / - (.*)$/s.exec(message) ?? []
  if (/\bHAL\b/.test(message)) return `Cannot read the pacts in ${broker}: ${reason ?? message} ${notABroker}`
  if (!message.includes('IO Error') && !/failed: \d{3} /.test(message)) {
    return `${message.replace(/(?<![.\s])[.\s]+$/, '')}. Check the name of the provider, the selectors and PACT_BROKER_BASE_URL.`
  }
  return `Cannot read the pacts in ${broker}: ${reason ?? message} Check PACT_BROKER_BASE_URL, PACT_BROKER_TOKEN and the proxy.`
}

function failuresIn({ errors, pendingErrors }: VerifierReport, output: string): ProviderFailure[] {
  const states = [...output.matchAll(/Provider setup state change for (.+?) has failed - (.*)/g)]
  const reasons = states.map(([, state, reason]) => `${state}: ${reason}`)
  return [
    ...errors.map((error) => ({ error, pending: false })),
    ...pendingErrors.map((error) => ({ error, pending: true })),
  ].map(({ error, pending }) => ({
    interaction: error.interaction.replace(/^Verifying a pact between /, ''),
    pending,
    findings: findingsOf(error).map(({ message = '', ...finding }) => ({
      ...finding,
      message: message.includes('state change') ? [message, ...new Set(reasons)].join('. ') : message,
    })),
  }))
}

/** Reports an error of the code that verification shares with publishing. */
function asVerificationError(error: PublishError): VerificationError {
  const message = error.message
    .replaceAll('--consumer-app-version', '--provider-version')
    .replaceAll('--branch', '--provider-branch')
    .replaceAll('consumer version', 'version of the provider')
  return new VerificationError(message, { cause: error })
}
