import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { types } from 'node:util'
import { TestkitError } from '../../src/model/errors.ts'
import { graphFetch } from '../../src/tenant/hosts/graph-fetch.ts'
import { loadPact, PactUnavailableError } from '../pact.ts'
import { type PactFile, parsePact } from '../pact-file/pact-file.ts'
import type { Interaction } from './interaction.ts'
import { isMismatch, isUnasked, mismatchLines } from './mismatch-lines.ts'
import { requestReceived } from './request-received.ts'
import { templateOf, token } from './template.ts'

/** Whose contract it is, and with whom. */
export interface Pacticipants {
  readonly consumer: string
  readonly provider: string
}

/** What a consumer needs to make the request of an interaction, and what it will be answered. */
export interface Exercise {
  /** The mock server: the service's root, without a version. */
  readonly baseUrl: string
  /** A `fetch` that sends requests for Graph to the mock server. */
  readonly fetch: typeof fetch
  /** A token that plainly is none. */
  readonly token: string
  readonly callId: string
  readonly expected: Interaction['response']
}

/**
 * What the consumer sent is not what its contract says.
 *
 * @example
 * ```ts
 * await contract.interaction('group').run(() => 'no request at all')
 * // RequestMismatchError: .mismatches has each difference, in Pact's words and without tokens
 * ```
 */
export class RequestMismatchError extends TestkitError {
  override readonly name = 'RequestMismatchError'
  /** Each difference, in Pact's words. */
  readonly mismatches: readonly string[]

  constructor(description: string, mismatches: readonly string[]) {
    super([`The consumer did not make ${description}:`, ...mismatches.map((line) => `- ${line}`)].join('\n'))
    this.mismatches = mismatches
  }
}

/**
 * Lets a consumer make the request of an interaction to a real Pact mock server, in a private folder: Pact's own writer
 * loses interactions where several share one.
 *
 * @returns what the consumer made of the answer, and the pact of this one interaction
 * @throws RequestMismatchError where the request is not the one of the contract; PactUnavailableError where Pact cannot
 * run; or what the consumer threw
 */
export async function runInteraction<T>(
  interaction: Interaction,
  parties: Pacticipants,
  exercise: (exercise: Exercise) => T | Promise<T>,
): Promise<{ answer: T; pact: PactFile }> {
  const { PactV4 } = await loadPact()
  const { description, state, request, response } = templateOf(interaction)
  const { callId, response: expected } = interaction
  const dir = await mkdtemp(join(tmpdir(), 'graph-call-testkit-pact-'))
  try {
    let thrown: { readonly reason: unknown } | undefined
    const pactV4 = new PactV4({ ...parties, dir, logLevel: 'error' })
    const outcome = await pactV4
      .addInteraction()
      .given(state.name, JSON.parse(JSON.stringify(state.parameters)))
      .uponReceiving(description)
      .withRequest('GET', request.path, (builder) => builder.query(request.query).headers(request.headers))
      .willRespondWith(response.status, (builder) =>
        builder.headers(response.headers).jsonBody(response.body),
      )
      .executeTest(async ({ url, port }) => {
        const given = { baseUrl: url, fetch: graphFetch(url), token, callId, expected }
        // Pact hides a mismatch behind what the consumer throws because of it.
        const settled = await settle(async () => exercise(given))
        await requestReceived(Reflect.get(pactV4, 'pact'), port)
        if (settled.status === 'rejected') thrown = settled
        return settled
      })
      .catch((error: unknown) => {
        // Where the consumer made no request at all, what it threw says why.
        throw thrown && isUnasked(error) ? thrown.reason : explained(error, description)
      })
    if (outcome?.status !== 'fulfilled') throw outcome?.reason
    return { answer: outcome.value, pact: await pactIn(dir) }
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
  if (!name) throw new Error('Pact wrote no file. Run this again with LOG_LEVEL=debug to see why.')
  return parsePact(await readFile(join(dir, name), 'utf8'), name)
}

function explained(error: unknown, description: string): unknown {
  // Not by `instanceof`: a test runner may have an `Error` of its own.
  if (!types.isNativeError(error)) return error
  if (isMismatch(error.message)) return new RequestMismatchError(description, mismatchLines(error.message))
  if (!error.message.startsWith('Failed to start mock server')) return error
  const advice = 'It needs a free port on 127.0.0.1: look for what forbids this process to listen there.'
  return new PactUnavailableError(`Pact's mock server cannot start (${error.message}). ${advice}`, {
    cause: error,
  })
}
