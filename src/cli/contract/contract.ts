import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { addLint } from './lint.ts'
import { addMerge } from './merge.ts'
import { addPublish } from './publish.ts'
import { addVerify } from './verify.ts'

/** `contract`: what is done with pacts once tests have written them. */
export function addContract(program: Command, io: Io): void {
  const contract = program
    .command('contract')
    .summary('merge, lint, verify and publish Pact contracts')
    .description(
      'What is done with the Pact contracts of code that reads calls, once its tests have written them.',
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ graph-call-testkit contract lint pacts && graph-call-testkit contract publish pacts',
    )
  addMerge(contract, io)
  addLint(contract, io)
  addVerify(contract, io)
  addPublish(contract, io)
}
