import type { Command } from 'commander'
import type { Anonymized } from '../../capture/index.ts'
import { CommandFailure, type Io } from '../io.ts'
import { nameOf, readText } from '../source-bytes.ts'

/** Options of commands that anonymize a capture. */
export interface CaptureOptions {
  readonly salt?: string
  readonly allow?: readonly string[]
}

/** Adds the options of commands that anonymize a capture. */
export function addCaptureOptions(command: Command): Command {
  return command
    .option('--salt <text>', 'secret text that makes the result repeatable (default: random)')
    .option(
      '--allow <name>',
      'name of a property whose texts stay; can be repeated',
      (name: string, names: readonly string[] = []) => [...names, name],
    )
}

/**
 * Reads and anonymizes a capture.
 *
 * @param file - path, or `-` for standard input
 * @throws a {@link CommandFailure} if it cannot be read, or is not JSON
 */
export async function anonymizedFile(
  file: string,
  { salt, allow = [] }: CaptureOptions,
  io: Io,
): Promise<Anonymized> {
  const { anonymize, CaptureFormatError } = await import('../../capture/traffic.ts')
  const capture = await readText(file, io)
  try {
    return anonymize(capture, { allow, ...(salt === undefined ? {} : { salt }) })
  } catch (error) {
    if (!(error instanceof CaptureFormatError)) throw error
    throw new CommandFailure(2, `${nameOf(file)}: ${error.message}`)
  }
}
