import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { defineCallContract } from '../define/define-call-contract.ts'
import { RequestMismatchError } from '../interaction/run-interaction.ts'
import { PactUnavailableError } from '../pact.ts'
import { UnwritableFileError } from '../pact-file/atomic-write.ts'
import { parsePact } from '../pact-file/pact-file.ts'
import { readsOf } from '../reads/reads.ts'
import type { Verification } from '../verify/verification.ts'
import { verifyAgainstTenant } from '../verify/verify-against-tenant.ts'
import { verifyShape } from '../verify/verify-shape.ts'
import { type CallSummary, lookUp, type Refusal, summarise } from './calling-bot.ts'
import { clientFor } from './client.ts'

/** The calls and errors that a calling bot has to do with. */
export const scenarios = [
  'peer-to-peer',
  'group',
  'incoming-peer-to-peer',
  'terminating',
  'call-not-found',
  'access-token-expired',
  'insufficient-tenant-permissions',
  'tenant-mismatch',
  'throttled',
] as const

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
export interface ContractReport {
  readonly consumer: string
  readonly provider: string
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

/** The contract of the reference consumer, as any consumer defines its own. */
export async function referenceContract(dir: string, staging: string) {
  return defineCallContract({
    consumer: 'graph-call-testkit-reference-bot',
    dir,
    staging,
    reads: await readsOf(summarise),
    interactions: scenarios,
  })
}

/** Exercises the reference consumer, writes its pact into a folder, and holds the pact against all that can be asked here. */
export async function runContract(dir: string, ask = askBot): Promise<ContractReport> {
  const staging = await mkdtemp(join(tmpdir(), 'graph-call-testkit-contract-'))
  try {
    const contract = await referenceContract(dir, staging)
    const { consumer, provider, file, reads, uncoveredReads } = contract
    const before = await readFile(file, 'utf8').catch(() => undefined)
    const interactions = []
    for (const interaction of contract.interactions) interactions.push(await tryInteraction(interaction, ask))
    const report = {
      consumer,
      provider,
      reads,
      unpromisedReads: uncoveredReads,
      interactions,
      pactFile: relative(process.cwd(), file),
      notVerified: ["Microsoft's service"],
    }
    if (!interactions.every(({ matched }) => matched)) {
      return { ...report, passed: false, pactFileWas: 'kept', verified: [] }
    }
    const text = await readFile(file, 'utf8')
    const verified = [await verifyAgainstTenant(file), verifyShape(parsePact(text, file))]
    const passed = verified.every((verification) => verification.passed)
    return { ...report, passed, pactFileWas: text === before ? 'unchanged' : 'written', verified }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

type Reference = Awaited<ReturnType<typeof referenceContract>>['interactions'][number]
type Exercise = Parameters<Parameters<Reference['run']>[0]>[0]
type Answer = CallSummary | Refusal

async function tryInteraction(interaction: Reference, ask: typeof askBot): Promise<InteractionReport> {
  const { name, description, expected } = interaction
  const common = { name, description, status: expected.status, promised: expected.body }
  try {
    const answer = await interaction.run(async (exercise) => {
      const answer = await ask(exercise)
      const wanted = understood(exercise.expected)
      // A refusal also says what the bot does about it.
      if (isDeepStrictEqual(answer, { ...answer, ...wanted })) return answer
      throw new MisunderstoodError(wanted, answer)
    })
    return { ...common, answer, matched: true, mismatches: [] }
  } catch (error) {
    if (error instanceof PactUnavailableError || error instanceof UnwritableFileError) throw error
    const made = error instanceof MisunderstoodError && { answer: error.answer }
    return { ...common, ...made, matched: false, mismatches: mismatchesIn(error) }
  }
}

class MisunderstoodError extends Error {
  readonly answer: Answer

  constructor(wanted: unknown, answer: Answer) {
    super(`expected ${JSON.stringify(wanted)}, the consumer made ${JSON.stringify(answer)} of it`)
    this.answer = answer
  }
}

function mismatchesIn(error: unknown): readonly string[] {
  if (error instanceof RequestMismatchError) return error.mismatches
  return [error instanceof MisunderstoodError ? error.message : `the consumer threw ${String(error)}`]
}

/** The bot, exercised through Microsoft's client. */
export function askBot({
  baseUrl,
  token,
  callId,
}: Pick<Exercise, 'baseUrl' | 'fetch' | 'token' | 'callId'>): Promise<Answer> {
  return lookUp(clientFor(baseUrl, token), callId)
}

/** What a consumer has to make of an answer, whatever client it came through. */
function understood(expected: Exercise['expected']): CallSummary | Pick<Refusal, 'status' | 'code'> {
  if (expected.status === 200) return summarise(expected.body)
  return { status: expected.status, code: expected.body.error.code }
}
