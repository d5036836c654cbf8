import { InvalidArgumentError } from 'commander'
import { mostElements } from '../../builder/options/most-elements.ts'
import type { Range } from './body-options.ts'

/** One of several equal parts, counted from 1. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** Number of shards, at most. */
const mostShards = 1_000_000

export function countOf(text: string): number {
  const count = Number(text)
  if (/^\d+$/.test(text) && count <= mostElements) return count
  throw new InvalidArgumentError('Expected an integer from 0 to 4294967296 such as 1000.')
}

export function shardOf(text: string): Shard {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const shard = { index: Number(index), of: Number(of) }
  if (shard.index >= 1 && shard.index <= shard.of && shard.of <= mostShards) return shard
  throw new InvalidArgumentError(
    'Expected the number of a shard and of all shards such as 3/16, from 1/16 to 16/16.',
  )
}

/** Returns the elements of a shard. The shards of a sequence are all of its elements, in order. */
export function rangeOf(count: number, { index, of }: Shard): Range {
  return { from: Math.floor((count * (index - 1)) / of), to: Math.floor((count * index) / of) }
}
