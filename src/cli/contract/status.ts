import { Argument, type Command } from 'commander'
import type { ContractStatus, ContractStatusReport } from '../../../contracts/index.ts'
import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'
import { CommandFailure, type Io } from '../io.ts'

interface StatusCommandOptions {
  readonly json?: true
}

const example = `
Example:
  $ graph-call-testkit contract status pacts

Compares the pacts with the results that test runs left in "staging". In a new checkout there are no results yet.

Exit code: 0 all contracts are complete and their pacts are up to date, 1 a contract is not complete or a pact is not up to date, 2 could not run.`

/** Adds `contract status`. */
export function addStatus(contract: Command, io: Io): void {
  contract
    .command('status')
    .summary('show which contracts are complete')
    .description(
      'Show which contracts are complete, which interactions have no result, and which pacts are outdated.',
    )
    .addArgument(
      new Argument('[directories...]', 'directories in which tests wrote pacts').default(['pacts'], 'pacts'),
    )
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .action((directories: readonly string[], options: StatusCommandOptions) =>
      status(directories, options, io),
    )
}

async function status(directories: readonly string[], { json }: StatusCommandOptions, io: Io): Promise<void> {
  const { contractStatus } = await import('../../../contracts/index.ts')
  const report = await contractStatus(directories)
  if (json) io.json(report)
  else io.out(pretty(report))
  if (!report.passed)
    throw new CommandFailure(
      1,
      'Not all pacts are up to date. Run all tests of the contracts, and look for a test that is skipped or missing.',
    )
}

function pretty({ contracts, abandoned, otherFiles }: ContractStatusReport): string {
  return [
    ...contracts.flatMap(linesOf),
    ...abandoned.map(
      (file) =>
        `${printable(file)}: no test run has evaluated a definition of this file. Run all tests. If none defines it, delete it.`,
    ),
    ...otherFiles.map((file) => `${printable(file)}: written by another tool`),
    '',
  ].join('\n')
}

function linesOf(contract: ContractStatus): string[] {
  const { consumer, provider, definition, interactions, missing, file, pact, differences, others } = contract
  const passed = `${interactions - missing.length} of ${count(interactions, 'interaction')} passed`
  return [
    printable(`${consumer} -> ${provider}: ${passed}, defined at ${definition}`),
    printable(`  ${file}: ${pactTexts[pact]}`),
    ...differences.map(({ interaction, kind }) => printable(`    ${differenceTexts[kind]}: ${interaction}`)),
    ...missing.map((name) => printable(`  no result: ${name}`)),
    ...others.map((description) => printable(`  written by another tool: ${description}`)),
  ]
}

const pactTexts = {
  current: 'up to date',
  reformatted: 'up to date, but another tool has rewritten it',
  outdated: 'outdated',
  absent: 'not written yet, or not a pact',
} as const

const differenceTexts = {
  missing: 'not in the pact',
  outdated: 'differs from its definition',
  removed: 'no longer defined',
} as const
