import type { Arbitrary } from 'fast-check'
import { checkNames, type OneOrMore, valuesOf } from '../src/builder/options/options.ts'
import { type FailureKind, failureKinds, failureOf } from '../src/builder/service-faults.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import type { Failure } from '../src/tenant/faults/failure.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Options of {@link anyFailure}.
 *
 * @example
 * ```ts
 * import { type AnyFailureOptions, anyFailure } from 'graph-call-testkit/generators'
 *
 * const retryable: AnyFailureOptions = { kind: ['server-error', 'throttled', 'reset'] }
 * const failures = anyFailure(retryable)
 * ```
 */
export interface AnyFailureOptions {
  /** Kinds of failures. Accepts one kind or a list of kinds. Defaults to all of them. */
  readonly kind?: OneOrMore<FailureKind> | undefined
}

/**
 * Generates failures for `failNext`, `failEvery` and `failAtRate` of a tenant. A `Retry-After` is at most one second. Failures shrink to
 * the simplest one of the same kind.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyFailure } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.asyncProperty(anyFailure({ kind: 'client-error' }), async (failure) => {
 *   tenant.failNext(failure)
 *   expect((await tenant.fetch(new Request(url, { headers }))).status).toBeGreaterThanOrEqual(400)
 * }))
 * ```
 * Sources: reported errors; HTTP Semantics (RFC 9110), 10.2.3 and 15.
 */
export function anyFailure(options: AnyFailureOptions = {}): Arbitrary<Failure> {
  checkNames(options, { kind: 'checked' } satisfies OptionKinds<AnyFailureOptions>)
  return arbitraryOf<Failure>(failureOf(valuesOf('kind', options.kind, failureKinds)))
}
