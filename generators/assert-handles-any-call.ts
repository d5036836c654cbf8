import { readConfigureGlobal } from 'fast-check'
import { GeneratorOptionError, show } from '../src/builder/options/option-error.ts'
import { checkNames, valuesOf } from '../src/builder/options/options.ts'
import type { ReceivedCall } from '../src/model/types.generated.ts'
import { settles } from './robustness/settle.ts'

/** How to try the function. `numRuns`, `seed` and `path` are fast-check's. */
export interface RobustnessOptions<Faulty extends boolean = boolean> {
  /** How many generated calls to try, beside the fixtures: 100 unless said here or in `fc.configureGlobal`. */
  readonly numRuns?: number | undefined
  /** The seed of an earlier run, to have its calls again. */
  readonly seed?: number | undefined
  /** With the seed, the one call of an earlier run to try again. */
  readonly path?: string | undefined
  /** Whether to try calls with something wrong too: the function has to live with any `unknown`. */
  readonly faulty?: Faulty | undefined
  /** How long to wait for a promise, in milliseconds of real time, whatever timers a test has faked: 2000 unless said here. */
  readonly timeout?: number | undefined
}

/**
 * Tries a function with every call of the fixtures, then with generated calls and calls of the future, and with faulty ones
 * where they are asked for. It has to return, or its promise to be fulfilled, and it must not change its input.
 *
 * Each call is a copy that may be changed: it is compared afterwards, so that a function is found out which changes its input and
 * would have caught the error that a frozen one throws. What a function changes after its promise is settled goes unseen.
 * After a promise that never settles no smaller call is looked for: each would take as long.
 *
 * @throws CallNotHandledError with the smallest call that the function does not handle, as a fixture to paste, and what to
 * replay it by
 * @throws GeneratorOptionError where an option is not known, or has a value that it cannot have
 * @example
 * ```ts
 * test('renders any call', () => assertHandlesAnyCall((call) => render(call)))
 * await assertHandlesAnyCall((body) => handle(body), { faulty: true, numRuns: 1_000, seed: 42 })
 * ```
 * Sources: those of the fixtures, of anyCall, anyFutureCall and anyFaultyCall.
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
  check(fn, options)
  const { numRuns = readConfigureGlobal().numRuns ?? 100, faulty = false, timeout = 2_000 } = options
  // Loaded only here: the fixtures, for one, are no business of who only generates.
  const { tryFunction } = await import('./robustness/trial.ts')
  const failure = await tryFunction(fn, { ...options, numRuns, faulty, timeout, settles })
  if (failure) throw failure
}

/** Throws {@link GeneratorOptionError}, or a TypeError where there is no function. */
function check(fn: unknown, options: RobustnessOptions): void {
  if (typeof fn !== 'function')
    throw new TypeError(`assertHandlesAnyCall tries a function, and got ${show(fn)}.`)
  checkNames(options, ['numRuns', 'seed', 'path', 'faulty', 'timeout'])
  const { numRuns, seed, path, faulty, timeout } = options
  valuesOf<boolean>('faulty', faulty, [false, true])
  const expect = (option: string, found: unknown, allowed: string, isAllowed: boolean) => {
    if (found === undefined || isAllowed) return
    throw new GeneratorOptionError(`${option}: ${show(found)} cannot be.`, {
      option,
      found,
      allowed: [allowed],
    })
  }
  expect('numRuns', numRuns, 'a whole number from 1 on', Number.isSafeInteger(numRuns) && Number(numRuns) > 0)
  expect('seed', seed, 'a whole number', Number.isSafeInteger(seed))
  expect('path', path, 'a path of fast-check, e.g. 12:0:3', /^\d+(:\d+)*$/.test(String(path)))
  expect('timeout', timeout, 'milliseconds above 0', Number(timeout) > 0)
}
