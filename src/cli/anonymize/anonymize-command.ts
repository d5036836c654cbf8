import type { Command } from 'commander'
import { readUtf8File } from '../../files/read-utf8-file.ts'
import { isJsonObject } from '../../model/json.ts'
import { typeOfValidBody } from '../../read/check-body.ts'
import { writeFile } from '../export/write-files.ts'
import { CommandFailure, type Io } from '../io.ts'

interface CommandOptions {
  readonly out: string
  readonly salt?: string
  readonly allow?: readonly string[]
}

const example = `
Example:
  $ graph-call-testkit anonymize capture.har --out shared.har --allow subject

The report on standard output lists the replaced values by path and kind. Values that stay: numbers, dates, members of enums, types,
paths of the API, and the names of properties.

Exit code: 0 written, 1 written, but the file has no valid call, notification or error, 2 could not run.`

/** Adds the argument and options of `anonymize`. */
export function addAnonymize(command: Command, io: Io): void {
  command
    .description(
      'Replace IDs, names, tokens and other texts in captured traffic: a body, a HAR file or NDJSON.',
    )
    .argument('<file>', 'file with JSON or NDJSON')
    .requiredOption('--out <file>', 'file to write the result to')
    .option('--salt <text>', 'secret text that makes the result repeatable (default: random)')
    .option(
      '--allow <name>',
      'name of a property whose texts stay; may be repeated',
      (name: string, names: readonly string[] = []) => [...names, name],
    )
    .addHelpText('after', example)
    .action(async (file: string, { out, ...options }: CommandOptions) => {
      const { anonymize, CaptureFormatError } = await import('../../capture/index.ts')
      const capture = readUtf8File(file)
      try {
        const { value, text, replacements } = anonymize(capture, options)
        await writeFile(out, text)
        io.json(replacements)
        if (hasBody(value)) return
      } catch (error) {
        if (error instanceof CaptureFormatError) throw new CommandFailure(2, `${file}: ${error.message}`)
        throw error
      }
      throw new CommandFailure(
        1,
        `${file} has no valid call, notification or error. The result is in ${out}.`,
      )
    })
}

/** True if a capture contains a valid body, also in a text such as the content of a response in a HAR file. */
function hasBody(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('{') && hasBody(jsonIn(value))
  if (Array.isArray(value)) return value.some(hasBody)
  if (!isJsonObject(value)) return false
  return typeOfValidBody(value, false) !== undefined || Object.values(value).some(hasBody)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
