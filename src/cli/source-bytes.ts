import { CommandFailure, type Io } from './io.ts'
import { openSource } from './validate/body-source.ts'

/** Maximum size of a document or a capture in bytes, decompressed: 64 MiB. */
export const maximumSize = 64 * 1_024 * 1_024

/**
 * Returns the bytes of a file of at most 64 MiB, decompressed.
 *
 * @param file - path, or `-` for standard input
 * @throws {@link CommandFailure} if it cannot be read
 */
export async function readBytes(file: string, io: Io): Promise<Buffer> {
  const source = await openSource(file, io)
  try {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of source.chunks(() => {})) {
      size += chunk.length
      if (size > maximumSize) throw tooLarge(source.name)
      chunks.push(Buffer.from(chunk))
    }
    return Buffer.concat(chunks)
  } finally {
    await source.close()
  }
}

/** Returns the text of a file like {@link readBytes}. It must be UTF-8. */
export async function readText(file: string, io: Io): Promise<string> {
  const bytes = await readBytes(file, io)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandFailure(2, `${nameOf(file)} is not UTF-8. Save it as UTF-8.`)
  }
}

/** Returns the name of a file for messages. */
export const nameOf = (file: string) => (file === '-' ? 'standard input' : file)

export function tooLarge(name: string): CommandFailure {
  return new CommandFailure(2, `${name} is larger than ${maximumSize} bytes. Pass a smaller file.`)
}
