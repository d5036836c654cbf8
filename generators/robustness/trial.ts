import { asyncProperty, check, defaultReportMessage } from 'fast-check'
import { cloneJson } from '../../src/builder/clone-json.ts'
import { pathText } from '../../src/model/walk.ts'
import { CallNotHandledError, type MishandledBy } from './call-not-handled-error.ts'
import { changedPath } from './changed-path.ts'
import { fixtureSamples } from './fixture-samples.ts'
import { nearestFixture } from './nearest-fixture.ts'
import { type Sample, samples } from './samples.ts'

/** How to try a function. */
interface Trial {
  readonly numRuns: number
  readonly seed?: number | undefined
  readonly path?: string | undefined
  readonly faulty: boolean
  /** Milliseconds. */
  readonly timeout: number
  /** Waits for what the function returned; `false` where it does not settle in time. */
  readonly settles: (returned: unknown, milliseconds: number) => Promise<boolean>
}

interface Mishandling {
  readonly sample: Sample
  readonly by: MishandledBy
  readonly cause?: unknown
  readonly changedPath?: string
}

/** Tries a function with fixtures and generated calls: the smallest failure that is found; nothing where it handles them all. */
export async function tryFunction(
  fn: (call: never) => unknown,
  trial: Trial,
): Promise<CallNotHandledError | undefined> {
  const { numRuns, seed, path, faulty, timeout } = trial
  let failure: Mishandling | undefined
  const handles = asyncProperty(samples(faulty), async (sample) => {
    if (failure?.by === 'never-settling') return true
    const found = await tryCall(fn, sample, trial)
    failure = found ?? failure
    return found === undefined
  })
  const examples = fixtureSamples().map((sample): [Sample] => [sample])
  const details = await check(handles, {
    examples,
    numRuns: examples.length + numRuns,
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path }),
  })
  // Not the function's doing, but that of fast-check's own settings, e.g. `markInterruptAsFailure`.
  if (details.failed && !failure) throw new Error(defaultReportMessage(details))
  return failure && errorOf(failure, { timeout, seed: details.seed, path: details.counterexamplePath ?? '' })
}

async function tryCall(
  fn: (call: never) => unknown,
  sample: Sample,
  { settles, timeout }: Trial,
): Promise<Mishandling | undefined> {
  const input = cloneJson(sample.call)
  try {
    // What the overloads of assertHandlesAnyCall promise the function, the samples hold.
    const returned: unknown = Reflect.apply(fn, undefined, [input])
    if (!(await settles(returned, timeout))) return { sample, by: 'never-settling' }
  } catch (cause) {
    return { sample, by: 'throwing', cause }
  }
  const changed = changedPath(sample.call, input)
  return changed && { sample, by: 'changing-its-input', changedPath: pathText(changed) }
}

function errorOf(
  { sample, ...failure }: Mishandling,
  run: { readonly timeout: number; readonly seed: number; readonly path: string },
): CallNotHandledError {
  const nearest = sample.origin === 'fixture' ? sample.name : nearestFixture(sample.call)
  return new CallNotHandledError({ ...failure, ...sample, ...run, nearestFixture: nearest })
}
