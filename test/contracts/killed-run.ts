import { defineCallContract } from 'graph-call-testkit/contracts'
import { get } from './get.ts'

/** Runs a contract in a process that the test kills. Arguments: the directories of the pact and of temporary files, and the reads. */
const [dir = '', temporary = '', ...reads] = process.argv.slice(2)
// Set here and not by the test: tsx keeps its compiled modules in the directory that it started with.
process.env['TMPDIR'] = temporary
process.env['TEMP'] = temporary
const contract = defineCallContract({
  consumer: 'killed-bot',
  dir,
  reads,
  interactions: ['peer-to-peer', 'group', 'terminating', 'call-not-found', 'throttled'],
})
process.stdout.write('ready')
for (const interaction of contract.interactions) await interaction.run(get)
