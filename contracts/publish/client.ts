import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { longestTime } from '../../src/tenant/faults/latency.ts'
import type { Environment } from './environments.ts'
import { PublishError } from './publish-error.ts'

const packageName = '@pact-foundation/pact-cli'

/** How the broker's client ended. */
export interface ClientResult {
  /** Absent where it was ended because it took too long. */
  readonly code?: number
  /** What it said, on either stream. */
  readonly output: string
}

/** Does what the broker's client does: gets the arguments of `pact-broker`. */
export type BrokerClient = (
  args: readonly string[],
  env: Environment,
  timeout: number,
) => Promise<ClientResult>

/**
 * The broker's client that is installed beside a folder. It is the native program itself, and not the script that starts
 * it, so that who ends the one ends the other.
 *
 * @throws PublishError where it is not installed, or not for this platform
 */
export function brokerClientFor(folder: string): BrokerClient {
  const program = programFrom(resolve(folder, 'package.json'))
  return (args, env, timeout) =>
    new Promise((done, fail) => {
      const child = spawn(program, ['broker', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text
        })
      }
      let isLate = false
      const cut = () => {
        isLate = child.kill('SIGKILL')
      }
      const timer = setTimeout(cut, Math.min(timeout, longestTime))
      child.on('error', fail)
      child.on('close', (code, signal) => {
        clearTimeout(timer)
        if (isLate) done({ output })
        else done({ code: code ?? 1, output: signal ? `${output}\nIt was ended by ${signal}.` : output })
      })
    })
}

function programFrom(manifest: string): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const client = find(
    manifest,
    packageName,
    `The broker's client is not installed. Install it: npm install --save-dev ${packageName}`,
  )
  const native = find(
    client,
    `${packageName}-${platform}`,
    `The broker's client is not installed for ${platform}. It comes as an optional dependency of ${packageName}: install again without --omit=optional, on the platform that runs this.`,
  )
  return join(dirname(native), 'standalone', process.platform === 'win32' ? 'pact.exe' : 'pact')
}

/** The manifest of a package, as a module beside another file would find it. */
function find(beside: string, name: string, advice: string): string {
  try {
    return createRequire(beside).resolve(`${name}/package.json`)
  } catch {
    throw new PublishError('cannot-run', advice)
  }
}
