import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { types } from 'node:util'
import { TestkitError } from '../../src/model/errors.ts'

/**
 * A file cannot be written.
 *
 * @example
 * ```ts
 * await mergePacts(['shard-1/pacts'], '/read-only')
 * // UnwritableFileError: ... cannot be written (EACCES): make its folder writable, or choose another one.
 * ```
 */
export class UnwritableFileError extends TestkitError {
  override readonly name = 'UnwritableFileError'
}

/**
 * Writes a file whole or not at all: who reads it, at any moment, finds the old text or the new one. A file that already
 * has the text is left alone.
 *
 * @returns whether the text changed
 * @throws UnwritableFileError where the folder or the file cannot be written
 */
export async function writeWhole(path: string, text: string): Promise<boolean> {
  // Beside the file, as only a rename within one file system is done at once; its own for each thread of a process.
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${randomUUID()}.tmp`)
  try {
    if ((await textOf(path)) === text) return false
    await mkdir(dirname(path), { recursive: true })
    await sweep(path)
    await writeFile(temporary, text, { flush: true })
    await rename(temporary, path)
    return true
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {})
    const reason = types.isNativeError(cause) && 'code' in cause ? String(cause.code) : String(cause)
    throw new UnwritableFileError(
      `${path} cannot be written (${reason}): make its folder writable, or choose another one.`,
      { cause },
    )
  }
}

/** The text of a file, if it is there. */
export async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

/** Removes what a process that was killed while it wrote has left. */
async function sweep(path: string): Promise<void> {
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
    // Without permission to signal it, it is there all the same.
    return types.isNativeError(error) && 'code' in error && error.code === 'EPERM'
  }
}
