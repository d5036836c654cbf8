import { type FileHandle, open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { unreadableFile } from '../files/read-utf8-file.ts'
import { CommandFailure, type Io } from './io.ts'

/** Bytes to read at a time. */
const chunkSize = 1_024 * 1_024

/** File or standard input of a command. */
export interface InputSource {
  /** Name for messages. */
  readonly name: string
  /** Size of the file in bytes. Undefined for a pipe. */
  readonly size: number | undefined
  /** Bytes of the file, decompressed if it is gzip. Each is valid until the next. */
  chunks(onRead: (bytes: number) => void): AsyncIterable<Buffer>
  close(): Promise<void>
}

/**
 * Opens a file, or standard input for `-`. Reads from a pipe as well.
 *
 * @throws an {@link UnreadableFileError} if it cannot be read
 */
export async function openSource(file: string, io: Io): Promise<InputSource> {
  if (file === '-') {
    return {
      name: 'standard input',
      size: undefined,
      chunks: (onRead) => decompressed('standard input', buffers(io.input(), onRead)),
      close: async () => {},
    }
  }
  try {
    const handle = await open(file)
    const found = await handle.stat()
    if (found.isDirectory()) {
      await handle.close()
      throw Object.assign(new Error('is a directory'), { code: 'EISDIR' })
    }
    return {
      name: file,
      size: found.isFile() ? found.size : undefined,
      chunks: (onRead) => decompressed(file, buffers(contentOf(handle), onRead)),
      close: () => handle.close(),
    }
  } catch (error) {
    throw unreadableFile(file, error)
  }
}

async function* contentOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  const memory = Buffer.allocUnsafeSlow(chunkSize)
  for (;;) {
    const { bytesRead, buffer } = await handle.read(memory, 0, chunkSize, null)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

/** Converts chunks to buffers of the same memory. */
export async function* buffers(
  chunks: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onRead(chunk.length)
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
  }
}

/**
 * Decompresses gzip, which begins with the bytes 1f 8b. Returns other bytes as they are.
 *
 * @param name - name for messages
 * @throws a {@link CommandFailure} if the data is invalid
 * Source: RFC 1952, 2.3.1.
 */
export async function* decompressed(
  name: string,
  chunks: AsyncGenerator<Buffer>,
  advice = 'Compress it again.',
): AsyncGenerator<Buffer> {
  let start = Buffer.alloc(0)
  // The first chunk of a pipe can have one byte.
  while (start.length < 2) {
    const { value, done } = await chunks.next()
    if (done) break
    start = Buffer.concat([start, value])
  }
  const all = (async function* () {
    if (start.length > 0) yield start
    yield* chunks
  })()
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    yield* all
    return
  }
  try {
    const gunzip = createGunzip({ chunkSize })
    // The iteration throws the error of the pipeline. The pipeline reads ahead, so it gets copies.
    pipeline(Readable.from(copiesOf(all)), gunzip, () => {})
    yield* gunzip
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('Z_')) throw error
    throw new CommandFailure(2, `${name} cannot be read: its gzip data is invalid or incomplete. ${advice}`)
  }
}

async function* copiesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk)
}
