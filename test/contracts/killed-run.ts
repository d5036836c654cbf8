import { defineCallContract } from 'graph-call-testkit/contracts'
import { get } from './get.ts'

/** A whole run of a contract, in a process that may be killed: where its pact goes, and what is read. */
const [dir = '', ...reads] = process.argv.slice(2)
const contract = defineCallContract({
  consumer: 'killed-bot',
  dir,
  reads,
  interactions: ['peer-to-peer', 'group', 'terminating', 'call-not-found', 'throttled'],
})
process.stdout.write('ready')
for (const interaction of contract.interactions) await interaction.run(get)
