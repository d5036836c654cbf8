/** True in `npm run test:deep`, which runs every test with its full number of cases. */
export const deep = process.env['TESTKIT_DEEP'] === '1'

/** Returns the number of cases to run: `quick` in `npm test`, `full` in `npm run test:deep`. */
export function runs(quick: number, full: number): number {
  return deep ? full : quick
}

/** Returns one of the cases in `npm test`, chosen by `at`, and all of them in `npm run test:deep`. */
export function some<T>(cases: readonly T[], at: number): readonly T[] {
  return deep ? cases : cases.slice(at % cases.length, (at % cases.length) + 1)
}
