import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineCallContract } from 'graph-call-testkit/contracts'
import { groupCall } from 'graph-call-testkit/fixtures'

/** Runs a contract with 20 interactions from its definition to its file, and prints the time in milliseconds. */
const reads = JSON.parse(process.argv[2] ?? '[]')
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
console.log(took)
