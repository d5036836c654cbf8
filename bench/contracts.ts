import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineCallContract, readsOf } from 'graph-call-testkit/contracts'
import { groupCall } from 'graph-call-testkit/fixtures'
import { summarize } from '../test/reference-bot/calling-bot.ts'
import { atMost, type Figure } from './measure.ts'

/** Measures the first `readsOf` of the reference consumer, and a contract with these reads from its definition to its file. */
export async function contractFigures(): Promise<Figure[]> {
  const start = performance.now()
  const reads = await readsOf(summarize)
  const found = performance.now() - start
  return [
    atMost('readsOf, first call', found, 300, 'ms'),
    atMost('a contract with 20 interactions, run and written', await timeOfContract(reads), 1_000, 'ms'),
  ]
}

async function timeOfContract(reads: readonly string[]): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'graph-call-testkit-bench-'))
  const bodies = Array.from({ length: 20 }, (_, at) => ({ name: `call ${at}`, body: groupCall() }))
  const start = performance.now()
  const contract = defineCallContract({
    consumer: 'bench-bot',
    dir,
    reads,
    interactions: bodies,
    warn: () => {},
  })
  for (const interaction of contract.interactions) {
    await interaction.run(async ({ baseUrl, token, callId }) => {
      const headers = { Authorization: `Bearer ${token}` }
      return (await fetch(`${baseUrl}/v1.0/communications/calls/${callId}`, { headers })).json()
    })
  }
  const took = performance.now() - start
  const { interactions } = JSON.parse(await readFile(contract.file, 'utf8'))
  await rm(dir, { recursive: true })
  if (interactions.length !== bodies.length)
    throw new Error(`Expected ${bodies.length} interactions, found ${interactions.length}.`)
  return took
}
