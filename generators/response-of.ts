import { invalidValue } from '../src/read/invalid-value.ts'

/**
 * Turns a value of {@link anyFaultyResponse} or {@link anyCallError} into a `Response`. Serializes the body if it is not text.
 *
 * @returns a new `Response`, as `fetch` returns it
 * @throws TypeError if the value is not one of these generators'
 *
 * @example
 * ```ts
 * import { anyCallError, responseOf } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyCallError(), (error) => responseOf(error).ok === false))
 * ```
 * Source: the Fetch standard, Response.
 */
export function responseOf(generated: {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}): Response {
  if (typeof generated?.status !== 'number') {
    throw invalidValue('argument of responseOf', generated, 'a value of anyFaultyResponse or anyCallError')
  }
  const { status, headers, body } = generated
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
}
