import { TestkitError } from '../model/errors.ts'
import type { Chunk } from './generate/chunks.ts'

/** Starts a thread that gets some data. */
export type StartWorker = (data: object) => WorkerThread

/** Thread of `node:worker_threads` that generates chunks. */
export interface WorkerThread {
  on(event: 'message', listener: (chunk: Chunk) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  postMessage(message: object): void
  terminate(): Promise<unknown>
}

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
  /** True if standard output is a terminal that shows colors, and `NO_COLOR` is not set. */
  readonly colors: boolean
  /** Writes bytes to standard output. Resolves when they are written, to false if the reader has closed the pipe. */
  write(bytes: Uint8Array): Promise<boolean>
  /** Returns the bytes of standard input. */
  input(): AsyncIterable<Uint8Array>
  /** Shows a line on standard error in place of the last one. Absent if standard output or error is not a terminal. */
  progress?(text: string): void
  /** Starts a thread of `generate --workers`. Absent in tests. */
  startWorker?: StartWorker
  /** Starts a process of `serve --workers`, which runs the same command. Absent in such a process, and in tests. */
  startServer?(): Promise<ServerProcess>
  /** Connection to the process that started this one. Only in a process of `serve --workers`. */
  readonly parent?: ParentConnection
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

/** Process that serves with others. It runs the same command as the process that started it. */
export interface ServerProcess {
  onMessage<Message>(listener: (message: Message) => void): void
  /** Resolves when the process has ended and all its messages have arrived, to the signal or the exit code. */
  readonly ended: Promise<string | number>
  /** Asks the process to stop. */
  stop(): void
  /** Ends the process at once. */
  kill(): void
}

/** Connection of a server process to the process that started it. */
export interface ParentConnection {
  /** Resolves when the message has been sent. */
  send(message: object): Promise<void>
}
