import type { Arbitrary } from 'fast-check'
import { errorResponses } from '../fixtures/bodies.ts'
import { type ErrorResponse, errorOf } from '../src/builder/error.ts'
import {
  checkNames,
  type Each,
  type Known,
  type OneOrMore,
  valuesOf,
  type When,
} from '../src/builder/options/options.ts'
import type { ErrorStatus } from '../src/model/error.ts'
import { arbitraryOf } from './arbitrary.ts'

/** Which answers there may be. */
export interface CallErrorOptions {
  /** The HTTP status. */
  readonly status?: OneOrMore<ErrorStatus> | undefined
}

// The simplest error is the one that every client meets: the call is gone.
const observed = Object.values(errorResponses).sort(({ status }) => (status === 404 ? -1 : 0))

/**
 * Answers to GET /communications/calls/{id} that are no success, as they were documented or reported: `{ status, headers,
 * body }`. Ids and dates differ, `Retry-After` is whole or not, and `innerError` is complete, sparse or absent.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.asyncProperty(anyCallError({ status: 429 }), async ({ status, headers, body }) => {
 *   await expect(read(new Response(JSON.stringify(body), { status, headers }))).rejects.toThrow('Too many')
 * }))
 * ```
 * Sources: those of the error fixtures.
 */
export function anyCallError<const O extends CallErrorOptions = Record<never, never>>(
  options?: O & Known<CallErrorOptions, O>,
): Arbitrary<ErrorResponse<When<O, 'status', Each<O['status']>, ErrorStatus>>>
export function anyCallError(options: CallErrorOptions = {}): Arbitrary<ErrorResponse> {
  checkNames(options, ['status'])
  const statuses = valuesOf('status', options.status, [...new Set(observed.map(({ status }) => status))])
  return arbitraryOf(errorOf(observed.filter(({ status }) => statuses.includes(status))))
}
