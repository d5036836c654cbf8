import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import type { Io } from './io.ts'

/** Says that results go to a pipe of their own, and the standard output is left to whoever prints on it. */
const variable = 'GRAPH_CALL_TESTKIT_ASIDE'
const pipe = 3

/** Where the results of a process go. */
export function resultsOf({ env, stdout }: NodeJS.Process): Io['out'] {
  const stream = env[variable] ? createWriteStream('', { fd: pipe }) : stdout
  return (text) => {
    stream.write(text)
  }
}

/** Runs the command of a process again, where its results can be told from what a native library prints. */
export function aside({ env, argv, execPath, execArgv, stdout }: NodeJS.Process): Pick<Io, 'subprocess'> {
  if (env[variable]) return {}
  return {
    subprocess: () =>
      new Promise((resolve, reject) => {
        const child = spawn(execPath, [...execArgv, ...argv.slice(1)], {
          // Without Pact's telemetry.
          env: { ...env, PACT_DO_NOT_TRACK: 'true', NO_PROXY: withLoopback(env), [variable]: 'true' },
          stdio: ['inherit', 'ignore', 'inherit', 'pipe'],
        })
        child.stdio[pipe]?.on('data', (bytes) => stdout.write(bytes))
        child.on('error', reject)
        child.on('close', (code) => resolve(code ?? 2))
      }),
  }
}

/** The native library asks this machine, and would ask a proxy for it. */
function withLoopback({ NO_PROXY, no_proxy = '' }: NodeJS.ProcessEnv): string {
  return [NO_PROXY ?? no_proxy, '127.0.0.1'].filter(Boolean).join()
}
