import { rangeOf, type Shard } from '../../builder/shard.ts'
import { count } from '../count.ts'
import { CommandFailure, type Io } from '../io.ts'
import { OutputFile } from '../output-file.ts'
import { Progress } from '../progress.ts'
import { type BodyOptions, contents, type Range } from './body-options.ts'
import { type Chunk, chunkRanges, chunkWriter } from './chunks.ts'
import { workerChunks } from './worker-chunks.ts'

export interface GenerateOptions {
  readonly count: number
  readonly seed: number
  readonly shard: Shard
  readonly workers: number
  readonly kind?: string
  readonly state?: string
  readonly faulty?: true
  readonly lifecycle?: true
  readonly notifications?: true
  readonly errors?: true
  readonly out?: string
  readonly resume?: true
}

/** Sends the lines of a chunk somewhere. Returns false if nobody reads them any longer. */
type Send = (chunk: Chunk) => Promise<boolean>

/** Runs `generate`. */
export async function generate(options: GenerateOptions, io: Io): Promise<void> {
  if (options.resume && options.out === undefined) {
    throw new CommandFailure(2, '--resume requires --out: only a file can be continued.')
  }
  const { seed, kind, state, out, shard } = options
  const content = contents.find((content) => content !== 'calls' && options[content]) ?? 'calls'
  const body: BodyOptions = { content, seed, kind, state }
  const { from, to } = rangeOf(options.count, shard)
  // Finds options that conflict before it opens a file.
  const write = chunkWriter(body)
  const stop = io.untilStopped?.()
  const progress = new Progress(io)
  const run = async (start: number, send: Send) => {
    const range = { from: start, to }
    const chunks =
      options.workers > 1 && io.startWorker
        ? workerChunks(body, range, options.workers, io.startWorker)
        : chunksOf(range, write)
    for await (const chunk of chunks) {
      stop?.throwIfAborted()
      if (!(await send(chunk))) break
      progress.show(
        () => `${chunk.to - from} of ${to - from} (${Math.floor(((chunk.to - from) / (to - from)) * 100)}%)`,
      )
    }
    stop?.throwIfAborted()
  }
  try {
    if (out === undefined) return await run(from, ({ bytes }) => io.write(bytes))
    const key = JSON.stringify([io.version, body, options.count, shard])
    const file = await OutputFile.open(out, { key, from, resume: options.resume === true })
    try {
      await run(file.start, async ({ bytes, to: next }) => {
        await file.write(bytes, next)
        return true
      })
      await file.finish()
    } catch (error) {
      await file.pause()
      if (!(error instanceof CommandFailure) || error !== stop?.reason) throw error
      throw new CommandFailure(error.exitCode, `${error.message} Add --resume to continue.`)
    }
    progress.end()
    io.err(`Written to ${out}: ${count(to - from, content === 'errors' ? 'error' : 'call')}.\n`)
  } finally {
    progress.end()
  }
}

async function* chunksOf(range: Range, write: (range: Range) => Chunk): AsyncGenerator<Chunk> {
  for (const part of chunkRanges(range)) {
    yield write(part)
    // Without this, a signal would not be handled until the end.
    await new Promise((resume) => setImmediate(resume))
  }
}
