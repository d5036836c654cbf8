import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ignoreMissing } from '../pact-file/missing-file.ts'
import { projectsAbove } from './project-directory.ts'

/** Names of files that a definition can import. */
const source = /\.(?:[cm]?[jt]sx?|json)$/

/**
 * True if a source file of the project has changed since a time. In a monorepo, that is the outermost project, because a test
 * can import the other ones. Leaves out packages, hidden directories and the directory of the pacts.
 *
 * @param since - time of the file system in milliseconds
 */
export function isSourceChanged(since: number, pactDirectory: string): boolean {
  const directory = projectsAbove(process.cwd()).at(-1) ?? process.cwd()
  return isChangedIn(directory, since, pactDirectory)
}

function isChangedIn(directory: string, since: number, pactDirectory: string): boolean {
  return readableEntries(directory).some((entry) => {
    const path = join(directory, entry.name)
    if (entry.isFile()) return source.test(entry.name) && changedAt(path) > since
    const isSkipped = entry.name.startsWith('.') || entry.name === 'node_modules' || path === pactDirectory
    return entry.isDirectory() && !isSkipped && isChangedIn(path, since, pactDirectory)
  })
}

/** A directory that this user has no permission to read, such as the files of a database, has no sources of the tests. */
function readableEntries(directory: string): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch {
    return []
  }
}

function changedAt(path: string): number {
  return ignoreMissing(() => statSync(path))?.mtimeMs ?? 0
}
