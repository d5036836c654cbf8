/** Result of one check of a pact. */
export interface Verification {
  readonly against: 'virtual tenant' | 'schema'
  /** Level of the check: this package agrees with itself, or bodies have the published shape. */
  readonly shows: 'self-consistency' | 'shape'
  readonly passed: boolean
  readonly interactions: readonly {
    readonly description: string
    readonly passed: boolean
    readonly findings: readonly Finding[]
  }[]
}

/**
 * Difference between a pact and what it was verified against.
 *
 * @example
 * ```ts
 * import type { Finding } from 'graph-call-testkit/contracts'
 *
 * const lineOf = ({ path, expected, actual }: Finding) => `${path}: expected ${expected}, found ${actual}`
 * ```
 * Sources: Pact's Verifier; the schema; $metadata.
 */
export interface Finding {
  /** Part of the interaction that differs. */
  readonly where: 'request' | 'response' | 'message' | 'provider state'
  /** Set if a document differs: `$metadata` or OpenAPI. Absent for the schema, the virtual tenant and a service. */
  readonly against?: 'metadata' | 'openapi'
  /** Path in the body, for example `targets[].identity`; or `status`, or the name of a header or a provider state. */
  readonly path: string
  /** Value in the pact. For the shape level, what the schema or the `$metadata` document declares. */
  readonly expected: string
  /** Value that was found. For the shape level, the value in the pact. */
  readonly actual: string
  /** Pact's own message, if Pact found the difference. */
  readonly message?: string
}
