import { asyncProperty, check, defaultReportMessage } from 'fast-check'
import { cloneJson } from '../../src/builder/clone-json.ts'
import { pathText } from '../../src/model/walk.ts'
import { CallNotHandledError, type MishandledBy } from './call-not-handled-error.ts'
import { changedPath } from './changed-path.ts'
import { fixtureSamples } from './fixture-samples.ts'
import { nearestFixture } from './nearest-fixture.ts'
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

interface Mishandling {
  readonly sample: Sample
  readonly by: MishandledBy
  readonly cause?: unknown
  readonly changedPath?: string
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
    smallest = found ?? smallest
    return found === undefined
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
  return (
    smallest && errorOf(smallest, { timeout, seed: details.seed, path: details.counterexamplePath ?? '' })
  )
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

function errorOf(
  { sample, ...mishandling }: Mishandling,
  run: { readonly timeout: number; readonly seed: number; readonly path: string },
): CallNotHandledError {
  const nearest = sample.origin === 'fixture' ? sample.name : nearestFixture(sample.call)
  return new CallNotHandledError({ ...mishandling, ...sample, ...run, nearestFixture: nearest })
}
