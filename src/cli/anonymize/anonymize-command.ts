import type { Command } from 'commander'
import { writeFile } from '../export/write-files.ts'
import { CommandFailure, type Io } from '../io.ts'
import { addRequiredOption } from '../shared-options.ts'
import { nameOf } from '../source-bytes.ts'
import { addCaptureOptions, anonymizedFile, type CaptureOptions } from './capture-options.ts'

interface CommandOptions extends CaptureOptions {
  readonly out: string
}

const example = `
Example:
  $ graph-call-testkit anonymize capture.har --out shared.har --allow subject

The report on standard output lists the replaced values by path and kind. Values that stay: numbers, dates, types, members of
enums, paths of the API, HTTP methods, and the names of headers and properties.

Exit code: 0 written, 1 written, but the file has no call, notification, operation or error, 2 could not run.`

/** Adds the argument and options of `anonymize`. */
export function addAnonymize(command: Command, io: Io): void {
  addRequiredOption(addCaptureOptions(command), '--out <file>', 'file to write the result to')
    .description(
      'Replace IDs, names, tokens and other texts in captured traffic: a body, a HAR file or NDJSON.',
    )
    .argument('<file>', 'file with JSON or NDJSON, also gzip, or - for standard input')
    .addHelpText('after', example)
    .action(async (file: string, { out, ...options }: CommandOptions) => {
      const { bodiesIn } = await import('../../capture/traffic.ts')
      const { value, text, replacements } = await anonymizedFile(file, options, io)
      await writeFile(out, text)
      io.json(replacements)
      if (!bodiesIn(value).next().done) return
      throw new CommandFailure(
        1,
        `${nameOf(file)} has no call, notification, operation or error. The result is in ${out}.`,
      )
    })
}
