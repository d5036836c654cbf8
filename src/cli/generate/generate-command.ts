import { type Command, Option } from 'commander'
import { callOptionValues } from '../../builder/options/call-shape.ts'
import type { Io } from '../io.ts'
import { seedOf, workersOf } from '../shared-options.ts'
import type { GenerateOptions } from './generate.ts'
import { countOf, shardOf } from './generate-options.ts'

const example = `
Examples:
  $ graph-call-testkit generate --count 3 --kind group --state established
  $ graph-call-testkit generate --count 10000000 --workers 8 --out calls.ndjson
  $ graph-call-testkit generate --count 10000000 --shard 3/16 --out part-03.ndjson --resume

Each line is a body as the service sends it. The same options give the same bytes on every machine, and no two calls have the same
ID. The shards 1/16 to 16/16 joined are the whole, so a batch system can write them. docs/scale has examples.

With --lifecycle and --notifications, each of the --count calls has several lines, one after another.

--out writes to FILE.part first. After Ctrl+C or a full disk, the same command with --resume continues there.

Exit code: 0 written, 2 could not run, 130 or 143 stopped by SIGINT (Ctrl+C) or SIGTERM.`

/** Adds the options of `generate`. */
export function addGenerate(command: Command, io: Io): void {
  command
    .description('Write generated calls, one on each line (NDJSON).')
    .option('--count <number>', 'number of calls', countOf, 1_000)
    .option('--seed <seed>', 'integer; the same seed gives the same calls', seedOf, 0)
    .addOption(
      new Option('--shard <i/n>', 'write only part i of n equal parts')
        .argParser(shardOf)
        .default({ index: 1, of: 1 }, '1/1'),
    )
    .option('--workers <number>', 'number of threads', workersOf, 1)
    .addOption(new Option('--kind <kind>', 'kind of the calls').choices([...callOptionValues.kind]))
    .addOption(new Option('--state <state>', 'state of the calls').choices([...callOptionValues.state]))
    .optionsGroup('Other bodies:')
    .addOption(
      new Option('--faulty', 'calls with one fault each, of every kind').conflicts([
        'kind',
        'state',
        'lifecycle',
        'notifications',
        'errors',
      ]),
    )
    .addOption(
      new Option('--lifecycle', 'each call in all of its states, in order').conflicts([
        'state',
        'notifications',
        'errors',
      ]),
    )
    .addOption(
      new Option(
        '--notifications',
        'the posts to the bot about each call, out of order and repeated',
      ).conflicts(['state', 'errors']),
    )
    .addOption(new Option('--errors', 'bodies of error responses').conflicts(['kind', 'state']))
    .optionsGroup('Output:')
    .option('--out <file>', 'file to write, completely or not at all (default: standard output)')
    .option('--resume', 'continue the file of --out')
    .addHelpText('after', example)
    .action(async (options: GenerateOptions) => {
      const { generate } = await import('./generate.ts')
      await generate(options, io)
    })
}
