import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { addLint } from './lint.ts'
import { addMerge } from './merge.ts'
import { addPublish } from './publish.ts'
import { addStatus } from './status.ts'
import { addVerify } from './verify.ts'

const example = `
Examples:
  $ graph-call-testkit contract status pacts
  $ graph-call-testkit contract lint pacts
  $ graph-call-testkit contract verify pacts
  $ graph-call-testkit contract publish pacts

Run these commands after the tests that write the pacts. docs/publishing.md describes a whole CI workflow.`

/** Adds `contract`: the commands for pacts that tests have written. */
export function addContract(contract: Command, io: Io): void {
  contract
    .description('Check, merge, verify and publish the Pact contracts that your tests have written.')
    .addHelpText('after', example)
  addStatus(contract, io)
  addMerge(contract, io)
  addLint(contract, io)
  addVerify(contract, io)
  addPublish(contract, io)
}
