import type { Arbitrary } from 'fast-check'
import { errorResponses } from '../fixtures/error-responses.generated.ts'
import { type ErrorResponse, errorOf } from '../src/builder/error.ts'
import {
  checkNames,
  type Known,
  type OneOrMore,
  type ValuesOf,
  valuesOf,
} from '../src/builder/options/options.ts'
import type { ErrorStatus } from '../src/model/error.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Options of {@link anyCallError}.
 *
 * @example
 * ```ts
 * import { anyCallError, type CallErrorOptions } from 'graph-call-testkit/generators'
 *
 * const options: CallErrorOptions = { status: [403, 404] }
 * const errors = anyCallError(options)
 * ```
 */
export interface CallErrorOptions {
  /** HTTP status codes of the responses. Defaults to all observed ones. */
  readonly status?: OneOrMore<ErrorStatus> | undefined
}

// The simplest error is the one that every client encounters: the call was not found.
const observedErrors = () => Object.values(errorResponses).sort(({ status }) => (status === 404 ? -1 : 0))

/**
 * Generates error responses to GET /communications/calls/{id}, like the documented and reported ones:
 * `{ status, headers, body }`. Ids and dates vary, `Retry-After` is an integer or has a fraction, and `innerError` is complete,
 * sparse or absent.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyCallError, responseOf } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyCallError({ status: 429 }), (error) => {
 *   expect(responseOf(error).headers.has('Retry-After')).toBe(true)
 * }))
 * ```
 * Sources: the sources of the error fixtures.
 */
export function anyCallError<const O extends CallErrorOptions = Record<never, never>>(
  options?: O & Known<CallErrorOptions, O>,
): Arbitrary<ErrorResponse<ValuesOf<O, 'status', ErrorStatus>>>
export function anyCallError(options: CallErrorOptions = {}): Arbitrary<ErrorResponse> {
  checkNames(options, { status: 'checked' } satisfies OptionKinds<CallErrorOptions>)
  const observed = observedErrors()
  const statuses = valuesOf('status', options.status, [...new Set(observed.map(({ status }) => status))])
  return arbitraryOf(errorOf(observed.filter(({ status }) => statuses.includes(status))))
}
