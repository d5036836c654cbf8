import { types } from 'node:util'
import { runInThisContext } from 'node:vm'
import { isMissingPackage } from './missing-package.ts'
import { RedactedError } from './redacted-error.ts'

type Pact = typeof import('@pact-foundation/pact')

/** The part of `@pact-foundation/pact-core` that this package uses. */
interface PactCore {
  makeConsumerPact(
    consumer: string,
    provider: string,
    version: undefined,
    logLevel: 'error',
  ): { mockServerMismatches(port: number): readonly object[] }
}

/** The part of Pact that this package uses. */
interface LoadedPact extends Pick<Pact, 'PactV4' | 'Verifier'> {
  /** Returns the mismatches that the mock server at a port has recorded so far. */
  mismatchesAt(port: number): readonly object[]
}

const packageName = '@pact-foundation/pact'

/**
 * Thrown when Pact is not installed, has no native library for this platform, or cannot start its mock server. The message
 * says what to install or change.
 *
 * @example
 * ```ts
 * import { PactUnavailableError } from 'graph-call-testkit/contracts'
 *
 * const isMissing = (error: unknown) => error instanceof PactUnavailableError
 * // PactUnavailableError: Pact is not installed. Install it: npm install ...
 * ```
 * Source: the platforms of Pact's native library, https://github.com/pact-foundation/pact-js-core.
 */
export class PactUnavailableError extends RedactedError {
  override readonly name = 'PactUnavailableError'
}

/**
 * Returns Node's own `require`. Jest's `require` rejects the ES modules that Pact needs, and would load the native library
 * again for each test file. Test runners do not replace anything in the main context.
 */
function nodeRequire(from: string): NodeJS.Require {
  const node: NodeJS.Process = runInThisContext('process')
  return node.getBuiltinModule('node:module').createRequire(from)
}

/**
 * Loads Pact, and the core that Pact itself uses. PactV4 has no public function that returns the mismatches of its mock
 * server before it evaluates them. The core has one, for every port of the process.
 */
function requirePact(): LoadedPact {
  const require = nodeRequire(import.meta.url)
  const { PactV4, Verifier }: Pact = require(packageName)
  const core: PactCore = nodeRequire(require.resolve(packageName))('@pact-foundation/pact-core')
  // Loads the native library.
  const { mockServerMismatches } = core.makeConsumerPact('none', 'none', undefined, 'error')
  return { PactV4, Verifier, mismatchesAt: mockServerMismatches }
}

let loaded: LoadedPact | undefined

/**
 * Loads Pact and its native library, once in a process. Only the files that run Pact call it.
 *
 * @throws a {@link PactUnavailableError} if Pact or its native library is missing
 */
export async function loadPact(): Promise<LoadedPact> {
  try {
    loaded ??= requirePact()
    return loaded
  } catch (cause) {
    throw pactUnavailable(cause)
  }
}

/** Returns an error that says what to install. */
export function pactUnavailable(cause: unknown): PactUnavailableError {
  return new PactUnavailableError(adviceFor(cause), { cause })
}

function adviceFor(cause: unknown): string {
  const platform = `${process.platform}-${process.arch}`
  const reason = types.isNativeError(cause) ? (cause.message.split('\n')[0] ?? '').trim() : String(cause)
  if (isMissingPackage(cause, packageName)) {
    return `Pact is not installed. Install it: npm install --save-dev ${packageName}`
  }
  if (reason.startsWith('Unsupported platform')) {
    return `Pact has no native library for ${platform}. Run this on Linux or macOS (x64, arm64), or Windows (x64).`
  }
  return [
    `Cannot load Pact's native library for ${platform}: ${reason}.`,
    `The library is an optional dependency of ${packageName}: install again without --omit=optional,`,
    'on the platform that runs the tests.',
  ].join(' ')
}
