import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import type { Io } from './io.ts'

/** Variable that makes a subprocess write its results to a separate pipe instead of standard output. */
const variable = 'GRAPH_CALL_TESTKIT_SUBPROCESS'
const resultPipe = 3

/** Returns the function that writes the results of a process. */
export function resultWriter({ env, stdout }: NodeJS.Process): Io['out'] {
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
export function subprocessRunner({
  env,
  argv,
  execPath,
  execArgv,
  stdout,
}: ParentProcess): Pick<Io, 'subprocess'> {
  if (env[variable]) return {}
  return {
    subprocess: () =>
      new Promise((resolve, reject) => {
        const child = spawn(execPath, [...execArgv, ...argv.slice(1)], {
          // Turns off Pact's telemetry.
          env: { ...env, PACT_DO_NOT_TRACK: 'true', NO_PROXY: withLoopback(env), [variable]: 'true' },
          stdio: ['inherit', 'ignore', 'inherit', 'pipe'],
        })
        child.stdio[resultPipe]?.on('data', (bytes) => stdout.write(bytes))
        child.on('error', reject)
        child.on('close', (code) => resolve(code ?? 2))
      }),
  }
}

/** Adds loopback to NO_PROXY. Pact's native library would otherwise use a proxy for requests to this machine. */
function withLoopback({ NO_PROXY, no_proxy = '' }: NodeJS.ProcessEnv): string {
  return [NO_PROXY ?? no_proxy, '127.0.0.1'].filter(Boolean).join()
}
