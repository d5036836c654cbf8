import type { BodyOptions, Range } from './body-options.ts'
import { bodiesOf } from './element-bodies.ts'
import { LineBuffer } from './line-buffer.ts'

/** Lines of consecutive elements. */
export interface Chunk extends Range {
  readonly bytes: Uint8Array
}

/** Number of elements in a chunk: about one megabyte of calls. */
const chunkSize = 400

/** Splits a range into those of its chunks. */
export function* chunkRanges({ from, to }: Range): Generator<Range> {
  for (let start = from; start < to; start += chunkSize) {
    yield { from: start, to: Math.min(start + chunkSize, to) }
  }
}

/** Returns a function that writes the chunk of a range. The bytes of a chunk are valid until the next chunk. */
export function chunkWriter(options: BodyOptions): (range: Range) => Chunk {
  const bodies = bodiesOf(options)
  const lines = new LineBuffer()
  return ({ from, to }) => {
    for (let index = from; index < to; index++) {
      for (const body of bodies(index)) lines.add(body)
    }
    return { from, to, bytes: lines.take() }
  }
}
