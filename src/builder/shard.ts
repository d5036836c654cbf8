/** One of several equal parts of a sequence, counted from 1. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** Number of shards, at most. */
const mostShards = 1_000_000

/** Form of a shard, for error messages. */
export const shardForm = 'the number of a shard and of all shards such as 3/16, from 1/16 to 16/16'

/** Parses a shard such as `3/16`. Returns undefined if the text is not a shard. */
export function parseShard(text: string): Shard | undefined {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const shard = { index: Number(index), of: Number(of) }
  return shard.index >= 1 && shard.index <= shard.of && shard.of <= mostShards ? shard : undefined
}

/** Returns the indexes of the elements of a shard, without `to`. The shards of a sequence are all of its elements, in order. */
export function rangeOf(count: number, { index, of }: Shard) {
  return { from: Math.floor((count * (index - 1)) / of), to: Math.floor((count * index) / of) }
}
