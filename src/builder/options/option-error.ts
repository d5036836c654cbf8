import { TestkitError } from '../../model/errors.ts'
/**
 * An option of an arbitrary that is not known, or that asks for what there is not. Thrown when the arbitrary is built.
 *
 * @example
 * ```ts
 * anyCall({ kind: 'group', meeting: 'none' })
 * // GeneratorOptionError: No call has meeting: 'none' with kind: 'group'.
 * // Allowed: 'organizer', 'token', 'join-meeting-id'.
 * ```
 */
export class GeneratorOptionError extends TestkitError {
  override readonly name = 'GeneratorOptionError'
  /** The name of the option. */
  readonly option: string
  /** What was asked for. */
  readonly found: unknown
  /** What the option may be, given the others. */
  readonly allowed: readonly unknown[]

  constructor(problem: string, details: { option: string; found: unknown; allowed: readonly unknown[] }) {
    super(`${problem} Allowed: ${details.allowed.map(show).join(', ')}.`)
    this.option = details.option
    this.found = details.found
    this.allowed = details.allowed
  }
}

/** A value as a message shows it. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  return typeof value === 'string' ? `'${value}'` : String(value)
}
