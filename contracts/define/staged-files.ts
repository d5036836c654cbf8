import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readUtf8FileIfExists } from '../../src/files/read-utf8-file.ts'
import { codeOf, entriesIn, ignoreMissing } from '../pact-file/missing-file.ts'
import { PactFormatError } from '../pact-file/pact-file.ts'
import { isDeviceName, pactFileName } from '../pact-file/pact-file-name.ts'
import { checkedName } from './checked-names.ts'

/** Not `.json`, so that commands that publish or lint a directory of pacts do not find these files. */
export const extension = '.staged'

/** Name of a pacticipant. Staged files may come from another machine, and their names become paths. */
const pacticipant = z.string().refine(isName, 'Expected the name of a pacticipant.')

const hash = z.string().regex(/^[\da-f]{16}$/)

const stagedInteraction = z.object({ name: z.string(), description: z.string(), template: z.unknown() })
type StagedInteraction = z.infer<typeof stagedInteraction>

/** Everything that determines the bytes of a pact, except the version of Pact. */
interface ContractContent {
  readonly consumer: string
  readonly provider: string
  readonly interactions: readonly StagedInteraction[]
}

/** The file of a staged contract: enough for another process or machine to write the pact, and to compare definitions. */
export const stagedContract = z
  .object({
    consumer: pacticipant,
    provider: pacticipant,
    /** Name of the pact file. */
    file: z.string(),
    /** Hash of everything that determines the bytes of the pact, except the version of Pact. */
    hash,
    /** Interactions in the order of the pact. Each template is in Pact's integration JSON. */
    interactions: z.array(stagedInteraction).min(1).readonly(),
  })
  .refine((contract) => contract.hash === contractHash(contract), 'The hash does not match the content.')
  .refine(
    ({ consumer, provider, file }) => file === pactFileName(consumer, provider) && !isDeviceName(file),
    'Expected the name of the pact file of these pacticipants.',
  )
export type StagedContract = Readonly<z.infer<typeof stagedContract>>

/** The file with the claim of the definition that writes a pact file. */
export const stagedClaim = z.object({
  /** Source location of the definition, and the hash of that source file. */
  file: z.string(),
  line: z.number(),
  hash: z.string().optional(),
  /** Directory of the pact file, as an absolute path. */
  dir: z.string(),
  /** Hash of the contract, which is also the name of the directory with its results. */
  definition: hash,
  /** Test run that evaluated the definition. */
  run: z.string(),
  /** Hash of another definition that has results of the same run, from the same unchanged source. */
  replaces: hash.optional(),
})
export type StagedClaim = Readonly<z.infer<typeof stagedClaim>>

/** Returns the hash of a contract. */
export function contractHash({ consumer, provider, interactions }: ContractContent): string {
  return hashOf([consumer, provider, interactions.map(interactionHash)])
}

/** Returns the hash of everything that determines the bytes of an interaction, except the version of Pact. */
export function interactionHash({ name, description, template }: StagedInteraction): string {
  return hashOf([name, description, template])
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}

/**
 * Reads and parses a staged file. Files are written atomically, so an invalid one was changed by another program.
 *
 * @returns `undefined` if the file does not exist
 * @throws a {@link PactFormatError} if it is invalid, or is not a regular file
 */
export function readStaged<T>(path: string, parse: (text: string) => T): T | undefined {
  let text: string | undefined
  try {
    text = ignoreMissing(() => readUtf8FileIfExists(path, { rejectLinks: true }))
  } catch (cause) {
    throw invalid(path, `is not a readable staging file (${codeOf(cause)})`, cause)
  }
  try {
    return text === undefined ? undefined : parse(text)
  } catch (cause) {
    throw invalid(path, 'is not a valid staging file', cause)
  }
}

/** Does the same as {@link readStaged} for JSON with a schema. */
export function readStagedJson<T>(path: string, schema: z.ZodType<T>): T | undefined {
  return readStaged(path, (text) => schema.parse(JSON.parse(text)))
}

/**
 * Returns the directories in a directory of the staging area, sorted. Ignores files, such as those of a file manager.
 *
 * @throws a {@link PactFormatError} if it contains a symbolic link, which could lead out of the staging area
 */
export function stagedDirectories(dir: string): string[] {
  const entries = entriesIn(dir)
  const link = entries.find((entry) => entry.isSymbolicLink() && !entry.name.endsWith(extension))
  if (link) checkDirectory(join(dir, link.name))
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(dir, name))
    .toSorted()
}

/**
 * Checks a directory of the staging area. It may be missing.
 *
 * @throws a {@link PactFormatError} if it is a symbolic link or a file
 */
export function checkDirectory(path: string): void {
  const found = ignoreMissing(() => lstatSync(path))
  if (!found || found.isDirectory()) return
  throw invalid(path, `is ${found.isSymbolicLink() ? 'a symbolic link' : 'not a directory'}`)
}

/** Creates the error for a staging file that another program has changed. */
export function invalid(path: string, problem: string, cause?: unknown): PactFormatError {
  return new PactFormatError(
    `${path} ${problem}. Delete the "staging" directory that contains it, and run the tests that write the pacts again.`,
    { cause },
  )
}

function isName(name: string): boolean {
  try {
    return checkedName('consumer', name) === name
  } catch {
    return false
  }
}
