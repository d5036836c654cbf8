import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { TestkitError } from '../../src/model/errors.ts'
import { parseAnyPact } from './any-pact.ts'
import type { PactFile } from './pact-file.ts'

/**
 * Thrown when a path does not exist, cannot be read, or is a directory without pacts.
 *
 * @example
 * ```ts
 * import { lintPacts, NoPactsError } from 'graph-call-testkit/contracts'
 *
 * const isEmpty = await lintPacts(['pacts']).catch((error) => error instanceof NoPactsError)
 * ```
 * Source: the error codes of Node's file system.
 */
export class NoPactsError extends TestkitError {
  override readonly name = 'NoPactsError'
}

/** A pact with its file and text. */
export interface PactSource {
  /** Path as it was passed, or below the directory that was passed. */
  readonly file: string
  readonly text: string
  readonly pact: PactFile
}

/**
 * Reads pact files, sorted by path.
 *
 * @param paths - files, and directories whose `*.json` files are read
 * @throws {@link NoPactsError} if a path does not exist or cannot be read, or if a directory has no pact
 * @throws {@link PactFormatError} if a file is not a pact
 */
export async function readPactFiles(paths: readonly string[]): Promise<PactSource[]> {
  const files = new Set((await Promise.all(paths.map(filesAt))).flat())
  if (files.size === 0)
    throw new NoPactsError('No pacts to read. Pass pact files, or directories that contain them.')
  const sources: PactSource[] = []
  // One at a time, because a process can open only so many files.
  for (const file of [...files].toSorted()) {
    const text = await readFile(file, 'utf8').catch(unreadable(file, 'each *.json must be a readable file'))
    sources.push({ file, text, pact: parseAnyPact(text, file) })
  }
  return sources
}

function unreadable(path: string, advice: string) {
  return (cause: NodeJS.ErrnoException): never => {
    throw new NoPactsError(`${path} cannot be read (${cause.code}): ${advice}.`, { cause })
  }
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(unreadable(path, 'run the tests that write the pacts first'))
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path).catch(unreadable(path, 'it must be a readable directory'))
  const names = entries.filter((name) => name.endsWith('.json') && !name.startsWith('.'))
  if (names.length > 0) return names.map((name) => join(path, name))
  throw new NoPactsError(`${path} contains no *.json file. Run the tests that write the pacts first.`)
}
