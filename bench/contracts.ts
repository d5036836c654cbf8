import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readsOf } from 'graph-call-testkit/contracts'
import { summarize } from '../test/reference-bot/calling-bot.ts'
import { atMost, type Figure, median } from './measure.ts'

/** Runs without the TypeScript loader of the benches, which would also handle each of the 850 modules of Pact. */
const program = fileURLToPath(new URL('run-contract.mjs', import.meta.url))

/** Measures the first `readsOf` of the reference consumer, and a contract with these reads from its definition to its file. */
export async function contractFigures(): Promise<Figure[]> {
  const start = performance.now()
  const reads = await readsOf(summarize)
  const found = performance.now() - start
  const runs = Array.from({ length: 3 }, () => timeOfContract(reads))
  return [
    atMost('readsOf, first call', found, 300, 'ms'),
    atMost('a contract with 20 interactions, run and written', median(runs), 1_000, 'ms'),
  ]
}

function timeOfContract(reads: readonly string[]): number {
  return Number(execFileSync(process.execPath, [program, JSON.stringify(reads)], { encoding: 'utf8' }))
}
