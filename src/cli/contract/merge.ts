import { basename, join } from 'node:path'
import type { Command } from 'commander'
import type { MergedPact } from '../../../contracts/index.ts'
import { CommandFailure, type Io } from '../io.ts'
import { count } from './lint-format.ts'
import { withContracts } from './room.ts'

interface MergeCommandOptions {
  readonly dir: string
  readonly json?: true
}

const example = `
Example:
  $ graph-call-testkit contract merge shard-1/pacts shard-2/pacts --dir pacts

Keep "staging" in the folders: a CI system may leave out what Git ignores.
Exit code: 0 each contract is whole and written, 1 something is missing, 2 it could not run.`

/** `contract merge`: one pact of what the shards of a test run left. */
export function addMerge(contract: Command, io: Io): void {
  contract
    .command('merge')
    .summary('put together what shards of a test run left')
    .description(
      'Puts the results of several test runs together. A pact is written whole, or left as it was where an interaction is missing.',
    )
    .argument('<folders...>', 'the pact folders that the shards wrote')
    .option('--dir <folder>', 'where the pacts are written', 'pacts')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .action((folders: readonly string[], options: MergeCommandOptions) => merge(folders, options, io))
}

async function merge(folders: readonly string[], { dir, json }: MergeCommandOptions, io: Io): Promise<void> {
  const merged = await withContracts(({ mergePacts }) => mergePacts(folders, dir))
  io.out(json ? `${JSON.stringify(merged, null, 2)}\n` : merged.map((one) => pretty(one, dir)).join(''))
  const missing = merged.flatMap((one) => one.missing).length
  if (missing > 0) throw new CommandFailure(1, `${count(missing, 'interaction')} missing.`)
}

function pretty({ consumer, provider, file, complete, missing }: MergedPact, dir: string): string {
  const place = join(dir, basename(file))
  return complete
    ? `${consumer} asks ${provider}: whole (${place})\n`
    : `${consumer} asks ${provider}: ${place} is left as it was. Missing:\n${missing.map((name) => `  ${name}\n`).join('')}`
}
