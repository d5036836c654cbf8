import { type CallSequenceOptions, elementsOf } from '../src/builder/call-sequence.ts'
import type { Known } from '../src/builder/options/options.ts'
import type { Call } from '../src/model/types.generated.ts'
import type { CallOf } from './narrowed-call.ts'

/**
 * Returns calls as a plain iterator, for data sets. It needs no memory for calls that you have passed, and you can iterate over it
 * again. `graph-call-testkit generate` writes the same calls. No two calls of a sequence have the same ID.
 *
 * @returns calls, or their JSON texts with `format: 'json'`
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 * @example
 * ```ts
 * import { callSequence } from 'graph-call-testkit/generators'
 *
 * for (const call of callSequence({ seed: 7, count: 1_000 })) console.log(call.id)
 * for (const line of callSequence({ seed: 7, count: 1_000, format: 'json' })) console.log(line)
 * ```
 * Sources: the sources of anyCall.
 */
export function callSequence<const O extends CallSequenceOptions>(
  options: O & Known<CallSequenceOptions, O>,
): Iterable<ElementOf<O>>
export function callSequence(options: CallSequenceOptions): Iterable<Call | string> {
  return elementsOf(options)
}

type ElementOf<O extends CallSequenceOptions> = O['format'] extends infer Format
  ? Format extends 'json'
    ? string
    : CallOf<O>
  : never
