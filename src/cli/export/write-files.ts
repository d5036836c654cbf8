import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CommandFailure } from '../io.ts'

/**
 * Writes files, all or none: each file first gets a temporary name in its directory. Existing files are replaced atomically.
 *
 * @param files - text of each file, by its path
 * @throws CommandFailure if one of the files cannot be written
 */
export async function writeFiles(files: Readonly<Record<string, string>>): Promise<void> {
  const pending = Object.entries(files).map(([path, text]) => ({
    path,
    text,
    temporary: join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`),
  }))
  let current = ''
  try {
    for (const { path, text, temporary } of pending) {
      current = path
      await mkdir(dirname(path), { recursive: true })
      await writeFile(temporary, text, { flag: 'wx', flush: true })
    }
    // A rename could fail after others succeeded, so the targets are checked first.
    for (const { path } of pending) {
      current = path
      const target = await stat(path).catch(() => undefined)
      if (target?.isDirectory()) throw Object.assign(new Error('This is a directory.'), { code: 'EISDIR' })
    }
    for (const { path, temporary } of pending) {
      current = path
      await rename(temporary, path)
    }
  } catch (error) {
    for (const { temporary } of pending) await rm(temporary, { force: true }).catch(() => {})
    const { code = 'unknown error' }: { readonly code?: string } = Object(error)
    throw new CommandFailure(2, `Cannot write ${current} (${code}). Choose another path with --out.`)
  }
}
