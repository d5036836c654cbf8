/** Values of the option `distribution`, from the least likely calls to the most likely ones. */
export const distributions = ['uniform', 'mixed', 'likely'] as const

/**
 * Share of the values that bots often meet: as large as that of any other value (`'uniform'`), larger (`'mixed'`), or much larger
 * (`'likely'`).
 *
 * @example
 * ```ts
 * import { anyCall, type Distribution } from 'graph-call-testkit/generators'
 *
 * const distribution: Distribution = 'likely'
 * const calls = anyCall({ distribution })
 * ```
 */
export type Distribution = (typeof distributions)[number]

/** Returns the weight of a value in a distribution. `likely` is its weight in `'mixed'`, 1 by default. */
export function weightOf(likely = 1, distribution: Distribution = 'mixed'): number {
  return distribution === 'uniform' ? 1 : distribution === 'mixed' ? likely : likely ** 2
}
