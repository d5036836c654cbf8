import type { Arbitrary } from 'fast-check'
import { errorResponses } from '../fixtures/bodies.ts'
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
  type Each,
  type Known,
  type OneOrMore,
  valuesOf,
  type When,
} from '../src/builder/options/options.ts'
import { arbitraryOf } from './arbitrary.ts'
import { callShape } from './call-options.ts'

/** Which faults there may be. */
export interface FaultyResponseOptions {
  /** What is wrong with the answer; one value or a list of them. */
  readonly kind?: OneOrMore<ResponseFaultKind> | undefined
}

/**
 * Answers to GET /communications/calls/{id} in which there is no call to read, or not where a client looks for it:
 * `{ status, headers, body, fault: { kind, description } }`, the body as text. {@link responseOf} makes a `Response` of one.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.asyncProperty(anyFaultyResponse(), async (answer) => {
 *   await expect(client.read(responseOf(answer))).rejects.toBeInstanceOf(CallNotReadableError)
 * }))
 * ```
 * Sources: HTTP and JSON themselves; the bodies of errors are those of the error fixtures.
 */
export function anyFaultyResponse<const O extends FaultyResponseOptions = Record<never, never>>(
  options?: O & Known<FaultyResponseOptions, O>,
): Arbitrary<FaultyResponse<When<O, 'kind', Extract<Each<O['kind']>, ResponseFaultKind>, ResponseFaultKind>>>
export function anyFaultyResponse(options: FaultyResponseOptions = {}): Arbitrary<FaultyResponse> {
  checkNames(options, ['kind'])
  const kinds = valuesOf('kind', options.kind, responseFaultKinds)
  return arbitraryOf(faultyResponseOf(kinds, callOf(callShape({})), errorOf(Object.values(errorResponses))))
}

/**
 * A fresh `Response`, as `fetch` gives it, of a generated answer: of {@link anyFaultyResponse}, or of `anyCallError`, whose
 * body becomes JSON text.
 *
 * @example
 * ```ts
 * fc.assert(fc.asyncProperty(anyCallError(), async (answer) => (await client.read(responseOf(answer))).retry))
 * ```
 * Source: the Fetch standard, Response.
 */
export function responseOf(answer: {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}): Response {
  const { status, headers, body } = answer
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
}
