import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { OutputFile } from '../output-file.ts'
import { explainWriteErrors, rejectUrl } from '../write-errors.ts'

/**
 * Writes files, all or none, and creates their directories.
 *
 * @param files - text of each file, by its path in the directory
 * @throws a {@link CommandFailure} if one of the files cannot be written
 */
export async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  rejectUrl(directory)
  const written: OutputFile[] = []
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(directory, name)
      // Node never ends creating a relative path if the current directory has been deleted.
      await explainWriteErrors(path, 'run the command again', async () =>
        mkdir(resolve(dirname(path)), { recursive: true }),
      )
      written.push(await writtenFile(path, text))
    }
    for (const file of written) await file.finish()
  } catch (error) {
    for (const file of written) await file.discard()
    throw error
  }
}

/**
 * Writes a file completely or not at all.
 *
 * @throws a {@link CommandFailure} if the file cannot be written
 */
export async function writeFile(path: string, text: string): Promise<void> {
  const file = await writtenFile(path, text)
  try {
    await file.finish()
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** Returns a file with all its bytes, which does not have its name yet. It is closed: a system limits the number of open files. */
async function writtenFile(path: string, text: string): Promise<OutputFile> {
  const file = await OutputFile.open(path)
  try {
    await file.write(Buffer.from(text))
    await file.complete()
    return file
  } catch (error) {
    await file.discard()
    throw error
  }
}
