import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readUtf8FileIfExists } from '../../src/files/read-utf8-file.ts'
import { RedactedError } from '../redacted-error.ts'
import { codeOf, ignoreMissing } from './missing-file.ts'

/**
 * Thrown when a pact or a staging file cannot be written.
 *
 * @example
 * ```ts
 * import { mergePacts } from 'graph-call-testkit/contracts'
 *
 * await mergePacts(['shard-1/pacts'], '/read-only')
 * // UnwritableFileError: ... cannot be written (EACCES): make its directory writable, or choose another one.
 * ```
 * Source: the error codes of Node's file system.
 */
export class UnwritableFileError extends RedactedError {
  override readonly name = 'UnwritableFileError'
}

/** Age in milliseconds after which a temporary file is a leftover. A write takes a fraction of a second. */
const leftoverAge = 10 * 60 * 1_000

/** Options of {@link writeAtomically}. */
interface WriteOptions {
  /** True to wait until the text is on the disk. Takes milliseconds, but the text survives a power cut. */
  readonly flush?: boolean
}

/**
 * Writes a file atomically: a reader finds the old text or the new one, even if the process is killed. Does not touch a
 * file that already has the text.
 *
 * @returns true if the text changed
 * @throws an {@link UnwritableFileError} if the directory or the file cannot be written
 */
export function writeAtomically(path: string, text: string, options: WriteOptions = {}): boolean {
  try {
    if (readUtf8FileIfExists(path) === text) return false
    // Another process can delete the directory, or the temporary file if this process was suspended for long.
    for (let attempt = 1; !replaceFile(path, text, attempt === 5, options); attempt++);
    return true
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

/**
 * Reads the file that a later write replaces.
 *
 * @returns the text, or `undefined` if the file does not exist
 * @throws an {@link UnwritableFileError} if it cannot be read, for example because it is a directory
 */
export function readBeforeWriting(path: string): string | undefined {
  try {
    return readUtf8FileIfExists(path)
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

function unwritable(path: string, cause: unknown): UnwritableFileError {
  return new UnwritableFileError(
    `${path} cannot be written (${codeOf(cause)}): make its directory writable, or choose another one.`,
    { cause },
  )
}

/** Writes a temporary file and renames it. Returns false if one of its directories or the temporary file has disappeared. */
function replaceFile(path: string, text: string, isLast: boolean, { flush = false }: WriteOptions): boolean {
  // In the same directory, because a rename is only atomic within one file system. Unique for each thread, process and
  // container.
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    // Node never ends creating a relative path if the current directory has been deleted.
    mkdirSync(resolve(dirname(path)), { recursive: true })
    writeFileSync(temporary, text, { flush, flag: 'wx' })
    removeLeftovers(path, statSync(temporary).mtimeMs)
    renameSync(temporary, path)
    return true
  } catch (error) {
    rmSync(temporary, { force: true })
    if (codeOf(error) === 'ENOENT' && !isLast) return false
    throw error
  }
}

/**
 * Removes the temporary files of processes that were killed while they wrote this file. Recognizes them by their age:
 * containers that share a directory do not know each other's processes.
 *
 * @param now - time of the file system, which can differ from the time of this machine
 */
function removeLeftovers(path: string, now: number): void {
  const prefix = `.${basename(path)}.`
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(prefix) || !/^[\da-f-]{36}\.tmp$/.test(name.slice(prefix.length))) continue
    const leftover = join(dirname(path), name)
    const found = ignoreMissing(() => statSync(leftover))
    if (found && now - found.mtimeMs > leftoverAge) rmSync(leftover, { force: true })
  }
}
