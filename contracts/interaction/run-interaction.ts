import { types } from 'node:util'
import { parseUrl } from '../../src/model/parse-url.ts'
import { graphFetch } from '../../src/tenant/hosts/graph-fetch.ts'
import { urlOf } from '../../src/tenant/hosts/loopback-fetch.ts'
import { loadPact, PactUnavailableError } from '../pact.ts'
import { type PactFile, parsePact } from '../pact-file/pact-file.ts'
import { annotate } from './annotations.ts'
import type { Interaction } from './interaction.ts'
import { isMismatch, mismatchLines } from './mismatch-lines.ts'
import { pactIn, withPactDirectory } from './pact-directory.ts'
import { requestMismatch, type TestRun } from './request-mismatch.ts'
import { RequestRecorder } from './request-recorder.ts'
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
 * Runs a consumer against a Pact mock server for one interaction.
 *
 * @returns the result of the consumer, and a pact with this interaction only
 * @throws a {@link RequestMismatchError} if the request is not the one of the interaction, or is not awaited
 * @throws a {@link PactUnavailableError} if Pact cannot run
 * @throws the error of the consumer
 */
export async function runInteraction<T>(
  { template, annotations, callId, response: expected }: Interaction,
  pacticipants: Pacticipants,
  test: (context: MockServerContext) => T | Promise<T>,
): Promise<{ result: T; pact: PactFile }> {
  const { PactV4, mismatchesAt } = await loadPact()
  const { description, state, request, response } = template
  return withPactDirectory(async (dir) => {
    const observed: { run?: TestRun<T> } = {}
    const builder = new PactV4({ ...pacticipants, dir, logLevel: 'error' }).addInteraction()
    annotate(builder, annotations)
    const failure: unknown = await builder
      .given(state.name, JSON.parse(JSON.stringify(state.parameters)))
      .uponReceiving(description)
      .withRequest('GET', request.path, (builder) => builder.query(request.query).headers(request.headers))
      .willRespondWith(response.status, (builder) =>
        builder.headers(response.headers).jsonBody(response.body),
      )
      .executeTest(async ({ port }) => {
        // Does not throw if the consumer does: Pact would then report its error and not the mismatch.
        const run = await recorded(port, (server) => test({ ...server, token, callId, expected }))
        await waitForRequest(mismatchesAt, port, run.requests)
        observed.run = run
      })
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    const { run } = observed
    if (!run) throw startError(failure)
    // Not `instanceof`: a test runner may have its own `Error`.
    const message = types.isNativeError(failure) ? failure.message : ''
    const mismatch = requestMismatch(
      run,
      { description, callId },
      isMismatch(message) ? mismatchLines(message) : [],
    )
    if (mismatch) throw mismatch
    if (run.settled.status === 'rejected') throw run.settled.reason
    if (failure !== undefined) throw failure
    return { result: run.settled.value, pact: await pactIn(dir, annotations, parsePact) }
  })
}

/** Runs a test function against the mock server at a port, and records its requests. */
async function recorded<T>(
  port: number,
  test: (server: Pick<MockServerContext, 'baseUrl' | 'fetch'>) => T | Promise<T>,
): Promise<TestRun<T>> {
  const recorder = await RequestRecorder.start(port)
  try {
    const [settled] = await Promise.allSettled([
      (async () => test({ baseUrl: recorder.url, fetch: fetchTo(recorder) }))(),
    ])
    return { settled, unanswered: await recorder.unanswered(), requests: recorder.requests }
  } finally {
    await recorder.close()
  }
}

/** Returns a `fetch` that calls the recorder directly, so that no proxy gets the requests. Other URLs use the network. */
function fetchTo(recorder: RequestRecorder): typeof fetch {
  const toGraph = graphFetch(recorder)
  return async (input, init) => {
    const url = urlOf(input)
    const isOwn = parseUrl(url)?.origin === recorder.url
    return isOwn ? recorder.fetch(new Request(input, init)) : toGraph(input, init)
  }
}

/** Returns the error for a mock server that cannot start. */
function startError(cause: unknown): unknown {
  // Not `instanceof`: a test runner may have its own `Error`.
  if (!types.isNativeError(cause)) return cause
  if (!/^Failed to start mock server|^listen E/.test(cause.message)) return cause
  const advice = 'It needs a free port on 127.0.0.1. Check what prevents this process from listening there.'
  return new PactUnavailableError(`Cannot start Pact's mock server: ${cause.message}. ${advice}`, { cause })
}
