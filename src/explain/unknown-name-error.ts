import { TestkitError } from '../model/errors.ts'

/**
 * Thrown when {@link explain} does not know a name. The message lists the most similar names.
 *
 * @example
 * ```ts
 * import { explain, UnknownNameError } from 'graph-call-testkit'
 *
 * try {
 *   explain('stat')
 * } catch (error) {
 *   if (error instanceof UnknownNameError) console.log(error.nearest) // ['state', 'targets', 'mute']
 *   else throw error
 * }
 * ```
 */
export class UnknownNameError extends TestkitError {
  override readonly name = 'UnknownNameError'
  /** Name that was given. */
  readonly unknownName: string
  /** Most similar names, the best match first. */
  readonly nearest: readonly string[]

  constructor(unknownName: string, nearest: readonly string[]) {
    const quoted = nearest.map((name) => `"${name}"`).join(', ')
    super(
      `Unknown name: "${unknownName}". Nearest: ${quoted}. Expected a path of a call, a type, an action, a code, a result such as "200/7015", or a fixture.`,
    )
    this.unknownName = unknownName
    this.nearest = nearest
  }
}
