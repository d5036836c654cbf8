import { printable } from '../../src/output/printable.ts'
import type { Redact } from '../../src/output/redactor.ts'
import type { Environment } from './ci-services.ts'
import type { PactCli, PactCliResult } from './pact-cli.ts'
import { type PactCliFailure, pactCliFailure } from './pact-cli-failure.ts'
import {
  PublishError,
  type PublishedPact,
  type PublishFailure,
  type UnpublishedPact,
} from './publish-error.ts'

/** Pact to publish, with the arguments for the Pact CLI. */
export interface PlannedPact extends PublishedPact {
  readonly args: readonly string[]
}

/** Settings of a run. */
interface Run {
  readonly pactCli: PactCli
  readonly env: Environment
  readonly broker: string
  readonly redact: Redact
  /** Milliseconds for all pacts together. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
}

/** Failures of one pact. After any other, the next pact would fail in the same way. */
const ofOnePact: readonly PublishFailure[] = ['conflict', 'broker-failed']

/** Longest time of a timer in Node. */
const longestTime = 2 ** 31 - 1

/**
 * Publishes one pact after the other, so that it is known which of them arrived. The Pact CLI also sends one request for each.
 *
 * @returns the output of the Pact CLI, without secrets
 * @throws a {@link PublishError} if a pact was not published
 */
export async function publishEach(pacts: readonly PlannedPact[], run: Run): Promise<string> {
  const stop = stopAfter(run)
  try {
    return await publishUntil(stop.signal, pacts, run)
  } finally {
    stop.clear()
  }
}

/**
 * Returns a signal that is aborted after the timeout, or when publishing is canceled. Not `AbortSignal.any` of
 * `AbortSignal.timeout`: Node 20 collects it as garbage while it is waited for, and it never aborts.
 */
function stopAfter({ timeout, signal }: Pick<Run, 'timeout' | 'signal'>) {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, Math.min(Math.ceil(timeout), longestTime))
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    },
  }
}

async function publishUntil(stop: AbortSignal, pacts: readonly PlannedPact[], run: Run): Promise<string> {
  const { pactCli, env, redact } = run
  const outputs: string[] = []
  const published: PublishedPact[] = []
  const failed: UnpublishedPact[] = []
  let first: PactCliFailure | undefined
  let isOver = false
  for (const { args, ...pact } of pacts) {
    if (isOver) {
      failed.push({ ...pact, reason: 'not-tried' })
      continue
    }
    const result = stop.aborted ? { output: '' } : await pactCli(args, env, stop)
    outputs.push(redact(result.output).trim())
    const failure = failureOf(result, run)
    if (failure) failed.push({ ...pact, reason: failure.failure })
    else published.push(pact)
    first ??= failure
    isOver = failure !== undefined && !ofOnePact.includes(failure.failure)
  }
  const output = outputs.filter(Boolean).join('\n\n')
  if (first) {
    const message = messageOf(run.broker, first.advice, published, failed)
    throw new PublishError(first.failure, message, { output, published, failed })
  }
  return output
}

function failureOf(
  { code, output }: PactCliResult,
  { signal, timeout }: Pick<Run, 'signal' | 'timeout'>,
): PactCliFailure | undefined {
  if (code === 0) return undefined
  // Ctrl+C in a terminal also ends the Pact CLI, which may be over before the signal stops it.
  if (signal?.aborted) {
    return {
      failure: 'canceled',
      advice: 'Publishing was canceled. Publish again: publishing the same content twice is safe.',
    }
  }
  if (code !== undefined) return pactCliFailure(output)
  return {
    failure: 'broker-slow',
    advice: `No response within ${timeout / 1_000} s. Publish again, or increase --timeout. Publishing the same content twice is safe.`,
  }
}

function messageOf(
  broker: string,
  advice: string,
  published: readonly PublishedPact[],
  failed: readonly UnpublishedPact[],
): string {
  const total = published.length + failed.length
  const start =
    published.length === 0
      ? `Not published to ${broker}.`
      : `Published only ${published.length} of ${total} pacts to ${broker}.`
  if (total === 1) return `${start} ${advice}`
  return [
    `${start} ${advice}`,
    ...published.map((pact) => `  published: ${nameOf(pact)}`),
    ...failed.map((pact) => `  ${stateOf(pact.reason)}: ${nameOf(pact)}`),
  ].join('\n')
}

const nameOf = ({ consumer, provider, file }: PublishedPact) =>
  printable(`${consumer} -> ${provider} (${file})`)

/** If the Pact CLI was stopped, the broker may have the pact already. */
function stateOf(reason: UnpublishedPact['reason']): string {
  if (reason === 'not-tried') return 'not tried'
  return reason === 'canceled' || reason === 'broker-slow' ? `unknown, ${reason}` : `not published, ${reason}`
}
