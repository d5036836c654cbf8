import { readConfigureGlobal } from 'fast-check'
import { GeneratorOptionError, show } from '../src/builder/options/option-error.ts'
import { checkNames, valuesOf } from '../src/builder/options/options.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import type { ReceivedCall } from '../src/model/types.generated.ts'
import { settles } from './robustness/settle.ts'

/**
 * Options of {@link assertHandlesAnyCall}. `numRuns`, `seed` and `path` are the options of fast-check.
 *
 * @example
 * ```ts
 * import { assertHandlesAnyCall, type RobustnessOptions } from 'graph-call-testkit/generators'
 *
 * const options: RobustnessOptions = { faulty: true, numRuns: 1_000 }
 * await assertHandlesAnyCall((body) => JSON.stringify(body), options)
 * ```
 */
export interface RobustnessOptions<Faulty extends boolean = boolean> {
  /** Number of generated calls, in addition to the fixtures. Defaults to `numRuns` of `fc.configureGlobal`, or to 100. */
  readonly numRuns?: number | undefined
  /** Seed of an earlier run, to repeat it. */
  readonly seed?: number | undefined
  /** Path of an earlier run. With its seed, repeats the failure only. */
  readonly path?: string | undefined
  /** Adds calls with faults. The function then receives `unknown`. Defaults to false. */
  readonly faulty?: Faulty | undefined
  /** Maximum time to wait for a promise, in milliseconds of real time, also with fake timers. Defaults to 2000. */
  readonly timeout?: number | undefined
}

/**
 * Asserts that a function handles any call. Runs the function with the call of every fixture, then with generated calls, with
 * calls of future versions of Graph, and with faulty calls if `faulty` is set. The function must not throw, reject, hang, or
 * change its input.
 *
 * The function receives a copy of each call, which is compared afterwards, so a change is detected even if the function
 * catches errors. Changes after the promise has settled are not detected. A promise that never settles is reported without a smaller
 * call, because each attempt would take as long.
 *
 * @throws a {@link CallNotHandledError} if the function does not handle a call, with the smallest such call as a fixture and the
 * options to reproduce the failure
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { assertHandlesAnyCall } from 'graph-call-testkit/generators'
 *
 * test('summarizes any call', () => assertHandlesAnyCall((call) => `${call.state}: ${call.subject ?? 'no subject'}`))
 * await assertHandlesAnyCall((body) => JSON.stringify(body), { faulty: true, numRuns: 1_000, seed: 42 })
 * ```
 * Sources: the sources of the fixtures, of anyCall, anyFutureCall and anyFaultyCall.
 */
export function assertHandlesAnyCall(
  fn: (call: ReceivedCall) => unknown,
  options?: RobustnessOptions<false>,
): Promise<void>
export function assertHandlesAnyCall(
  fn: (call: unknown) => unknown,
  options: RobustnessOptions,
): Promise<void>
export async function assertHandlesAnyCall(
  fn: (call: never) => unknown,
  options: RobustnessOptions = {},
): Promise<void> {
  checkArguments(fn, options)
  const { numRuns = readConfigureGlobal().numRuns ?? 100, faulty = false, timeout = 2_000 } = options
  // Loaded on demand, so that arbitraries do not load the fixtures.
  const { tryFunction } = await import('./robustness/trial.ts')
  const error = await tryFunction(fn, { ...options, numRuns, faulty, timeout, settles })
  if (error) throw error
}

const robustnessOptionKinds: OptionKinds<RobustnessOptions> = {
  numRuns: 'checked',
  seed: 'checked',
  path: 'checked',
  faulty: 'checked',
  timeout: 'checked',
}

/**
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @throws TypeError if `fn` is not a function
 */
function checkArguments(fn: unknown, options: RobustnessOptions): void {
  if (typeof fn !== 'function') {
    throw new TypeError(`Invalid argument of assertHandlesAnyCall: ${show(fn)}. Expected a function.`)
  }
  checkNames(options, robustnessOptionKinds)
  const { numRuns, seed, path, faulty, timeout } = options
  valuesOf<boolean>('faulty', faulty, [false, true])
  const check = (option: string, found: unknown, isValid: boolean, expected: string) => {
    if (found === undefined || isValid) return
    const details = { option, found, allowed: [expected], expected }
    throw new GeneratorOptionError(`Invalid ${option}: ${show(found)}.`, details)
  }
  check('numRuns', numRuns, Number.isSafeInteger(numRuns) && Number(numRuns) > 0, 'an integer of at least 1')
  check('seed', seed, Number.isSafeInteger(seed), 'an integer')
  check(
    'path',
    path,
    typeof path === 'string' && /^\d+(:\d+)*$/.test(path),
    "a path of fast-check, for example '12:0:3'",
  )
  check('timeout', timeout, typeof timeout === 'number' && timeout > 0, 'a number of milliseconds above 0')
}
