import type { ExplainedPath } from '../../explain/index.ts'
import { printable } from '../../output/printable.ts'
import { CommandFailure, type Io } from '../io.ts'
import { JsonText, JsonTextError } from '../json-text.ts'
import { nameOf, readText } from '../source-bytes.ts'

/**
 * Prints an explanation of every path of the body in a file.
 *
 * @param file - path of the file, or `-` for standard input
 * @throws a {@link CommandFailure} if the file is not a JSON object, or has properties that the model does not know
 */
export async function explainFile(file: string, isJson: boolean, io: Io): Promise<void> {
  const name = nameOf(file)
  const body = parsed(await readText(file, io), name)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new CommandFailure(
      2,
      `${name} is not a JSON object. Expected a call, notifications, an error or an operation.`,
    )
  }
  const { explainBody } = await import('../../explain/index.ts')
  const paths = explainBody(body)
  if (isJson) io.json(paths)
  else io.out(tableOf(paths))
  const unknown = paths.filter(({ explanation }) => !explanation)
  if (unknown.length === 0) return
  const names = unknown.slice(0, 5).map(({ path }) => path)
  const rest = unknown.length > names.length ? ` and ${unknown.length - names.length} more` : ''
  throw new CommandFailure(1, `The model does not know ${names.join(', ')}${rest}.`)
}

function parsed(text: string, name: string): unknown {
  if (text.trim() === '') throw new CommandFailure(2, `${name} is empty. Expected a body as JSON.`)
  try {
    return new JsonText(text).value
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error
    throw new CommandFailure(2, `${name}:${error.line}:${error.column}: ${error.message}`)
  }
}

/** Formats paths as a table: path, type, kinds of source, and source. */
function tableOf(paths: readonly ExplainedPath[]): string {
  const rows = paths.map(({ path, explanation }) => [
    printable(path),
    explanation?.type ?? 'unknown',
    explanation?.provenance.join(', ') ?? 'unknown',
    explanation?.source ?? '',
  ])
  const widths = [0, 1, 2].map((column) =>
    Math.min(60, Math.max(...rows.map((row) => row[column]?.length ?? 0))),
  )
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
