import type { Terminal } from './io.ts'

/** Standard output of a process. */
interface OutputStream {
  readonly isTTY?: boolean
  readonly writable: boolean
  write(bytes: Uint8Array, done: (error?: Error | null) => void): unknown
}

/** Returns the function that writes bytes. An error is handled by the listener of the stream. */
export function byteWriter(stream: OutputStream): Terminal['write'] {
  return (bytes) =>
    new Promise((resolve) => {
      if (stream.writable) stream.write(bytes, (error) => resolve(!error))
      else resolve(false)
    })
}

/** True if a stream is a terminal that shows colors. Source: no-color.org. */
export function showsColors(
  { isTTY }: { readonly isTTY?: boolean },
  { NO_COLOR, TERM }: NodeJS.ProcessEnv,
): boolean {
  return isTTY === true && !NO_COLOR && TERM !== 'dumb'
}
