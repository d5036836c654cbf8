import { isDeepStrictEqual } from 'node:util'
import { defineCallContract, readsOf } from 'graph-call-testkit/contracts'
import { type CallSummary, type FailedLookup, lookUp, summarize } from './calling-bot.ts'
import { graphClient } from './graph-client.ts'

/** Fixtures that the contract of the bot consists of. */
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

/** Defines the contract of the reference bot, as any consumer would. */
export async function referenceContract(dir: string, staging: string) {
  return defineCallContract({
    consumer: 'graph-call-testkit-reference-bot',
    dir,
    staging,
    reads: await readsOf(summarize),
    interactions: scenarios,
  })
}

type ReferenceInteraction = Awaited<ReturnType<typeof referenceContract>>['interactions'][number]
type Context = Parameters<Parameters<ReferenceInteraction['run']>[0]>[0]
export type Outcome = CallSummary | FailedLookup

/** Runs the bot with Microsoft's client. */
export function runBot({ baseUrl, token, callId }: Pick<Context, 'baseUrl' | 'token' | 'callId' | 'fetch'>) {
  return lookUp(graphClient(baseUrl, token), callId)
}

/** Runs one interaction, and checks that the bot understands the response. */
export function runWithBot(interaction: ReferenceInteraction, bot = runBot): Promise<Outcome> {
  return interaction.run(async (context) => {
    const outcome = await bot(context)
    const expected = expectedOutcome(context.expected)
    // After an error response, the outcome also contains the next step.
    if (isDeepStrictEqual(outcome, { ...outcome, ...expected })) return outcome
    throw new Error(`expected ${JSON.stringify(expected)}, but the bot returned ${JSON.stringify(outcome)}`)
  })
}

function expectedOutcome(expected: Context['expected']): CallSummary | Pick<FailedLookup, 'status' | 'code'> {
  if (expected.status === 200) return summarize(expected.body)
  return { status: expected.status, code: expected.body.error.code }
}
