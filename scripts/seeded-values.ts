import { createHash } from 'node:crypto'
import fc, { type Arbitrary } from 'fast-check'
import * as generators from '../generators/index.ts'

/** Number of values that each hash covers. */
const numRuns = 20

/** Values of one arbitrary for fixed seeds. */
interface SeededValues {
  /** SHA-256 of the first 20 values, by seed. */
  readonly hashes: Readonly<Record<string, string>>
  /** First value for seed 42, cut after 200 characters. */
  readonly first: string
}

/**
 * Returns the values that every exported arbitrary generates for fixed seeds. `npm run generate` writes the result to
 * test/generators/seeded-values.json, and a test compares it: users keep seeds, so a change must be deliberate.
 */
export function seededValues(): Record<string, SeededValues> {
  const arbitraries = Object.entries(generators).filter(([name]) => name.startsWith('any'))
  return Object.fromEntries(
    arbitraries.map(([name, arbitrary]) => {
      const values = (seed: number) => texts(Reflect.apply(arbitrary, undefined, []), seed)
      return [
        name,
        {
          hashes: Object.fromEntries([42, 0, -1].map((seed) => [seed, sha256(values(seed).join('\n'))])),
          first: values(42)[0]?.slice(0, 200) ?? '',
        },
      ]
    }),
  )
}

function texts(arbitrary: Arbitrary<unknown>, seed: number): string[] {
  return fc.sample(arbitrary, { seed, numRuns }).map((value) => JSON.stringify(value, withoutDescriptions))
}

/** Leaves out descriptions of faults: prose can be reworded without a change to the generated calls. */
function withoutDescriptions(key: string, value: unknown): unknown {
  return key === 'description' ? undefined : value
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
