import type { StartWorker, WorkerThread } from '../io.ts'
import type { BodyOptions, Range } from './body-options.ts'
import { type Chunk, chunkRanges } from './chunks.ts'

/** Number of chunks that each worker may be ahead of the output. */
const ahead = 4

/** Generates the chunks of a range on several threads, in order. Keeps only a few of them in memory. */
export async function* workerChunks(
  options: BodyOptions,
  range: Range,
  workers: number,
  startWorker: StartWorker,
): AsyncGenerator<Chunk> {
  const threads = Array.from({ length: workers }, () => new ChunkThread(startWorker({ options })))
  const ranges = chunkRanges(range)
  const pending: Promise<Chunk>[] = []
  let turn = 0
  const request = () => {
    const { value, done } = ranges.next()
    const thread = threads[turn++ % workers]
    if (!done && thread) pending.push(thread.chunk(value))
  }
  try {
    for (let count = 0; count < workers * ahead; count++) request()
    for (let next = pending.shift(); next; next = pending.shift()) {
      const chunk = await next
      request()
      yield chunk
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()))
  }
}

/** Thread that responds to each range with its chunk, in order. */
class ChunkThread {
  readonly #thread: WorkerThread
  readonly #waiting: { resolve(chunk: Chunk): void; reject(error: Error): void }[] = []

  constructor(thread: WorkerThread) {
    this.#thread = thread
    thread.on('message', (chunk) => this.#waiting.shift()?.resolve(chunk))
    thread.on('error', (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error)
    })
  }

  chunk(range: Range): Promise<Chunk> {
    const chunk = new Promise<Chunk>((resolve, reject) => this.#waiting.push({ resolve, reject }))
    // It may fail before its turn comes.
    chunk.catch(() => {})
    this.#thread.postMessage(range)
    return chunk
  }

  stop(): Promise<unknown> {
    return this.#thread.terminate()
  }
}
