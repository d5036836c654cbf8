import type { Command } from 'commander'
import { writeFile } from '../export/write-files.ts'
import { CommandFailure, type Io } from '../io.ts'
import { nameOf, readText } from '../source-bytes.ts'

interface CommandOptions {
  readonly out: string
  readonly salt?: string
  readonly allow?: readonly string[]
}

const example = `
Example:
  $ graph-call-testkit anonymize capture.har --out shared.har --allow subject

The report on standard output lists the replaced values by path and kind. Values that stay: numbers, dates, types, members of
enums, paths of the API, methods and headers' names of HTTP, and the names of properties.

Exit code: 0 written, 1 written, but the file has no call, notification, operation or error, 2 could not run.`

/** Adds the argument and options of `anonymize`. */
export function addAnonymize(command: Command, io: Io): void {
  command
    .description(
      'Replace IDs, names, tokens and other texts in captured traffic: a body, a HAR file or NDJSON.',
    )
    .argument('<file>', 'file with JSON or NDJSON, also gzip, or - for standard input')
    .requiredOption('--out <file>', 'file to write the result to')
    .option('--salt <text>', 'secret text that makes the result repeatable (default: random)')
    .option(
      '--allow <name>',
      'name of a property whose texts stay; may be repeated',
      (name: string, names: readonly string[] = []) => [...names, name],
    )
    .addHelpText('after', example)
    .action(async (file: string, { out, ...options }: CommandOptions) => {
      const { anonymize, bodiesIn, CaptureFormatError } = await import('../../capture/traffic.ts')
      const capture = await readText(file, io)
      try {
        const { value, text, replacements } = anonymize(capture, options)
        await writeFile(out, text)
        io.json(replacements)
        for (const _body of bodiesIn(value)) return
      } catch (error) {
        if (error instanceof CaptureFormatError) {
          throw new CommandFailure(2, `${nameOf(file)}: ${error.message}`)
        }
        throw error
      }
      throw new CommandFailure(
        1,
        `${nameOf(file)} has no call, notification, operation or error. The result is in ${out}.`,
      )
    })
}
