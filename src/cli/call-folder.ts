import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReceivedCall } from '../model/types.generated.ts'
import { CallFormatError } from '../read/call-format-error.ts'
import { readCall } from '../read/read-call.ts'
import { CommandFailure } from './io.ts'
import { JsonText, JsonTextError } from './json-text.ts'

/** A call, and where it was read from. */
interface FileOfCall {
  readonly file: string
  /** That of its id. */
  readonly line: number
  readonly call: ReceivedCall
}

/** What a file gave: a call, or what is wrong with it, a line each. */
interface FileRead {
  readonly calls: readonly FileOfCall[]
  readonly problems: readonly string[]
}

/**
 * The calls of a folder: one in each `*.json`.
 *
 * @throws CommandFailure where a single file is no call: it names every such file, each with its lines and rules
 */
export async function readCallFolder(folder: string): Promise<ReceivedCall[]> {
  const names = await namesOf(folder)
  const files: FileRead[] = []
  // One after the other: a process may have only so many files open.
  for (const name of names) files.push(await readCallFile(join(folder, name)))
  const calls = files.flatMap((file) => file.calls)
  const problems = [...files.flatMap((file) => file.problems), ...repeatedIds(calls)]
  if (problems.length === 0) return calls.map(({ call }) => call)
  throw new CommandFailure(
    2,
    [`Not every file of ${folder} is a call, so none is taken:`, ...problems].join('\n'),
  )
}

async function namesOf(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((error: Error) => {
    throw new CommandFailure(2, `Cannot read the folder ${folder}: ${error.message}.`)
  })
  const names = files.filter((file) => file.endsWith('.json')).sort()
  if (names.length === 0) {
    throw new CommandFailure(2, `There is no *.json in ${folder}. Each such file is to hold one call.`)
  }
  return names
}

async function readCallFile(file: string): Promise<FileRead> {
  try {
    const text = new JsonText(textIn(await readFile(file)))
    const problems = problemsOf(text)
    return {
      calls: problems.length === 0 ? [{ file, line: text.lineOf('id'), call: readCall(text.value) }] : [],
      problems: problems.map((problem) => `${file}:${problem}`),
    }
  } catch (error) {
    const problem = error instanceof JsonTextError ? `${error.line}: [json]` : '1: [unreadable]'
    return {
      calls: [],
      problems: [`${file}:${problem} ${error instanceof Error ? error.message : String(error)}`],
    }
  }
}

/** @throws JsonTextError where it is in another encoding: with its letters replaced, a call would be another one */
function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new JsonTextError('The file is not in UTF-8, as JSON is. Save it anew in that encoding.', 1)
  }
}

/** Each with its line and rule. */
function problemsOf(text: JsonText): string[] {
  try {
    const { id } = readCall(text.value)
    return id
      ? []
      : [
          `${text.lineOf('id')}: [missing] id: expected a string that is not empty. A call is asked for by it.`,
        ]
  } catch (error) {
    if (!(error instanceof CallFormatError)) throw error
    return error.issues.map(
      ({ path, rule, expected, found, fix }) =>
        `${text.lineOf(path)}: [${rule}] ${path || 'the body'}: expected ${expected}, found ${found}. ${fix}`,
    )
  }
}

function repeatedIds(files: readonly FileOfCall[]): string[] {
  const first = new Map<string, string>()
  return files.flatMap(({ file, line, call: { id } }) => {
    const other = first.get(String(id))
    first.set(String(id), other ?? file)
    return other === undefined
      ? []
      : [`${file}:${line}: [repeated-id] id: ${other} has a call with the id ${id} too.`]
  })
}
