import { type Command, InvalidArgumentError } from 'commander'

/** Number of threads or processes, at most. */
const mostWorkers = 256

export function workersOf(text: string): number {
  const workers = Number(text)
  if (/^\d+$/.test(text) && workers >= 1 && workers <= mostWorkers) return workers
  throw new InvalidArgumentError('Expected an integer from 1 to 256 such as 4.')
}

export function seedOf(text: string): number {
  const seed = Number(text)
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(seed)) return seed
  throw new InvalidArgumentError('Expected an integer such as 42.')
}

/**
 * Adds an option that must be set. Commander's `requiredOption` reports a missing option before an unknown one, which is most
 * often the same one, misspelled.
 */
export function addRequiredOption(command: Command, flags: string, description: string): Command {
  command.option(flags, `${description} (required)`)
  const name = command.options.at(-1)?.attributeName() ?? ''
  return command.hook('preAction', () => {
    if (command.getOptionValue(name) !== undefined) return
    command.error(`error: required option '${flags}' not specified`)
  })
}
