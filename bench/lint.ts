import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lintPacts } from 'graph-call-testkit/contracts'
import { atMost, type Figure, median } from './measure.ts'

const committed = new URL(
  '../contracts/pacts/graph-call-testkit-reference-bot-microsoft-graph-calls.json',
  import.meta.url,
)
const interactions = 1_000

/** Lints a pact of 1,000 interactions: the committed ones, repeated. */
export async function lintFigures(): Promise<Figure[]> {
  const pact = JSON.parse(await readFile(committed, 'utf8'))
  const many = Array.from({ length: interactions }, (_, at) => {
    const interaction = pact.interactions[at % pact.interactions.length]
    return { ...interaction, description: `${interaction.description}, copy ${at}` }
  })
  const directory = await mkdtemp(join(tmpdir(), 'graph-call-testkit-bench-'))
  try {
    await writeFile(join(directory, 'pact.json'), JSON.stringify({ ...pact, interactions: many }, null, 2))
    const times: number[] = []
    for (let run = 0; run < 5; run++) {
      const start = performance.now()
      const report = await lintPacts([directory])
      times.push(performance.now() - start)
      if (report.interactions !== interactions)
        throw new Error(`Linted ${report.interactions} interactions, expected ${interactions}.`)
    }
    return [atMost('lintPacts of 1,000 interactions', median(times), 500, 'ms')]
  } finally {
    await rm(directory, { recursive: true })
  }
}
