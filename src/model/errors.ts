import { printableLines } from '../output/printable.ts'

/** Options of an error. The type `ErrorOptions` exists only if a project compiles for ES2022. */
export interface Cause {
  readonly cause?: unknown
}

/**
 * Base class of the errors that this package defines. The message says what failed, with which value, and what to do, so a
 * program can print it without the stack. Values in it cannot control a terminal or a CI service. For an invalid argument, functions may also throw a `TypeError`.
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

  constructor(message?: string, options?: Cause) {
    super(message === undefined ? message : printableLines(message), options)
  }
}
