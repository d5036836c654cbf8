import { InvalidArgumentError } from 'commander'
import type { ThrottleOptions } from '../tenant/index.ts'

export function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('It is a whole number up to 65535; 0 is a free one.')
}

export function tokenOf(text: string): string {
  if (/^\S+$/.test(text)) return text
  throw new InvalidArgumentError('A token is not empty, and has no space in it.')
}

export function seedOf(text: string): number {
  const seed = Number(text)
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(seed)) return seed
  throw new InvalidArgumentError('It is a whole number, such as 42.')
}

export function millisecondsOf(text: string): number {
  const milliseconds = Number(text)
  // A timer waits no longer.
  if (/^\d+(\.\d+)?$/.test(text) && milliseconds < 2 ** 31) return milliseconds
  throw new InvalidArgumentError('It is a number of milliseconds, such as 40.')
}

export function throttleOf(text: string): ThrottleOptions {
  const [, requests, seconds] = /^(\d+)\/(\d+(?:\.\d+)?)$/.exec(text) ?? []
  const options = { requests: Number(requests), seconds: Number(seconds) }
  if (options.requests >= 1 && options.seconds > 0) return options
  throw new InvalidArgumentError('It is how many requests in how many seconds, such as 5000/10.')
}
