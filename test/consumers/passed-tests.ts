import { stripVTControlCharacters } from 'node:util'

/** Totals that Vitest, Jest, node:test, Mocha, Playwright, Bun and Deno print at the end. */
const total = /(?:#|ℹ) pass (\d+)|\b(\d+) (?:passed|passing|pass)\b/g

/** Returns the number of passed tests in the output of a test runner. */
export function passedTests(output: string): number {
  const [, after, before] = [...stripVTControlCharacters(output).matchAll(total)].at(-1) ?? []
  return Number(after ?? before ?? 0)
}
