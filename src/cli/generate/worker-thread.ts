import type { BodyOptions, Range } from './body-options.ts'
import { chunkWriter } from './chunks.ts'

/** Port of a thread to the one that started it. */
interface ParentPort {
  on(event: 'message', listener: (range: Range) => void): unknown
  postMessage(chunk: object, transfer: ArrayBuffer[]): void
}

/** Responds to each range with its chunk. */
export function serveChunks(port: ParentPort, { options }: { readonly options: BodyOptions }): void {
  const write = chunkWriter(options)
  port.on('message', (range) => {
    const bytes = new Uint8Array(write(range).bytes)
    port.postMessage({ ...range, bytes }, [bytes.buffer])
  })
}
