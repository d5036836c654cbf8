import type { OptionKinds } from '../model/known-options.ts'
import type { Call } from '../model/types.generated.ts'
import { callOf } from './call.ts'
import { NumberedChoices } from './choices/numbered-choices.ts'
import { eightDigits } from './ids.ts'
import { type CallShapeOptions, narrowedShape } from './options/call-shape.ts'
import { mostElements } from './options/most-elements.ts'
import { GeneratorOptionError } from './options/option-error.ts'
import { checkNames, documentOptionKinds, settingsOf } from './options/options.ts'

/**
 * Options of {@link callSequence}: those of `anyCall` without `with`, a seed and a number of calls.
 *
 * @example
 * ```ts
 * import { type CallSequenceOptions, callSequence } from 'graph-call-testkit/generators'
 *
 * const options: CallSequenceOptions = { seed: 7, count: 1_000, kind: 'group' }
 * const calls = callSequence(options)
 * ```
 */
export interface CallSequenceOptions extends CallShapeOptions {
  /** Seed of the calls, a safe integer. The same seed produces the same calls. Defaults to 0. */
  readonly seed?: number | undefined
  /** Number of calls, from 0 to 2^32. */
  readonly count: number
}

/**
 * Returns calls as a plain iterator, for data sets. It needs no memory for calls that you have passed, and you can iterate over it
 * again. `graph-call-testkit generate` writes the same calls. No two calls of a sequence have the same ID.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 * @example
 * ```ts
 * import { callSequence } from 'graph-call-testkit/generators'
 *
 * for (const call of callSequence({ seed: 7, count: 1_000 })) console.log(call.id)
 * ```
 * Sources: the sources of anyCall.
 */
export function callSequence(options: CallSequenceOptions): Iterable<Call> {
  checkNames(options, sequenceOptionKinds)
  const { seed = 0, count, ...shape } = options
  checkInteger('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'a safe integer')
  checkInteger('count', count, 0, mostElements, 'an integer from 0 to 2^32')
  const choices = new NumberedChoices(seed, settingsOf(shape))
  const build = callOf(narrowedShape(shape))
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index++) {
        yield withUniqueId(build(choices.choicesAt(index)), choices.wordAt(index))
      }
    },
  }
}

const sequenceOptionKinds: OptionKinds<CallSequenceOptions> = {
  seed: 'checked',
  count: 'checked',
  state: 'checked',
  direction: 'checked',
  kind: 'checked',
  media: 'checked',
  meeting: 'checked',
  identity: 'checked',
  distribution: 'checked',
  ...documentOptionKinds,
}

/** Sets the ID of a call, so that it begins with these 32 bits. */
export function withUniqueId(call: Call, word: number): Call {
  call.id = eightDigits(word) + call.id.slice(8)
  return call
}

function checkInteger(option: string, found: unknown, least: number, most: number, expected: string): void {
  if (Number.isInteger(found) && Number(found) >= least && Number(found) <= most) return
  throw new GeneratorOptionError(`Invalid ${option}: ${String(found)}.`, {
    option,
    found,
    allowed: [],
    expected,
  })
}
