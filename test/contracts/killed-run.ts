import { defineCallContract } from 'graph-call-testkit/contracts'
import { get } from './get.ts'

/** Runs a contract in a process that the test kills. Arguments: the directory of the pact, and the reads. */
const [dir = '', ...reads] = process.argv.slice(2)
const contract = defineCallContract({
  consumer: 'killed-bot',
  dir,
  reads,
  interactions: ['peer-to-peer', 'group', 'terminating', 'call-not-found', 'throttled'],
})
process.stdout.write('ready')
for (const interaction of contract.interactions) await interaction.run(get)
