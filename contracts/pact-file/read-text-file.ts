import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { types } from 'node:util'

/** Size limit of a file, in bytes. A pact of 1,000 interactions has 3 MB. */
const maxSize = 64 * 1024 * 1024

/** Options of {@link readTextFile}. */
interface ReadOptions {
  /** Rejects a symbolic link. Defaults to `false`. */
  readonly rejectLinks?: boolean
}

/**
 * Reads a regular file. Never waits: a named pipe without a writer would block the process.
 *
 * @returns the text, or `undefined` if the file does not exist
 * @throws an error with a `code`, as Node's file system does, if it is another kind of file or larger than 64 MiB
 */
export function readTextFile(path: string, { rejectLinks = false }: ReadOptions = {}): string | undefined {
  // Windows has neither of these flags, and no pipes with a path.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | (rejectLinks ? constants.O_NOFOLLOW : 0)
  let file: number
  try {
    file = openSync(path, flags)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
  try {
    const found = fstatSync(file)
    if (!found.isFile()) throw fileError(found.isDirectory() ? 'EISDIR' : 'not a regular file', path)
    if (found.size > maxSize) throw fileError('EFBIG', path)
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}

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

function fileError(code: string, path: string): Error {
  return Object.assign(new Error(`${path}: ${code}`), { code })
}
