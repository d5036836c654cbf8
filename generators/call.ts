import type { Arbitrary } from 'fast-check'
import type { Call } from '../src/schema/types.ts'
import { arbitraryOf } from './arbitrary.ts'
import { callOf } from './build/call.ts'
import { type AnyCallOptions, settingsOf, shapeOf } from './call-options.ts'

/** Any call. */
export function anyCall(options: AnyCallOptions = {}): Arbitrary<Call> {
  return arbitraryOf(callOf(shapeOf(options)), settingsOf(options))
}
