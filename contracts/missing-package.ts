import { types } from 'node:util'

/** True if a module could not be loaded because one of these packages is not installed. */
export function isMissingPackage(error: unknown, ...names: readonly string[]): boolean {
  return (
    types.isNativeError(error) &&
    'code' in error &&
    (error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_MODULE_NOT_FOUND') &&
    // Yarn's Plug'n'Play writes the name without quotes.
    names.some((name) => error.message.includes('pnpCode' in error ? name : `'${name}'`))
  )
}
