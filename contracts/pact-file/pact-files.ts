import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { TestkitError } from '../../src/model/errors.ts'
import { parseAnyPact } from './any-pact.ts'
import type { PactFile } from './pact-file.ts'

/**
 * There is no pact where one was looked for.
 *
 * @example
 * ```ts
 * await lintPacts(['empty-folder']).catch((error) => error instanceof NoPactsError) // true
 * ```
 */
export class NoPactsError extends TestkitError {
  override readonly name = 'NoPactsError'
}

/** A pact, its text, and the file that holds it. */
export interface PactSource {
  /** As it was given, or below the folder as that was given. */
  readonly file: string
  readonly text: string
  readonly pact: PactFile
}

/**
 * Reads pacts, sorted by file.
 *
 * @param paths - files, and folders whose `*.json` are read
 * @throws NoPactsError where a path does not exist or cannot be read, or a folder has no pact; PactFormatError where a file
 * is none
 */
export async function readPactFiles(paths: readonly string[]): Promise<PactSource[]> {
  const files = new Set((await Promise.all(paths.map(filesAt))).flat())
  if (files.size === 0)
    throw new NoPactsError('There is no pact to read: name files, or folders that hold them.')
  const sources: PactSource[] = []
  // One after the other: a process may have only so many files open.
  for (const file of [...files].toSorted()) {
    const text = await readFile(file, 'utf8').catch(
      refuse(file, 'each *.json has to be a file that you may read'),
    )
    sources.push({ file, text, pact: parseAnyPact(text, file) })
  }
  return sources
}

function refuse(path: string, advice: string) {
  return (cause: NodeJS.ErrnoException): never => {
    throw new NoPactsError(`${path} cannot be read (${cause.code}): ${advice}.`, { cause })
  }
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(refuse(path, 'run the tests that write the pacts first'))
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path).catch(refuse(path, 'it has to be a folder that you may read'))
  const names = entries.filter((name) => name.endsWith('.json') && !name.startsWith('.'))
  if (names.length > 0) return names.map((name) => join(path, name))
  throw new NoPactsError(`${path} holds no *.json: run the tests that write the pacts first.`)
}
