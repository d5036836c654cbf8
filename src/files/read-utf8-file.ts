import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { types } from 'node:util'
import { decodeUtf8 } from './decode-utf8.ts'
import { UnreadableFileError } from './unreadable-file-error.ts'

/** Maximum size of a file in bytes: 10 MiB. */
export const maximumFileSize = 10 * 1_024 * 1_024

/** Options of {@link readUtf8File}. */
interface ReadOptions {
  /** Maximum size of the file in bytes. Defaults to 10 MiB. */
  readonly maximumSize?: number
  /** Rejects a symbolic link. Defaults to `false`. */
  readonly rejectLinks?: boolean
}

/**
 * Reads a text file as UTF-8, without its byte order mark. Never waits for another process: a FIFO or a device is an error.
 *
 * @throws an {@link UnreadableFileError} if it does not exist, is not a regular file, is too large, or is not UTF-8
 */
export function readUtf8File(file: string | URL, options: ReadOptions = {}): string {
  try {
    return textOf(readRegularFile(file, options))
  } catch (cause) {
    if (cause instanceof Unreadable) throw new UnreadableFileError(String(file), cause.code, cause.message)
    throw unreadableFile(file, cause)
  }
}

/** Explains an error of the file system. Returns other errors as they are. */
export function unreadableFile(file: string | URL, cause: unknown): unknown {
  if (!types.isNativeError(cause) || !('code' in cause)) return cause
  const code = String(cause.code)
  const reason =
    (code === 'ENOENT' && notPathReason(file)) ||
    (reasons[code] ?? `it cannot be opened (${code}). Check the path`)
  return new UnreadableFileError(String(file), code, reason, cause)
}

/** Reads a file, or returns `undefined` if it does not exist. */
export function readUtf8FileIfExists(file: string, options: ReadOptions = {}): string | undefined {
  try {
    return readUtf8File(file, options)
  } catch (error) {
    if (error instanceof UnreadableFileError && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Reason why the content of a file cannot be read. */
class Unreadable extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** True for a text that begins as a URL, which the file system would accept as a path. */
export function isUrl(path: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(path)
}

/** Reason why a URL in place of a path is an error. */
export const urlReason = 'it is a URL. Pass a path on this machine'

/** Returns the reason why something in place of a path does not exist, and `undefined` for a path. */
export function notPathReason(file: string | URL): string | undefined {
  if (typeof file !== 'string') return undefined
  if (isUrl(file)) return urlReason
  if (!file.includes('*')) return undefined
  // cmd.exe and PowerShell pass patterns on as they are, and other shells do if nothing matches.
  return 'it does not exist (ENOENT). Your shell has not replaced the *: pass names of files'
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist (ENOENT). Check the path',
  ENOTDIR: 'a part of its path is a file (ENOTDIR). Check the path',
  EACCES: 'this user has no permission to read it (EACCES). Change its permissions',
  EPERM: 'this user has no permission to read it (EPERM). Change its permissions',
  EISDIR: 'it is a directory. Pass its files, such as calls/*.json',
  ENAMETOOLONG: 'its name is too long (ENAMETOOLONG). Check the path',
  ELOOP: 'it is a loop of symbolic links (ELOOP). Pass another path',
  // Node opens a socket only to find that it cannot.
  ENXIO: 'it is a socket or a device. Expected a file',
}

function readRegularFile(
  file: string | URL,
  { maximumSize = maximumFileSize, rejectLinks = false }: ReadOptions,
): Uint8Array {
  // Without O_NONBLOCK, opening a FIFO waits until another process writes to it.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | (rejectLinks ? constants.O_NOFOLLOW : 0)
  const opened = openSync(file, flags)
  try {
    const found = fstatSync(opened)
    if (!found.isFile()) throw new Unreadable('NOT_A_FILE', `it is a ${kindOf(found)}. Expected a file`)
    if (found.size > maximumSize) {
      throw new Unreadable('TOO_LARGE', `it has ${found.size} bytes. Expected at most ${maximumSize}`)
    }
    return readFileSync(opened)
  } finally {
    closeSync(opened)
  }
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'directory'
  if (found.isFIFO()) return 'FIFO'
  return 'device'
}

function textOf(bytes: Uint8Array): string {
  return decodeUtf8(bytes, (problem) => new Unreadable('NOT_UTF8', `it ${problem}`))
}
