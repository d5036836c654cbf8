import { readFile } from 'node:fs/promises'
import {
  type CallContractDefinition,
  type CustomInteraction,
  defineCallContract,
  type FixtureInteraction,
} from 'graph-call-testkit/contracts'
import type { FixtureName } from 'graph-call-testkit/fixtures'
import { get } from './get.ts'

export const names = ['peer-to-peer', 'group', 'call-not-found'] as const
export const reads = ['state', 'source.identity.application.id']

/** Defines a contract at one source location, with the options that a test changes. */
export function define<const Input extends FixtureName | FixtureInteraction | CustomInteraction>(
  dir: string | URL,
  interactions: readonly Input[],
  more: Partial<CallContractDefinition<Input>> = {},
  contractOf = defineCallContract,
) {
  return contractOf({ consumer: 'my-bot', dir, reads, interactions, ...more })
}

/** Runs all interactions of a contract, and returns the text of the pact. */
export async function runAll(contract: ReturnType<typeof define>): Promise<string> {
  for (const interaction of contract.interactions) await interaction.run(get)
  return readFile(contract.file, 'utf8')
}

/** Returns a function that defines a contract with an invalid option. */
export const rejected = (definition: object) => () =>
  Reflect.apply(defineCallContract, undefined, [
    { consumer: 'my-bot', dir: 'pacts', reads, interactions: ['group'], ...definition },
  ])
