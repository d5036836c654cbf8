import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { notPathReason, readUtf8File, unreadableFile } from '../../src/files/read-utf8-file.ts'
import { printable } from '../../src/output/printable.ts'
import { RedactedError } from '../redacted-error.ts'
import { parseAnyPact, providerIn, type SkippedInteraction } from './any-pact.ts'
import { isForCalls, requestsCall } from './call-request.ts'
import { type PactFile, parseJson } from './pact-file.ts'
import type { PactMessage } from './pact-message.ts'

/**
 * Thrown when there is nothing to check: a path does not exist or has no pacts, no pact has the provider, or no pact has an
 * interaction. The message names what was looked for.
 *
 * @example
 * ```ts
 * import { lintPacts, NoPactsError } from 'graph-call-testkit/contracts'
 *
 * const isEmpty = await lintPacts(['pacts']).catch((error) => error instanceof NoPactsError)
 * ```
 * Source: the error codes of Node's file system.
 */
export class NoPactsError extends RedactedError {
  override readonly name = 'NoPactsError'
}

/** A pact with its file and text. */
export interface PactSource {
  /** Path as it was passed, or below the directory that was passed. */
  readonly file: string
  readonly text: string
  /** The HTTP interactions of the file. */
  readonly pact: PactFile
  /** The notifications of the file. */
  readonly messages: readonly PactMessage[]
  /** The other interactions of the file. */
  readonly skipped: readonly SkippedInteraction[]
}

/** Filter for pacts. */
export interface PactFilter {
  /** Name of the provider. Pacts of other providers are not read. Defaults to all. */
  readonly provider?: string | undefined
}

/**
 * Reads pact files, sorted by path.
 *
 * @param paths - files, and directories whose `*.json` files are read
 * @throws a {@link NoPactsError} if a path does not exist, a directory has no pact, or no pact has the provider
 * @throws an {@link UnreadableFileError} if a file cannot be read
 * @throws a {@link PactFormatError} if a file is not a pact
 */
export async function readPactFiles(
  paths: readonly string[],
  { provider }: PactFilter = {},
): Promise<PactSource[]> {
  const files = await pactFilesAt(paths)
  if (files.length === 0)
    throw new NoPactsError('No pacts to read. Pass pact files, or directories that contain them.')
  const sources: PactSource[] = []
  const others = new Set<string>()
  // One at a time, because a process can open only so many files.
  for (const file of files) {
    const text = readUtf8File(file)
    const value = parseJson(text, file)
    const other = providerIn(value)
    if (provider === undefined || other === undefined || other === provider) {
      sources.push({ file, text, ...parseAnyPact(value, file) })
    } else others.add(other)
  }
  if (sources.length > 0) return sources
  throw new NoPactsError(
    `No pact with the provider ${JSON.stringify(provider)} in ${listOf(paths)}. Found: ${listOf([...others].map((name) => JSON.stringify(name)))}.`,
  )
}

/**
 * Returns the files at paths, sorted and without repetitions.
 *
 * @throws a {@link NoPactsError} if a path does not exist, or a directory has no pact
 * @throws an {@link UnreadableFileError} if a path cannot be read
 */
export async function pactFilesAt(paths: readonly string[]): Promise<string[]> {
  return [...new Set((await Promise.all(paths.map(filesAt))).flat())].toSorted()
}

/**
 * Checks that pacts have something to check: a request for a call, or another request in a pact that should have only those, or a
 * notification.
 *
 * @throws a {@link NoPactsError} if they have nothing
 */
export function requireInteractions(sources: readonly PactSource[]): void {
  const interactions = sources.flatMap(({ pact }) =>
    isForCalls(pact) ? pact.interactions : pact.interactions.filter(requestsCall),
  )
  if (interactions.length > 0 || sources.some(({ messages }) => messages.length > 0)) return
  const others = sources.flatMap(({ pact: { provider, interactions } }) =>
    interactions.map(() => ({ reason: `request for the provider ${JSON.stringify(provider.name)}` })),
  )
  const found = countsOf([...others, ...sources.flatMap(({ skipped }) => skipped)])
  throw new NoPactsError(
    `Nothing to check in ${listOf(sources.map(({ file }) => file))}. Expected requests for a call (GET /v1.0/communications/calls/{id}) or notifications, found ${found.length > 0 ? listOf(found) : 'no interactions'}.`,
  )
}

/** Counts interactions by a phrase for their kind: `2 asynchronous messages`. */
export function countsOf(kinds: readonly Pick<SkippedInteraction, 'reason'>[]): string[] {
  const counts = new Map<string, number>()
  for (const { reason } of kinds) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, number]) => `${number} ${number === 1 ? reason : pluralOf(reason)}`)
}

/** Returns the plural of a phrase such as `interaction of the Pact plugin "csv"`. */
const pluralOf = (phrase: string) => phrase.replace(/message$|interaction|request/, (noun) => `${noun}s`)

/** Lists texts: the first five, and the number of others. */
function listOf(texts: readonly string[]): string {
  const shown = texts.slice(0, 5).join(', ')
  return texts.length > 5 ? `${shown} and ${texts.length - 5} more` : shown
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(missing(path))
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path).catch(missing(path))
  const names = entries.filter((name) => name.endsWith('.json') && !name.startsWith('.'))
  if (names.length > 0) return names.map((name) => join(path, name))
  const advice = entries.includes('staging')
    ? `A pact is written when every interaction of its contract has a result. To list what is missing: npx graph-call-testkit contract status ${printable(path)}`
    : 'Run the tests that write the pacts first.'
  throw new NoPactsError(`${printable(path)} contains no *.json file. ${advice}`)
}

function missing(path: string) {
  return (cause: NodeJS.ErrnoException): never => {
    if (cause.code !== 'ENOENT' && cause.code !== 'ENOTDIR') throw unreadableFile(path, cause)
    const reason = notPathReason(path)
    throw new NoPactsError(
      `${printable(path)} cannot be read${reason ? `: ${reason}` : ` (${cause.code}): run the tests that write the pacts first`}.`,
      { cause },
    )
  }
}
