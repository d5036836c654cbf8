import type { CallFixtureName } from '../../fixtures/fixture.ts'
import { partsOf } from '../../src/builder/choices/simpler.ts'
import { isJsonObject } from '../../src/model/json.ts'
import { findProblems } from '../../src/read/find-problems.ts'
import { strict } from '../../src/read/mode.ts'
import { type Difference, differencesBetween, withDifferences } from './call-changes.ts'
import { fixtureSamples } from './fixture-samples.ts'

/** Largest number of times that the function runs to find the differences that matter. */
const mostTries = 200

/** Returns true if the function fails for a body in the same way as for the smallest call. */
type Fails = (body: unknown) => Promise<boolean>

/**
 * Returns the fewest changes of a fixture for which a function fails as it does for the smallest call: none if it fails for the
 * fixture itself. The changed fixture is as valid as the smallest call.
 *
 * @param fails - runs the function. If absent, returns all differences between the fixture and the smallest call
 */
export async function changesOfFixture(
  name: CallFixtureName,
  smallest: unknown,
  fails: Fails | undefined,
): Promise<readonly Difference[]> {
  const fixture = fixtureSamples().find((sample) => sample.name === name)?.call
  let changes: readonly Difference[] = differencesBetween(fixture, smallest)
  if (!fails) return changes
  const isStrict = isValid(smallest)
  let tries = 0
  const suffices = async (candidate: readonly Difference[]) => {
    const body = withDifferences(fixture, candidate)
    if (tries >= mostTries || (isStrict && !isValid(body))) return false
    tries++
    return fails(body)
  }
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false
    for (const part of partsOf(changes)) {
      const candidate = changes.filter((change) => !part.includes(change))
      if (!(await suffices(candidate))) continue
      changes = candidate
      isSmaller = true
      break
    }
  }
  return changes
}

function isValid(body: unknown): boolean {
  for (const _ of findProblems('call', body, strict)) return false
  return isJsonObject(body) && (body['state'] !== 'terminated' || isJsonObject(body['resultInfo']))
}
