import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TestkitError } from '../../src/model/errors.ts'
import type { Answers, Order, Result } from './worker.ts'

/** The work could not be done; the message says why, and what to do. */
export class CouldNotRunError extends TestkitError {
  override readonly name = 'CouldNotRunError'
}

const worker = fileURLToPath(new URL('worker.ts', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * Does a task in a process of its own, whose output nobody sees: Pact's native library prints on the standard output,
 * and nothing tells it not to. A crash of it is an error here, and no end of this process.
 *
 * @throws CouldNotRunError where the task threw, or the process died
 */
export async function quietly<Name extends keyof Answers>(
  name: Name,
  argument: string,
): Promise<Answers[Name]> {
  const child = fork(worker, {
    execArgv: ['--import', tsx],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: quietEnv(),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000)
    })
  }
  const order: Order = { name, argument }
  child.send(order)
  return new Promise((resolve, reject) => {
    let answered = false
    child.on('message', (result: Result<Answers[Name]>) => {
      answered = true
      if ('value' in result) resolve(result.value)
      else reject(new CouldNotRunError(result.reason))
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (answered) return
      reject(
        new CouldNotRunError(
          `Pact's process ended with ${signal ?? `code ${code}`} before its work was done.\n${output}`,
        ),
      )
    })
  })
}

/** No telemetry, and no proxy: what is sent here stays on this machine. */
function quietEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(https?|all)_proxy$/i.test(name))
  return { ...Object.fromEntries(kept), PACT_DO_NOT_TRACK: 'true' }
}
