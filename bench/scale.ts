import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { atMost, type Figure } from './measure.ts'

/** Result of a program in `bench/scale`. */
interface Result {
  readonly name: string
  readonly value: number
}

/** Measures many calls, a large roster, and many pending notifications. */
export function scaleFigures(): Figure[] {
  const live = run('live-calls')
  const storm = run('roster-storm')
  const pending = run('pending-notifications')
  return [
    atMost('10,000 calls at once over a port, with tones: resident memory', live('megabytes'), 600, 'MB'),
    atMost(
      'CPU time in which 1,000 participants join a meeting, with full rosters',
      storm('milliseconds'),
      30_000,
      'ms',
    ),
    atMost('the same: memory that is used afterwards', storm('megabytes'), 20, 'MB'),
    atMost('100,000 pending notifications: memory', pending('megabytes'), 200, 'MB'),
    atMost('the same: memory after they were sent, over before', pending('times'), 1, 'times'),
  ]
}

/**
 * Runs a program in its own process, so that other figures do not add to its memory. The program throws if a notification is
 * lost or out of order.
 */
function run(name: string): (figure: string) => number {
  const file = fileURLToPath(new URL(`scale/${name}.ts`, import.meta.url))
  const output = execFileSync(process.execPath, [...process.execArgv, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  const results: readonly Result[] = JSON.parse(output)
  return (figure) => results.find((result) => result.name === figure)?.value ?? Number.NaN
}
