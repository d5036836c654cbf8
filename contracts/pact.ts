type Pact = typeof import('@pact-foundation/pact')

const packageName = '@pact-foundation/pact'

/** Pact is not installed, or its native library is not there for this platform. */
export class PactUnavailableError extends Error {
  override readonly name = 'PactUnavailableError'
}

/**
 * Loads Pact and its native library, which only the files that run it need.
 *
 * @throws PactUnavailableError where that is not possible: what is missing, and what to install
 */
export async function loadPact(load = (): Promise<Pact> => import('@pact-foundation/pact')): Promise<Pact> {
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
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '').trim() : String(cause)
  if (isMissing(cause)) return `Pact is not installed. Install it: npm install --save-dev ${packageName}`
  if (reason.startsWith('Unsupported platform')) {
    return `Pact has no native library for ${platform}. Run this on Linux or macOS (x64, arm64), or Windows (x64).`
  }
  return [
    `Pact's native library for ${platform} cannot be loaded (${reason}).`,
    `It comes as an optional dependency of ${packageName}: install again without --omit=optional,`,
    'on the platform that runs this.',
  ].join(' ')
}

function isMissing(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    'code' in cause &&
    (cause.code === 'MODULE_NOT_FOUND' || cause.code === 'ERR_MODULE_NOT_FOUND') &&
    cause.message.includes(`'${packageName}'`)
  )
}
