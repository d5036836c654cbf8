import { asyncProperty, check, defaultReportMessage } from 'fast-check'
import { nearestFixture } from '../../fixtures/nearest-fixture.ts'
import { cloneJson } from '../../src/builder/clone-json.ts'
import { pathText } from '../../src/model/path.ts'
import { diffLines } from './call-changes.ts'
import { CallNotHandledError } from './call-not-handled-error.ts'
import { changedPath } from './changed-path.ts'
import { changesOfFixture } from './compare-with-fixture.ts'
import { failureClass } from './failure-class.ts'
import { fixtureSamples } from './fixture-samples.ts'
import type { Mishandling } from './mishandling.ts'
import { type Sample, samples } from './samples.ts'

/** Options for running a function with many calls. */
interface Trial {
  readonly numRuns: number
  readonly seed?: number | undefined
  readonly path?: string | undefined
  readonly faulty: boolean
  /** In milliseconds. */
  readonly timeout: number
  /** Waits for the result of the function. Returns false if it does not settle in time. */
  readonly settles: (returned: unknown, milliseconds: number) => Promise<boolean>
}

/** Runs a function with fixtures and generated calls. Returns an error with the smallest failure, or `undefined` if it handles all calls. */
export async function tryFunction(
  fn: (call: never) => unknown,
  trial: Trial,
): Promise<CallNotHandledError | undefined> {
  const { numRuns, seed, path, faulty, timeout } = trial
  let smallest: Mishandling | undefined
  const handles = asyncProperty(samples(faulty), async (sample) => {
    if (smallest?.by === 'never-settling') return true
    const found = await tryCall(fn, sample, trial)
    // Another error is another bug: shrinking must not replace the one that was found.
    if (!found || (smallest && failureClass(found) !== failureClass(smallest))) return true
    smallest = found
    return false
  })
  const examples = fixtureSamples().map((sample): [Sample] => [sample])
  const details = await check(handles, {
    examples,
    numRuns: examples.length + numRuns,
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path }),
  })
  // Caused by settings of fast-check, such as `markInterruptAsFailure`, not by the function.
  if (details.failed && !smallest) throw new Error(defaultReportMessage(details))
  if (!smallest) return undefined
  const { seed: usedSeed, counterexamplePath } = details
  return errorOf(fn, smallest, trial, { timeout, seed: usedSeed, path: counterexamplePath ?? '' })
}

async function tryCall(
  fn: (call: never) => unknown,
  sample: Sample,
  { settles, timeout }: Trial,
): Promise<Mishandling | undefined> {
  const input = cloneJson(sample.call)
  try {
    // The overloads of assertHandlesAnyCall guarantee that the function accepts the samples.
    const returned: unknown = Reflect.apply(fn, undefined, [input])
    if (!(await settles(returned, timeout))) return { sample, by: 'never-settling' }
  } catch (cause) {
    return { sample, by: 'throwing', cause }
  }
  const changed = changedPath(sample.call, input)
  return changed && { sample, by: 'changing-its-input', changedPath: pathText(changed) }
}

async function errorOf(
  fn: (call: never) => unknown,
  mishandling: Mishandling,
  trial: Trial,
  run: { readonly timeout: number; readonly seed: number; readonly path: string },
): Promise<CallNotHandledError> {
  const { sample, ...reason } = mishandling
  const nearest = sample.origin === 'fixture' ? sample.name : nearestFixture(sample.call)
  const expected = failureClass(mishandling)
  const fails = async (call: unknown) => {
    const found = await tryCall(fn, { ...sample, call }, trial)
    return found !== undefined && failureClass(found) === expected
  }
  // Each attempt would take as long as the timeout.
  const changes = await changesOfFixture(
    nearest,
    sample.call,
    reason.by === 'never-settling' ? undefined : fails,
  )
  return new CallNotHandledError({
    ...reason,
    ...sample,
    ...run,
    nearestFixture: nearest,
    diff: diffLines(changes),
  })
}
