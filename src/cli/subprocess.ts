import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExitCode, Terminal } from './io.ts'
import { exitCodeOf } from './stop-signals.ts'
import { explainWriteErrors } from './write-errors.ts'

/** Variable that makes a subprocess write its results to a separate pipe instead of standard output. */
const variable = 'GRAPH_CALL_TESTKIT_SUBPROCESS'
const resultPipe = 3

/** Returns the function that writes the results of a process. */
export function resultWriter({ env, stdout }: NodeJS.Process): Terminal['out'] {
  const stream = env[variable] ? createWriteStream('', { fd: resultPipe }) : stdout
  return (text) => {
    stream.write(text)
  }
}

/** Process whose command is run again. Results are written to `stdout`. */
interface ParentProcess extends Pick<NodeJS.Process, 'env' | 'argv' | 'execPath' | 'execArgv'> {
  readonly stdout: { write(bytes: Uint8Array): unknown }
}

/** Returns a function that runs the command of a process again, and separates its results from the output of native libraries. */
export function subprocessRunner(
  parent: ParentProcess,
  untilStopped: () => AbortSignal,
): Pick<Terminal, 'subprocess'> {
  if (parent.env[variable]) return {}
  return {
    async subprocess() {
      const stop = untilStopped()
      // A subprocess that is stopped cannot remove its temporary files, so they get a directory of their own.
      const directory = await explainWriteErrors(
        `temporary files to ${tmpdir()}`,
        'run the command again',
        () => mkdtemp(join(tmpdir(), 'graph-call-testkit-run-')),
      )
      try {
        const exitCode = await runAgain(parent, directory, stop)
        return exitCodeOf(stop) ?? exitCode
      } finally {
        await rm(directory, { recursive: true, force: true })
      }
    },
  }
}

function runAgain(parent: ParentProcess, directory: string, stop: AbortSignal): Promise<ExitCode> {
  const { env, argv, execPath, execArgv, stdout } = parent
  return new Promise((resolve, reject) => {
    const child = spawn(execPath, [...execArgv, ...argv.slice(1)], {
      env: {
        ...env,
        // Turns off Pact's telemetry.
        PACT_DO_NOT_TRACK: 'true',
        NO_PROXY: withLoopback(env),
        TMPDIR: directory,
        TEMP: directory,
        TMP: directory,
        [variable]: 'true',
      },
      stdio: ['inherit', 'ignore', 'inherit', 'pipe'],
    })
    const kill = () => void child.kill('SIGKILL')
    process.once('exit', kill)
    stop.addEventListener('abort', kill)
    if (stop.aborted) kill()
    child.stdio[resultPipe]?.on('data', (bytes) => stdout.write(bytes))
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', kill)
      resolve(code ?? 2)
    })
  })
}

/** Adds loopback to NO_PROXY. Pact's native library would otherwise use a proxy for requests to this machine. */
function withLoopback({ NO_PROXY, no_proxy = '' }: NodeJS.ProcessEnv): string {
  return [NO_PROXY ?? no_proxy, '127.0.0.1'].filter(Boolean).join()
}
