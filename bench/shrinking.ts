import fc from 'fast-check'
import type { Call } from 'graph-call-testkit'
import { anyCall } from 'graph-call-testkit/generators'
import { atMost, type Figure, median } from './measure.ts'

/** Checks that fail for large calls, so that shrinking tries many smaller ones. */
const checks: readonly ((call: Call) => boolean)[] = [
  (call) => Object.keys(call).length < 20,
  ({ source, targets = [] }) => Object.keys(source).length + targets.length < 6,
]

/** Measures the CPU time of a try while a property fails: the generation of the value, the check, and the work of fast-check. */
export function shrinkingFigures(): Figure[] {
  const rounds = Array.from({ length: 9 }, () => {
    let tries = 0
    const start = process.cpuUsage()
    for (const check of checks) {
      const property = fc.property(anyCall(), (call) => {
        tries++
        return check(call)
      })
      for (let seed = 0; seed < 40; seed++) fc.check(property, { seed, numRuns: 200 })
    }
    const { user, system } = process.cpuUsage(start)
    return (user + system) / tries
  })
  return [atMost('CPU time of a try of a failing property over anyCall()', median(rounds), 20, 'µs')]
}
