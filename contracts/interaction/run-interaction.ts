import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { types } from 'node:util'
import { TestkitError } from '../../src/model/errors.ts'
import { graphFetch } from '../../src/tenant/hosts/graph-fetch.ts'
import { packageVersion } from '../package-version.ts'
import { loadPact, PactUnavailableError } from '../pact.ts'
import { type PactFile, parsePact } from '../pact-file/pact-file.ts'
import { annotate } from './annotations.ts'
import type { Interaction } from './interaction.ts'
import { isMismatch, isMissingRequest, mismatchLines } from './mismatch-lines.ts'
import { token } from './template.ts'
import { waitForRequest } from './wait-for-request.ts'

/** Names of the consumer and the provider of a contract. */
export interface Pacticipants {
  readonly consumer: string
  readonly provider: string
}

/** URL, token and id for the request of an interaction, and its expected response. */
export interface MockServerContext {
  /** URL of the mock server, without a version of the API. */
  readonly baseUrl: string
  /** A `fetch` that sends requests for Graph to the mock server. */
  readonly fetch: typeof fetch
  readonly token: string
  readonly callId: string
  readonly expected: Interaction['response']
}

/**
 * Thrown by `interaction.run` when the consumer sends another request than the one in its contract, or no request.
 *
 * @example
 * ```ts
 * import { RequestMismatchError } from 'graph-call-testkit/contracts'
 *
 * const mismatchesOf = (error: unknown) => (error instanceof RequestMismatchError ? error.mismatches : [])
 * // ["Expected a header 'Authorization' but was missing"]
 * ```
 * Source: the mismatches that Pact's mock server reports.
 */
export class RequestMismatchError extends TestkitError {
  override readonly name = 'RequestMismatchError'
  /** The differences, as Pact reports them. The token and the body of the request are left out. */
  readonly mismatches: readonly string[]

  constructor(description: string, mismatches: readonly string[]) {
    const differences = mismatches.map((line) => `- ${line}`)
    super([`The consumer did not send ${description}:`, ...differences].join('\n'))
    this.mismatches = mismatches
  }
}

/**
 * Runs a consumer against a Pact mock server for one interaction. Each run has its own temporary directory, because Pact's
 * writer loses interactions if several runs share one.
 *
 * @returns the result of the consumer, and a pact with this interaction only
 * @throws {@link RequestMismatchError} if the request is not the one of the interaction
 * @throws {@link PactUnavailableError} if Pact cannot run
 * @throws the error of the consumer
 */
export async function runInteraction<T>(
  { template, annotations, callId, response: expected }: Interaction,
  pacticipants: Pacticipants,
  test: (context: MockServerContext) => T | Promise<T>,
): Promise<{ result: T; pact: PactFile }> {
  const { PactV4, mismatchesAt } = await loadPact()
  const { description, state, request, response } = template
  const dir = await mkdtemp(join(tmpdir(), 'graph-call-testkit-pact-'))
  try {
    let thrown: { readonly reason: unknown } | undefined
    const builder = new PactV4({ ...pacticipants, dir, logLevel: 'error' }).addInteraction()
    annotate(builder, annotations)
    const outcome = await builder
      .given(state.name, JSON.parse(JSON.stringify(state.parameters)))
      .uponReceiving(description)
      .withRequest('GET', request.path, (builder) => builder.query(request.query).headers(request.headers))
      .willRespondWith(response.status, (builder) =>
        builder.headers(response.headers).jsonBody(response.body),
      )
      .executeTest(async ({ url, port }) => {
        const context = { baseUrl: url, fetch: graphFetch(url), token, callId, expected }
        // If the consumer throws because of a mismatch, Pact reports the error and not the mismatch.
        const settled = await settle(async () => test(context))
        await waitForRequest(mismatchesAt, port)
        if (settled.status === 'rejected') thrown = settled
        return settled
      })
      .catch((error: unknown) => {
        // If the consumer sent no request, its own error says why.
        throw thrown && isMissingRequest(error) ? thrown.reason : explained(error, description)
      })
    if (outcome?.status !== 'fulfilled') throw outcome?.reason
    return { result: outcome.value, pact: completed(await pactIn(dir), annotations) }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function settle<T>(work: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([work()])
  return result
}

async function pactIn(dir: string): Promise<PactFile> {
  const [name] = await readdir(dir)
  if (!name) throw new Error('Pact wrote no file. Run the test again with LOG_LEVEL=debug to see why.')
  return parsePact(await readFile(join(dir, name), 'utf8'), name)
}

/** Adds what Pact's builder cannot write: the key of the interaction, and the version of this package. */
function completed(pact: PactFile, { key }: Interaction['annotations']): PactFile {
  return {
    ...pact,
    interactions: pact.interactions.map((interaction) => ({ ...interaction, ...(key && { key }) })),
    metadata: { ...pact.metadata, 'graph-call-testkit': { version: packageVersion } },
  }
}

function explained(error: unknown, description: string): unknown {
  // Not `instanceof`: a test runner may have its own `Error`.
  if (!types.isNativeError(error)) return error
  if (isMismatch(error.message)) return new RequestMismatchError(description, mismatchLines(error.message))
  if (!error.message.startsWith('Failed to start mock server')) return error
  const advice = 'It needs a free port on 127.0.0.1. Check what prevents this process from listening there.'
  return new PactUnavailableError(`Cannot start Pact's mock server: ${error.message}. ${advice}`, {
    cause: error,
  })
}
