import { CommandFailure, type ExitCode } from './io.ts'

/** Signals that stop a command, with the exit codes that a shell expects: 128 and the number of the signal. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
const names = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

/** Process that receives signals. */
interface SignalTarget {
  on(name: (typeof names)[number], listener: (name: (typeof names)[number]) => void): unknown
  off(name: (typeof names)[number], listener: (name: (typeof names)[number]) => void): unknown
}

/**
 * Returns a signal that is aborted when a process receives the first signal to stop. A second one has no listener, so it ends
 * the process at once.
 */
export function stopSignal(process: SignalTarget): AbortSignal {
  const controller = new AbortController()
  const stop = (name: (typeof names)[number]) => {
    for (const one of names) process.off(one, stop)
    controller.abort(new CommandFailure(exitCodes[name], `Stopped by ${name}.`))
  }
  for (const name of names) process.on(name, stop)
  return controller.signal
}

/** Returns the exit code of a stopped command, and `undefined` if it was not stopped. */
export function exitCodeOf(signal: AbortSignal | undefined): ExitCode | undefined {
  return signal?.reason instanceof CommandFailure ? signal.reason.exitCode : undefined
}
