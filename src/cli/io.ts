import { TestkitError } from '../model/errors.ts'

/** Input and output of a process. `main.ts` passes its own, tests pass others. */
export interface Terminal {
  /** Writes results to standard output. */
  out(text: string): void
  /** Writes everything else to standard error. */
  err(text: string): void
  /** Maximum width of the help, in characters. */
  readonly columns: number
  /** Version of the package. */
  readonly version: string
  /** Resolves when the user stops a command that runs until then. */
  stopped(): Promise<void>
  /**
   * Returns a signal that is aborted when the user stops a command before its end. Its reason is a
   * {@link CommandFailure}. Absent in tests.
   */
  untilStopped?(): AbortSignal
  /**
   * Runs the same command in a subprocess whose standard output is discarded, because Pact's native library always
   * prints there. Absent inside the subprocess, and in tests.
   */
  subprocess?(): Promise<ExitCode>
}

/** Input and output of a command. Replaces the secrets of the process in everything that it writes. */
export interface Io extends Terminal {
  /** Writes a result as JSON to standard output, and a line break. */
  json(value: object, format?: 'pretty' | 'line'): void
}

/**
 * Exit code: 0 success, 1 problems found, 2 could not run, 128 and the number of the signal that stopped the command. The help of
 * a command explains other codes.
 */
export type ExitCode = number

/** Ends a command with an exit code and a message, which is printed without a stack. */
export class CommandFailure extends TestkitError {
  override readonly name = 'CommandFailure'
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}
