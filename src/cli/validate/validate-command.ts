import type { Command } from 'commander'
import { formatOption, jsonOption } from '../format-option.ts'
import type { Io } from '../io.ts'
import type { ValidateOptions } from './validate.ts'

const example = `
Examples:
  $ graph-call-testkit validate recorded/*.json
  $ graph-call-testkit validate --strict fixtures.ndjson.gz
  $ graph-call-testkit generate --count 1000 | graph-call-testkit validate -

A file has one body, one body on each line (NDJSON), or an array of bodies. It can be compressed with gzip. The command detects which
bodies are calls, errors or notifications. It keeps one body in memory, so a file can have any size. A body can have at most
10 MiB.

After 1000 findings, the command only counts bodies that are not valid.

Exit code: 0 all bodies are valid, 1 problems found, 2 could not run, 130 or 143 stopped by SIGINT (Ctrl+C) or SIGTERM.`

/** Adds the arguments and options of `validate`. */
export function addValidate(command: Command, io: Io): void {
  command
    .description('Check that bodies are calls, errors or notifications of Microsoft Graph.')
    .argument('<files...>', 'files to check, or - for standard input')
    .option('--strict', 'accept only what is documented or declared in the calls')
    .addOption(formatOption())
    .addOption(jsonOption())
    .addHelpText('after', example)
    .action(async (files: readonly string[], options: ValidateOptions) => {
      const { validate } = await import('./validate.ts')
      await validate(files, options, io)
    })
}
