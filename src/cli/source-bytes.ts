import { decodeUtf8 } from '../files/decode-utf8.ts'
import { unreadableFile } from '../files/read-utf8-file.ts'
import { openSource } from './input-source.ts'
import { CommandFailure, type Io } from './io.ts'
import { bytesWithin } from './received.ts'

/** Maximum size of a document or a capture in bytes, decompressed: 64 MiB. */
const maximumSize = 64 * 1_024 * 1_024

/**
 * Returns the bytes of a file of at most 64 MiB, decompressed.
 *
 * @param file - path, or `-` for standard input
 * @throws an {@link UnreadableFileError} if it cannot be read
 */
export async function readBytes(file: string, io: Io): Promise<Buffer> {
  const source = await openSource(file, io)
  try {
    return await bytesOf(
      source.name,
      source.chunks(() => {}),
    )
  } catch (error) {
    throw unreadableFile(source.name, error)
  } finally {
    await source.close()
  }
}

/**
 * Collects chunks of at most 64 MiB.
 *
 * @param name - name for messages
 * @throws a {@link CommandFailure} if there are more bytes
 */
export async function bytesOf(name: string, chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const bytes = await bytesWithin(chunks, maximumSize)
  if (!bytes) throw new CommandFailure(2, `${name} is larger than ${maximumSize} bytes. Pass a smaller file.`)
  return bytes
}

/** Returns the text of a file like {@link readBytes}. It must be UTF-8. */
export async function readText(file: string, io: Io): Promise<string> {
  const bytes = await readBytes(file, io)
  return decodeUtf8(bytes, (problem) => new CommandFailure(2, `${nameOf(file)} ${problem}.`))
}

/** Returns the name of a file for messages. */
export const nameOf = (file: string) => (file === '-' ? 'standard input' : file)
