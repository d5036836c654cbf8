import { types } from 'node:util'

/** Returns the code of an error of the file system, or its text. */
export function codeOf(error: unknown): string {
  return types.isNativeError(error) && 'code' in error ? String(error.code) : String(error)
}

/** Returns `undefined` if a file or directory does not exist. */
export function ignoreMissing<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}
