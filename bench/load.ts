import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { median } from './measure.ts'

const run = promisify(execFile)
const autocannon = createRequire(import.meta.url).resolve('autocannon/autocannon.js')

/** How many requests a second something answers, once. */
export type Rate = () => Promise<number>

/**
 * Measures every contender in turn, round by round, so that a machine whose speed drifts slows all of them alike.
 *
 * @returns the median of the ratios of the rounds: how many times the rate of `b` that of `a` is
 */
export async function interleaveRates<Name extends string>(
  contenders: Readonly<Record<Name, Rate>>,
  rounds = 9,
): Promise<(a: Name, b: Name) => number> {
  const entries = Object.entries<Rate>(contenders)
  const rates = new Map<string, number[]>(entries.map(([name]) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const [name, measure] of entries) {
      const rate = await measure()
      if (round >= 0) rates.get(name)?.push(rate)
    }
  }
  const of = (name: string) => rates.get(name) ?? []
  return (a, b) => median(of(a).map((rate, round) => rate / (of(b)[round] ?? Number.NaN)))
}

/**
 * What a server answers to 16 connections within a second. The client is a process of its own, since here it would
 * take the server's time. Where the URL has `[<id>]`, each request has an id of its own there, for which the client takes some time.
 *
 * @throws Error where an answer is no success: the fastest answer is an error
 */
export function over(url: string): Rate {
  const fresh = url.includes('[<id>]') ? ['--idReplacement'] : []
  const arguments_ = [autocannon, '--json', ...fresh, '--connections', '16', '--duration', '1']
  const headers = ['--headers', 'Authorization=Bearer x.y.z']
  return async () => {
    const { stdout } = await run(process.execPath, [...arguments_, ...headers, url])
    const result: { '2xx': number; non2xx: number; errors: number; duration: number } = JSON.parse(stdout)
    if (result.non2xx + result.errors > 0) throw new Error(`Not every answer of ${url} was a success.`)
    return result['2xx'] / result.duration
  }
}
