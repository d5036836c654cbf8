import { relative, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { CallFixtureName, ErrorFixtureName } from '../../fixtures/index.ts'
import { callErrorSchema } from '../../src/schema/call.ts'
import { readCall } from '../../src/schema/read-call.ts'
import { type Interaction, interactionOf } from '../interaction.ts'
import { mergePacts } from '../merge.ts'
import { PactUnavailableError } from '../pact.ts'
import { type PactFile, pactText } from '../pact-file.ts'
import { leadsTo, pathsIn } from '../read-paths.ts'
import { readsOf } from '../reads.ts'
import { type Exercise, type Parties, RequestMismatchError, runInteraction } from '../run-interaction.ts'
import { verifyShape } from '../shape.ts'
import type { Verification } from '../verification.ts'
import { verifyAgainstTenant } from '../verify-against-tenant.ts'
import { writeWhole } from '../write-whole.ts'
import { type CallSummary, lookUp, type Refusal, summarise } from './calling-bot.ts'
import { clientFor } from './client.ts'

export const parties: Parties = {
  consumer: 'graph-call-testkit-reference-bot',
  provider: 'microsoft-graph-calls',
}

/** The calls and errors that a calling bot has to do with. */
export const scenarios: readonly (CallFixtureName | ErrorFixtureName)[] = [
  'peer-to-peer',
  'group',
  'incoming-peer-to-peer',
  'terminating',
  'call-not-found',
  'access-token-expired',
  'insufficient-tenant-permissions',
  'tenant-mismatch',
  'throttled',
]

/** What came of one interaction. */
export interface InteractionReport {
  readonly name: string
  readonly description: string
  readonly status: number
  /** What the contract promises, by example: what the consumer reads, and no more. */
  readonly promised: unknown
  /** What the consumer made of it; absent where it got no answer. */
  readonly answer?: CallSummary | Refusal
  /** The request is the contract's, and the consumer understood the answer. */
  readonly matched: boolean
  readonly mismatches: readonly string[]
}

/** What came of the contract: what `npm run contract -- --json` prints. */
export interface ContractReport extends Parties {
  readonly passed: boolean
  /** The paths of a call that the consumer reads. */
  readonly reads: readonly string[]
  /** Those that no interaction promises, since every example has null or nothing there. */
  readonly unpromisedReads: readonly string[]
  readonly interactions: readonly InteractionReport[]
  /** From the working directory. */
  readonly pactFile: string
  /** `kept`: an interaction did not match, and the file was left as it was. */
  readonly pactFileWas: 'unchanged' | 'written' | 'kept'
  readonly verified: readonly Verification[]
  readonly notVerified: readonly string[]
}

/** Exercises the reference consumer, writes its pact into a folder, and holds the pact against all that can be asked here. */
export async function runContract(dir: string, ask = askBot): Promise<ContractReport> {
  const reads = await readsOf(summarise)
  const interactions = scenarios.map((name) => interactionOf(name, reads))
  const promised = interactions.flatMap(({ response }) => pathsIn(response.body))
  const results = []
  for (const interaction of interactions) results.push(await tryInteraction(interaction, ask))
  const file = resolve(dir, `${parties.consumer}-${parties.provider}.json`)
  const report = {
    ...parties,
    reads,
    unpromisedReads: reads.filter((path) => !promised.some((other) => leadsTo(path, other))),
    interactions: results.map(({ report }) => report),
    pactFile: relative(process.cwd(), file),
    notVerified: ["Microsoft's service"],
  }
  const pacts = results.flatMap(({ pact }) => pact ?? [])
  if (pacts.length < results.length) return { ...report, passed: false, pactFileWas: 'kept', verified: [] }
  const pact = mergePacts(pacts)
  const pactFileWas = (await writeWhole(file, pactText(pact))) ? 'written' : 'unchanged'
  const verified = [await verifyAgainstTenant(file), verifyShape(pact)]
  return { ...report, passed: verified.every(({ passed }) => passed), pactFileWas, verified }
}

async function tryInteraction(
  interaction: Interaction,
  ask: typeof askBot,
): Promise<{ report: InteractionReport; pact?: PactFile }> {
  const { name, description, response } = interaction
  const common = { name, description, status: response.status, promised: response.body }
  try {
    const { answer, pact } = await runInteraction(interaction, parties, ask)
    const wanted = understood(interaction)
    // A refusal also says what the bot does about it.
    if (isDeepStrictEqual(answer, { ...answer, ...wanted })) {
      return { report: { ...common, answer, matched: true, mismatches: [] }, pact }
    }
    const mismatches = [
      `expected ${JSON.stringify(wanted)}, the consumer made ${JSON.stringify(answer)} of it`,
    ]
    return { report: { ...common, answer, matched: false, mismatches } }
  } catch (error) {
    if (error instanceof PactUnavailableError) throw error
    return { report: { ...common, matched: false, mismatches: mismatchesIn(error) } }
  }
}

function mismatchesIn(error: unknown): readonly string[] {
  return error instanceof RequestMismatchError ? error.mismatches : [`the consumer threw ${String(error)}`]
}

/** The bot, exercised through Microsoft's client. */
export function askBot({ baseUrl, token, callId }: Exercise): Promise<CallSummary | Refusal> {
  return lookUp(clientFor(baseUrl, token), callId)
}

/** What a consumer has to make of an answer, whatever client it came through. */
function understood({
  response: { status, body },
}: Interaction): CallSummary | Pick<Refusal, 'status' | 'code'> {
  if (status === 200) return summarise(readCall(body))
  return { status, code: callErrorSchema.parse(body).error.code }
}
