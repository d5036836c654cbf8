import { types } from 'node:util'
import { runInThisContext } from 'node:vm'
import { TestkitError } from '../src/model/errors.ts'
import { isMissingPackage } from './missing-package.ts'

type Pact = typeof import('@pact-foundation/pact')

const packageName = '@pact-foundation/pact'

/**
 * Pact is not installed, or its native library is not there for this platform.
 *
 * @example
 * ```ts
 * await contract.interaction('group').run(exercise)
 * // PactUnavailableError: Pact is not installed. Install it: npm install --save-dev @pact-foundation/pact
 * ```
 */
export class PactUnavailableError extends TestkitError {
  override readonly name = 'PactUnavailableError'
}

/**
 * By Node's own `require`, whatever a test runner puts in its place: Jest's refuses the ES modules that Pact needs, and
 * would load the native library anew for each test file. The main context is the one that a runner leaves alone.
 */
function requirePact(): Pact {
  const node: NodeJS.Process = runInThisContext('process')
  return node.getBuiltinModule('node:module').createRequire(import.meta.url)(packageName)
}

/**
 * Loads Pact and its native library, which only the files that run it need.
 *
 * @throws PactUnavailableError where that is not possible: what is missing, and what to install
 */
export async function loadPact(load: () => Pact | Promise<Pact> = requirePact): Promise<Pact> {
  let pact: Pact
  try {
    pact = await load()
    // The native library is looked for when the first pact is made.
    new pact.PactV4({ consumer: 'none', provider: 'none', logLevel: 'error' })
  } catch (cause) {
    throw new PactUnavailableError(explain(cause), { cause })
  }
  return pact
}

function explain(cause: unknown): string {
  const platform = `${process.platform}-${process.arch}`
  const reason = types.isNativeError(cause) ? (cause.message.split('\n')[0] ?? '').trim() : String(cause)
  if (isMissingPackage(cause, packageName))
    return `Pact is not installed. Install it: npm install --save-dev ${packageName}`
  if (reason.startsWith('Unsupported platform')) {
    return `Pact has no native library for ${platform}. Run this on Linux or macOS (x64, arm64), or Windows (x64).`
  }
  return [
    `Pact's native library for ${platform} cannot be loaded (${reason}).`,
    `It comes as an optional dependency of ${packageName}: install again without --omit=optional,`,
    'on the platform that runs this.',
  ].join(' ')
}
