/**
 * Base class of every error that this package throws on purpose. Its message is complete: it says what failed, with which
 * value, and what to do, so a program can print it without the stack.
 *
 * @example
 * ```ts
 * try {
 *   readCall(body)
 * } catch (error) {
 *   if (error instanceof TestkitError) console.error(error.message)
 *   else throw error
 * }
 * ```
 */
export abstract class TestkitError extends Error {
  /** Name of the error class, for example `CallFormatError`. */
  abstract override readonly name: string
}
