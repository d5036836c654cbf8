import { TestkitError } from '../../model/errors.ts'

/**
 * Thrown when an option is unknown, has an invalid value, or conflicts with another option. Arbitraries throw it when they
 * are created, not when they generate values.
 *
 * @example
 * ```ts
 * import { anyCall } from 'graph-call-testkit/generators'
 *
 * expect(() => anyCall({ kind: 'group', meeting: 'none' })).toThrow(
 *   "Invalid meeting: 'none' with kind: 'group'. Expected one of: 'organizer', 'token', 'join-meeting-id'.",
 * )
 * ```
 * Source: the call model of this package.
 */
export class GeneratorOptionError extends TestkitError {
  override readonly name = 'GeneratorOptionError'
  /** Name of the option. */
  readonly option: string
  /** Value that was passed. */
  readonly found: unknown
  /** Values that the option accepts, given the other options. */
  readonly allowed: readonly unknown[]

  /** @param expected describes the accepted values if they are not a list */
  constructor(
    problem: string,
    details: { option: string; found: unknown; allowed: readonly unknown[]; expected?: string },
  ) {
    super(`${problem} Expected ${details.expected ?? listOf(details.allowed)}.`)
    this.option = details.option
    this.found = details.found
    this.allowed = details.allowed
  }
}

function listOf(values: readonly unknown[]): string {
  return (values.length > 1 ? 'one of: ' : '') + values.map(show).join(', ')
}

/** Formats a value for an error message. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  return typeof value === 'string' ? `'${value}'` : String(value)
}
