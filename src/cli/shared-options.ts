import { InvalidArgumentError } from 'commander'

/** Number of threads or processes, at most. */
const mostWorkers = 256

export function workersOf(text: string): number {
  const workers = Number(text)
  if (/^\d+$/.test(text) && workers >= 1 && workers <= mostWorkers) return workers
  throw new InvalidArgumentError('Expected an integer from 1 to 256 such as 4.')
}

export function seedOf(text: string): number {
  const seed = Number(text)
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(seed)) return seed
  throw new InvalidArgumentError('Expected an integer such as 42.')
}
