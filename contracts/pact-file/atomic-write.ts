import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { types } from 'node:util'
import { readUtf8FileIfExists } from '../../src/files/read-utf8-file.ts'
import { TestkitError } from '../../src/model/errors.ts'

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
export class UnwritableFileError extends TestkitError {
  override readonly name = 'UnwritableFileError'
}

/**
 * Writes a file atomically: a reader finds the old text or the new one, even if the process is killed. Does not touch a
 * file that already has the text.
 *
 * @returns true if the text changed
 * @throws {@link UnwritableFileError} if the directory or the file cannot be written
 */
export async function writeAtomically(path: string, text: string): Promise<boolean> {
  // In the same directory, because a rename is only atomic within one file system. Unique for each thread and process.
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${randomUUID()}.tmp`)
  try {
    if ((await readTextFile(path)) === text) return false
    await mkdir(dirname(path), { recursive: true })
    await removeLeftovers(path)
    await writeFile(temporary, text, { flush: true })
    await rename(temporary, path)
    return true
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {})
    const reason = types.isNativeError(cause) && 'code' in cause ? String(cause.code) : String(cause)
    throw new UnwritableFileError(
      `${path} cannot be written (${reason}): make its directory writable, or choose another one.`,
      { cause },
    )
  }
}

/** Reads a text file. Returns `undefined` if it does not exist. */
export async function readTextFile(path: string): Promise<string | undefined> {
  return readUtf8FileIfExists(path)
}

/** Removes the temporary files of processes that were killed while they wrote this file. */
async function removeLeftovers(path: string): Promise<void> {
  const prefix = `.${basename(path)}.`
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(prefix)
      ? /^(\d+)\.[\w-]+\.tmp$/.exec(name.slice(prefix.length))?.[1]
      : undefined
    if (pid && !isRunning(Number(pid))) await rm(join(dirname(path), name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // The process exists, but this one has no permission to send it a signal.
    return types.isNativeError(error) && 'code' in error && error.code === 'EPERM'
  }
}
