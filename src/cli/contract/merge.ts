import { basename, join } from 'node:path'
import type { Command } from 'commander'
import type { MergedPact } from '../../../contracts/index.ts'
import { printable } from '../../output/printable.ts'
import { count } from '../count.ts'
import { CommandFailure, type Io } from '../io.ts'

interface MergeCommandOptions {
  readonly dir: string
  readonly json?: true
}

const example = `
Example:
  $ graph-call-testkit contract merge shard-1/pacts shard-2/pacts --dir pacts

Upload the whole pact directory of each shard, including "staging". Some CI systems skip files that Git ignores.

Exit code: 0 all pacts are complete, 1 interactions are missing, 2 could not run.`

/** Adds `contract merge`. */
export function addMerge(contract: Command, io: Io): void {
  contract
    .command('merge')
    .summary('merge the results of sharded test runs')
    .description(
      'Merge the results of sharded test runs into complete pacts. A pact with missing interactions is not written.',
    )
    .argument('<directories...>', 'pact directories of the shards')
    .option('--dir <directory>', 'directory to write the pacts to', 'pacts')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .action((directories: readonly string[], options: MergeCommandOptions) => merge(directories, options, io))
}

async function merge(
  directories: readonly string[],
  { dir, json }: MergeCommandOptions,
  io: Io,
): Promise<void> {
  const { mergePacts } = await import('../../../contracts/index.ts')
  const merged = await mergePacts(directories, dir)
  if (json) io.json(merged)
  else io.out(merged.map((one) => pretty(one, dir)).join(''))
  const missing = merged.flatMap((one) => one.missing).length
  if (missing > 0) throw new CommandFailure(1, `${count(missing, 'interaction')} missing.`)
}

function pretty({ consumer, provider, file, complete, missing, others }: MergedPact, dir: string): string {
  const path = join(dir, basename(file))
  const state = complete ? `complete (${path})` : `${path} not written. Missing interactions:`
  const kept = others.length > 0 ? ['  kept, because another tool wrote them:'] : []
  return [`${consumer} -> ${provider}: ${state}`, ...missing.map((name) => `  ${name}`)]
    .concat(
      kept,
      others.map((description) => `    ${description}`),
    )
    .map((line) => `${printable(line)}\n`)
    .join('')
}
