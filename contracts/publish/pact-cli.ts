import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { Environment } from './ci-services.ts'
import { PublishError } from './publish-error.ts'

const packageName = '@pact-foundation/pact-cli'

/** Result of a run of the Pact CLI. */
export interface PactCliResult {
  /** Exit code. Absent if the run was stopped by its signal. */
  readonly code?: number
  /** Output on both streams. */
  readonly output: string
}

/** Runs a command of the Pact CLI with arguments and an environment, until it ends or the signal stops it. */
export type PactCli = (args: readonly string[], env: Environment, stop: AbortSignal) => Promise<PactCliResult>

/**
 * Finds the Pact CLI that is installed in a directory or above. It runs the native program rather than the script that
 * starts it, so that stopping the process stops the program.
 *
 * @throws a {@link PublishError} if the Pact CLI is not installed, or not for this platform
 */
export function pactCliFor(directory: string, command: 'broker' | 'verifier' = 'broker'): PactCli {
  const program = programFrom(resolve(directory, 'package.json'))
  return (args, env, stop) =>
    new Promise((done, fail) => {
      const child = spawn(program, [command, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text
        })
      }
      const kill = () => void child.kill('SIGKILL')
      // Without this, the program would go on if this process ended first.
      process.once('exit', kill)
      stop.addEventListener('abort', kill)
      if (stop.aborted) kill()
      const forget = () => {
        process.off('exit', kill)
        stop.removeEventListener('abort', kill)
      }
      child.on('error', (error) => {
        forget()
        fail(error)
      })
      child.on('close', (code, signal) => {
        forget()
        // Ctrl+C in a terminal also ends the program.
        if (stop.aborted && signal) done({ output })
        else done({ code: code ?? 1, output: signal ? `${output}\nIt was ended by ${signal}.` : output })
      })
    })
}

function programFrom(manifest: string): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const cli = manifestOf(
    manifest,
    packageName,
    `The Pact CLI is not installed. Install it: npm install --save-dev ${packageName}`,
  )
  const native = manifestOf(
    cli,
    `${packageName}-${platform}`,
    `The Pact CLI is not installed for ${platform}. It is an optional dependency of ${packageName}: install again on this platform, without --omit=optional.`,
  )
  return join(dirname(native), 'standalone', process.platform === 'win32' ? 'pact.exe' : 'pact')
}

/** Returns the manifest of a package, resolved from another file. */
function manifestOf(from: string, name: string, advice: string): string {
  try {
    return createRequire(from).resolve(`${name}/package.json`)
  } catch {
    throw new PublishError('cannot-run', advice)
  }
}
