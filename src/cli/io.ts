import { TestkitError } from '../model/errors.ts'
/** What a command has of the world outside: `main.ts` gives it the process, a test what it likes. */
export interface Io {
  /** Results, for the next program in the line. */
  out(text: string): void
  /** All else, for whoever reads along. */
  err(text: string): void
  /** How wide a line of help may be. */
  readonly columns: number
  /** Of the package. */
  readonly version: string
  /** Comes when the user wants a command that goes on to end. */
  stopped(): Promise<void>
  /**
   * Runs the same command once more, in a process whose standard output is not this one's: a native library prints there,
   * and nothing tells it not to. Absent where nothing of the kind is needed.
   */
  subprocess?(): Promise<ExitCode>
}

/** How a command ended: 0 all is well, 1 it found something, 2 it could not run; from 3 on, what its help says. */
export type ExitCode = number

/** A command ends, and says why: on stderr, without a stack. */
export class CommandFailure extends TestkitError {
  override readonly name = 'CommandFailure'
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}
