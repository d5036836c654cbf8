import { InvalidArgumentError } from 'commander'
import { mostElements } from '../../builder/options/most-elements.ts'
import { parseShard, type Shard, shardForm } from '../../builder/shard.ts'

export function countOf(text: string): number {
  const count = Number(text)
  if (/^\d+$/.test(text) && count <= mostElements) return count
  throw new InvalidArgumentError('Expected an integer from 0 to 4294967296 such as 1000.')
}

export function shardOf(text: string): Shard {
  const shard = parseShard(text)
  if (shard) return shard
  throw new InvalidArgumentError(`Expected ${shardForm}.`)
}
