import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readUtf8File, unreadableFile } from '../../files/read-utf8-file.ts'
import { UnreadableFileError } from '../../files/unreadable-file-error.ts'
import type { ReceivedCall } from '../../model/types.generated.ts'
import { printable } from '../../output/printable.ts'
import { CallFormatError } from '../../read/call-format-error.ts'
import type { Tenant } from '../../tenant/index.ts'
import { isIndexOfFixtures } from '../fixture/fixture-index.ts'
import { CommandFailure } from '../io.ts'
import { JsonText, JsonTextError } from '../json-text.ts'

/**
 * Adds the calls of a directory to a tenant, one from each `*.json`. The tenant validates them. A directory that `fixture add` or
 * `export fixtures` has written has its calls in `calls`.
 *
 * @returns the IDs of the calls
 * @throws a {@link CommandFailure} if a file is not a call; the message lists every problem with its file, line and rule
 */
export async function addCallDirectory(tenant: Tenant, directory: string): Promise<string[]> {
  const fileOf = new Map<string, string>()
  const problems: string[] = []
  const repeatedIds: string[] = []
  // One at a time, because a process can open only so many files.
  for (const file of await callFilesIn(directory)) {
    const text = readCallFile(file)
    if (typeof text === 'string') {
      problems.push(`${file}:${text}`)
      continue
    }
    try {
      fileOf.set(tenant.addCall(text.value), file)
    } catch (error) {
      const other = fileOf.get(String(text.value?.id))
      if (error instanceof CallFormatError)
        problems.push(...linesOf(error, text).map((line) => `${file}:${line}`))
      else if (other !== undefined) repeatedIds.push(`${file}:${repeatedId(text, other)}`)
      else throw error
    }
  }
  if (problems.length + repeatedIds.length === 0) return [...fileOf.keys()]
  throw new CommandFailure(
    2,
    [`Cannot serve ${directory}. Fix these files:`, ...problems, ...repeatedIds].map(printable).join('\n'),
  )
}

async function callFilesIn(directory: string): Promise<string[]> {
  const files = await jsonFilesIn(directory)
  const index = join(directory, 'index.json')
  const calls = files.includes(index) && isIndex(index) ? await jsonFilesIn(join(directory, 'calls')) : files
  if (calls.length > 0) return calls
  throw new CommandFailure(2, `${directory} has no *.json files. Expected one call in each.`)
}

async function jsonFilesIn(directory: string): Promise<string[]> {
  const files = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    const explained = unreadableFile(directory, error)
    if (!(explained instanceof UnreadableFileError)) throw explained
    const isFile = explained.code === 'ENOTDIR' && existsSync(directory)
    const reason = isFile ? 'it is a file. Pass the directory that contains it' : explained.reason
    throw new CommandFailure(2, `Cannot read the directory ${directory}: ${reason}.`)
  })
  return files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join(directory, file))
}

/** True if a file is the index of `fixture add` or `export fixtures`. */
function isIndex(file: string): boolean {
  const text = readCallFile(file)
  return typeof text !== 'string' && isIndexOfFixtures(text.value)
}

/** Reads a file, or returns the line of the problem that prevents it. */
function readCallFile(file: string): JsonText<ReceivedCall> | string {
  try {
    return new JsonText<ReceivedCall>(readUtf8File(file))
  } catch (error) {
    if (error instanceof JsonTextError) return `${error.line}: [json] ${error.message}`
    if (error instanceof UnreadableFileError)
      return `1: [unreadable] The file cannot be read: ${error.reason}.`
    throw error
  }
}

function linesOf({ issues }: CallFormatError, text: JsonText): string[] {
  return issues.map(
    ({ path, rule, expected, found, fix }) =>
      `${text.lineOf(path)}: [${rule}] ${path || 'the body'}: expected ${expected}, found ${found}. ${fix}`,
  )
}

function repeatedId(text: JsonText<ReceivedCall>, other: string): string {
  return `${text.lineOf('id')}: [repeated-id] id: ${other} also has the call ID ${text.value.id}. Change one of them.`
}
