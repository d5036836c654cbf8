import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { graphFetch } from '../src/tenant/index.ts'
import type { Interaction } from './interaction.ts'
import { matchersFor, type RegexMatcher, regex } from './matchers.ts'
import { isMismatch, mismatchLines } from './mismatch-lines.ts'
import { loadPact, PactUnavailableError } from './pact.ts'
import { type PactFile, parsePact } from './pact-file.ts'
import { requestNoted } from './request-noted.ts'

/** Whose contract it is, and with whom. */
export interface Parties {
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
  /** What has to follow the path: `?$expand=participants` where the consumer reads participants, and mostly nothing. */
  readonly query: string
  readonly expected: Interaction['response']
}

/** What the consumer sent is not what its contract says. */
export class RequestMismatchError extends Error {
  override readonly name = 'RequestMismatchError'
  /** Each difference, in Pact's words. */
  readonly mismatches: readonly string[]

  constructor(description: string, mismatches: readonly string[]) {
    super([`The consumer did not make ${description}:`, ...mismatches.map((line) => `- ${line}`)].join('\n'))
    this.mismatches = mismatches
  }
}

const token = 'an-invented-token'
const paths = '/v1.0/communications/calls/'

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
  parties: Parties,
  exercise: (exercise: Exercise) => Promise<T>,
): Promise<{ answer: T; pact: PactFile }> {
  const { PactV4 } = await loadPact()
  const { description, state, callId, expand, response } = interaction
  const query: Record<string, string> = expand.length > 0 ? { $expand: expand.join(',') } : {}
  const dir = await mkdtemp(join(tmpdir(), 'graph-call-testkit-pact-'))
  try {
    const pactV4 = new PactV4({ ...parties, dir, logLevel: 'error' })
    const outcome = await pactV4
      .addInteraction()
      .given(state.name, { ...state.parameters })
      .uponReceiving(description)
      .withRequest('GET', pathTemplate(callId), (request) =>
        request.query(query).headers({ Authorization: regex(`Bearer ${token}`, '^Bearer \\S+$') }),
      )
      .willRespondWith(response.status, (builder) =>
        builder.headers(headersOf(response)).jsonBody(matchersFor(response.bodyType, response.body)),
      )
      .executeTest(async ({ url, port }) => {
        const asked = Object.entries(query).map(([name, value]) => `?${name}=${value}`)
        const given = {
          baseUrl: url,
          fetch: graphFetch(url),
          token,
          callId,
          query: asked.join(''),
          expected: response,
        }
        // Pact hides a mismatch behind what the consumer throws because of it.
        const settled = await settle(exercise(given))
        await requestNoted(Reflect.get(pactV4, 'pact'), port)
        return settled
      })
      .catch((error: unknown) => {
        throw explained(error, description)
      })
    if (outcome?.status !== 'fulfilled') throw outcome?.reason
    return { answer: outcome.value, pact: await pactIn(dir) }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/**
 * A regular expression and a generator at once, which only Pact's raw form can say: other paths are refused, and who
 * verifies puts a real id in.
 */
function pathTemplate(callId: string) {
  return {
    'pact:matcher:type': 'regex',
    regex: `^${paths.replaceAll('.', '\\.')}[^/]+$`,
    value: `${paths}${callId}`,
    'pact:generator:type': 'ProviderState',
    expression: `${paths}\${id}`,
  }
}

function headersOf({ retryAfter }: Interaction['response']): Record<string, RegexMatcher> {
  return {
    'Content-Type': regex('application/json', '^application/json(;.*)?$'),
    // The service was seen to send "2.128".
    ...(retryAfter !== undefined && { 'Retry-After': regex(retryAfter, '^[0-9]+(\\.[0-9]+)?$') }),
  }
}

async function settle<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([promise])
  return result
}

async function pactIn(dir: string): Promise<PactFile> {
  const [name] = await readdir(dir)
  if (!name) throw new Error('Pact wrote no file. Run this again with LOG_LEVEL=debug to see why.')
  return parsePact(await readFile(join(dir, name), 'utf8'), name)
}

function explained(error: unknown, description: string): unknown {
  if (!(error instanceof Error)) return error
  if (isMismatch(error.message)) return new RequestMismatchError(description, mismatchLines(error.message))
  if (!error.message.startsWith('Failed to start mock server')) return error
  const advice = 'It needs a free port on 127.0.0.1: look for what forbids this process to listen there.'
  return new PactUnavailableError(`Pact's mock server cannot start (${error.message}). ${advice}`, {
    cause: error,
  })
}
