import { type Dirent, readdirSync } from 'node:fs'
import { types } from 'node:util'
import { unreadableFile } from '../../src/files/read-utf8-file.ts'

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

/**
 * Returns what is in a directory: nothing if it does not exist.
 *
 * @throws an {@link UnreadableFileError} if it cannot be read
 */
export function entriesIn(directory: string): Dirent[] {
  try {
    return ignoreMissing(() => readdirSync(directory, { withFileTypes: true })) ?? []
  } catch (error) {
    throw unreadableFile(directory, error)
  }
}
