import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  contractStatus,
  type defineCallContract,
  type LintRuleName,
  lintPacts,
} from 'graph-call-testkit/contracts'
import type { FixtureName } from 'graph-call-testkit/fixtures'
import { expect, vi } from 'vitest'
import { publishFrom } from '../../contracts/publish/publish-from.ts'
import { temporaryFolder } from './committed.ts'
import { get } from './get.ts'

interface Definition {
  readonly consumer?: string
  readonly reads?: readonly string[]
  readonly interactions?: readonly FixtureName[]
}

/** Definition that a later version changes. */
export const firstVersion = {
  consumer: 'contoso-bot',
  reads: ['state'],
  interactions: ['group', 'throttled'],
} as const
/** Name of the pact file of the first version. */
export const file = 'contoso-bot-microsoft-graph-calls.json'

/** Evaluates a definition as a new process does, and runs the tests of some of its interactions. */
export async function runTests(
  dir: string,
  definition: Definition,
  run: readonly FixtureName[],
): Promise<void> {
  vi.resetModules()
  const contractOf: typeof defineCallContract = (await import('graph-call-testkit/contracts'))
    .defineCallContract
  const contract = contractOf({ ...firstVersion, dir, warn: () => {}, ...definition })
  for (const name of run) await contract.interaction(name).run(get)
}

/** Creates a directory with the pact of the first version, as it is after a complete run, or in a new checkout. */
export async function pactsOfFirstVersion(state: 'after a run' | 'in a new checkout'): Promise<string> {
  const dir = await temporaryFolder()
  await runTests(dir, {}, firstVersion.interactions)
  if (state === 'in a new checkout') await rm(join(dir, 'staging'), { recursive: true })
  return dir
}

/** Returns the rules that lint finds. Checks that publishing has the same result. */
export async function rulesIn(dir: string, ignore: readonly LintRuleName[] = []): Promise<string[]> {
  const { findings } = await lintPacts([dir], { ignore })
  const publishing = publishFrom(
    [dir],
    { broker: 'https://broker.example.com', version: '1', branch: 'main', dryRun: true, ignore },
    { env: {}, directory: dir, pactCli: async () => ({ code: 0, output: '' }) },
  )
  if (findings.length === 0) await publishing
  else await expect(publishing).rejects.toMatchObject({ failure: 'lint-findings' })
  return [...new Set(findings.map(({ rule }) => rule))]
}

/** Returns the parts of the status that the tests compare. */
export const statusOf = async (dir: string) => {
  const { passed, contracts, abandoned } = await contractStatus([dir])
  return [passed, ...contracts.flatMap(({ pact, missing }) => [pact, missing]), abandoned.length]
}
