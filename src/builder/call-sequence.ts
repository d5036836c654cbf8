import type { OptionKinds } from '../model/known-options.ts'
import type { Call } from '../model/types.generated.ts'
import { callOf } from './call.ts'
import { NumberedChoices } from './choices/numbered-choices.ts'
import { keepUndefined } from './complete.ts'
import { eightDigits } from './ids.ts'
import { type CallShapeOptions, narrowedShape } from './options/call-shape.ts'
import { mostElements } from './options/most-elements.ts'
import { GeneratorOptionError, show } from './options/option-error.ts'
import { checkNames, documentOptionKinds, settingsOf } from './options/options.ts'
import { parseShard, rangeOf, shardForm } from './shard.ts'

/**
 * Options of {@link callSequence}: those of `anyCall` without `with`, a seed, a number of calls, and the part to return.
 *
 * @example
 * ```ts
 * import { type CallSequenceOptions, callSequence } from 'graph-call-testkit/generators'
 *
 * const options: CallSequenceOptions = { seed: 7, count: 1_000, kind: 'group', shard: '1/4' }
 * const calls = callSequence(options)
 * ```
 */
export interface CallSequenceOptions extends CallShapeOptions {
  /** Seed of the calls, a safe integer. The same seed produces the same calls. Defaults to 0. */
  readonly seed?: number | undefined
  /** Number of calls, from 0 to 2^32. */
  readonly count: number
  /**
   * Part of the calls to return, for example `'3/16'`. The parts from `'1/16'` to `'16/16'` are the calls in order, so that several
   * processes can share them. Defaults to `'1/1'`.
   */
  readonly shard?: string | undefined
  /** `'json'` returns each call as JSON text on one line, which takes less time. Defaults to `'object'`. */
  readonly format?: 'object' | 'json' | undefined
}

/**
 * Returns the calls or texts of a sequence.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 */
export function elementsOf(options: CallSequenceOptions): Iterable<Call | string> {
  checkNames(options, sequenceOptionKinds)
  const { seed = 0, count, shard = '1/1', format = 'object', ...shape } = options
  check('seed', seed, isInteger(seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), 'a safe integer')
  check('count', count, isInteger(count, 0, mostElements), 'an integer from 0 to 2^32')
  const part = typeof shard === 'string' ? parseShard(shard) : undefined
  check('shard', shard, part !== undefined, shardForm)
  check('format', format, format === 'object' || format === 'json', "'object' or 'json'")
  const { from, to } = rangeOf(count, part ?? { index: 1, of: 1 })
  const choices = new NumberedChoices(seed, settingsOf(shape))
  const build = callOf(narrowedShape(shape))
  const callAt = (index: number) => withUniqueId(build(choices.choicesAt(index)), choices.wordAt(index))
  const elementAt =
    format === 'json' ? (index: number) => JSON.stringify(keepUndefined(() => callAt(index))) : callAt
  return {
    *[Symbol.iterator]() {
      for (let index = from; index < to; index++) yield elementAt(index)
    },
  }
}

const sequenceOptionKinds: OptionKinds<CallSequenceOptions> = {
  seed: 'checked',
  count: 'checked',
  shard: 'checked',
  format: 'checked',
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

function isInteger(found: unknown, least: number, most: number): boolean {
  return Number.isInteger(found) && Number(found) >= least && Number(found) <= most
}

function check(option: string, found: unknown, isValid: boolean, expected: string): void {
  if (isValid) return
  throw new GeneratorOptionError(`Invalid ${option}: ${show(found)}.`, {
    option,
    found,
    allowed: [],
    expected,
  })
}
