import type { Io } from '../io.ts'
import { writeFile } from './write-files.ts'

/** Prints a document, or writes it to a file. */
export async function printOrWrite(document: unknown, out: string | undefined, io: Io): Promise<void> {
  const text = `${JSON.stringify(document, null, 2)}\n`
  if (out === undefined) return io.out(text)
  await writeFile(out, text)
  io.err(`Written to ${out}.\n`)
}
