import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { median } from './measure.ts'

const run = promisify(execFile)
const autocannon = createRequire(import.meta.url).resolve('autocannon/autocannon.js')

/** Measures requests per second, once. */
type Rate = () => Promise<number>

/**
 * Measures all contenders in every round, so that a change in the speed of the machine affects all of them.
 *
 * @returns a function that compares two contenders: the median over all rounds of the rate of `a` divided by the rate of `b`
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
 * Sends requests over 16 connections for a second. The client runs in another process, so that it does not take time from
 * the server. Each request replaces `[<id>]` in the URL with a new id, which costs the client some time.
 *
 * @throws Error if any response is an error, because errors are faster than successes
 */
export function over(url: string): Rate {
  const fresh = url.includes('[<id>]') ? ['--idReplacement'] : []
  const arguments_ = [autocannon, '--json', ...fresh, '--connections', '16', '--duration', '1']
  const headers = ['--headers', 'Authorization=Bearer x.y.z']
  return async () => {
    const { stdout } = await run(process.execPath, [...arguments_, ...headers, url])
    const result: { '2xx': number; non2xx: number; errors: number; duration: number } = JSON.parse(stdout)
    if (result.non2xx + result.errors > 0)
      throw new Error(
        `${url} returned ${result.non2xx} error responses, and ${result.errors} requests failed. Expected only 2xx.`,
      )
    return result['2xx'] / result.duration
  }
}
