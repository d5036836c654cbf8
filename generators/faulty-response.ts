import type { Arbitrary } from 'fast-check'
import { errorResponses } from '../fixtures/error-responses.generated.ts'
import { callOf } from '../src/builder/call.ts'
import { errorOf } from '../src/builder/error.ts'
import {
  type FaultyResponse,
  faultyResponseOf,
  type ResponseFaultKind,
  responseFaultKinds,
} from '../src/builder/faulty-response.ts'
import {
  checkNames,
  type Known,
  type OneOrMore,
  type ValuesOf,
  valuesOf,
} from '../src/builder/options/options.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import { arbitraryOf } from './arbitrary.ts'
import { callShape } from './call-options.ts'

/**
 * Options of {@link anyFaultyResponse}.
 *
 * @example
 * ```ts
 * import { anyFaultyResponse, type FaultyResponseOptions } from 'graph-call-testkit/generators'
 *
 * const options: FaultyResponseOptions = { kind: 'html-from-proxy' }
 * const responses = anyFaultyResponse(options)
 * ```
 */
export interface FaultyResponseOptions {
  /** Kinds of fault. Accepts one kind or a list of kinds. Defaults to all of them. */
  readonly kind?: OneOrMore<ResponseFaultKind> | undefined
}

/**
 * Generates responses to GET /communications/calls/{id} that a client must not read as a call:
 * `{ status, headers, body, fault: { kind, description } }`. The body is text. {@link responseOf} turns the value into a `Response`.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyFaultyResponse, responseOf } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.asyncProperty(anyFaultyResponse({ kind: 'truncated-json' }), async (faulty) => {
 *   await expect(responseOf(faulty).json()).rejects.toThrow(SyntaxError)
 * }))
 * ```
 * Sources: HTTP and JSON; the bodies of errors come from the error fixtures.
 */
export function anyFaultyResponse<const O extends FaultyResponseOptions = Record<never, never>>(
  options?: O & Known<FaultyResponseOptions, O>,
): Arbitrary<FaultyResponse<ValuesOf<O, 'kind', ResponseFaultKind>>>
export function anyFaultyResponse(options: FaultyResponseOptions = {}): Arbitrary<FaultyResponse> {
  checkNames(options, { kind: 'checked' } satisfies OptionKinds<FaultyResponseOptions>)
  const kinds = valuesOf('kind', options.kind, responseFaultKinds)
  return arbitraryOf(faultyResponseOf(kinds, callOf(callShape({})), errorOf(Object.values(errorResponses))))
}
