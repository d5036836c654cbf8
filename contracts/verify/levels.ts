import type { Finding } from './verification.ts'

/**
 * Level of a verification:
 *
 * - `selfConsistency`: the virtual tenant sends such a response. This shows that the package agrees with itself.
 * - `shape`: the schema, and a `$metadata` or an OpenAPI document if you pass one, allow such a body. This shows what documentation and
 *   metadata declare, not that the service sends it or sends nothing else.
 * - `behavior`: a service sent such a response.
 *
 * None of them is a verification by Microsoft, and none is published as one.
 *
 * @example
 * ```ts
 * import { type VerificationLevel, verifyPacts } from 'graph-call-testkit/contracts'
 *
 * const required: VerificationLevel = 'shape'
 * const { pacts } = await verifyPacts(['pacts'])
 * pacts.every(({ interactions }) => interactions.every(({ reached }) => reached.includes(required)))
 * ```
 * Sources: Pact's Verifier; the schema; $metadata.
 */
export type VerificationLevel = 'selfConsistency' | 'shape' | 'behavior'

/**
 * Result of one level.
 *
 * @example
 * ```ts
 * import type { LevelResult } from 'graph-call-testkit/contracts'
 *
 * const summaryOf = ({ result, reason, findings }: LevelResult) => reason ?? `${result}: ${findings.length} findings`
 * ```
 * Sources: Pact's Verifier; the schema; $metadata.
 */
export interface LevelResult {
  /** `not checked` says nothing about the contract. */
  readonly result: 'passed' | 'failed' | 'not checked'
  /** Reason why the level was not checked. */
  readonly reason?: string
  /** Differences. Empty if the level passed or was not checked. */
  readonly findings: readonly Finding[]
}

/**
 * Result of the shape level: the schema, and a `$metadata` or an OpenAPI document if you passed one. It fails if one of them
 * differs, and contains the findings of all.
 *
 * @example
 * ```ts
 * import type { ShapeResult } from 'graph-call-testkit/contracts'
 *
 * const fitsMetadata = ({ metadata }: ShapeResult) => metadata?.result === 'passed'
 * ```
 * Sources: the schema; $metadata.
 */
export interface ShapeResult extends LevelResult {
  /**
   * Result of the `$metadata` document alone. Absent if you passed none. `not checked` for errors, because `$metadata`
   * does not declare their bodies.
   */
  readonly metadata?: Pick<LevelResult, 'result' | 'reason'>
  /** Result of the OpenAPI document alone. Absent if you passed none. */
  readonly openapi?: Pick<LevelResult, 'result' | 'reason'>
}

export const notChecked = (reason: string): LevelResult => ({ result: 'not checked', reason, findings: [] })

export const checked = (findings: readonly Finding[]): LevelResult => ({
  result: findings.length === 0 ? 'passed' : 'failed',
  findings,
})

/** Combines the results of the schema and of documents. */
export function shapeOf(
  schema: LevelResult,
  documents: Readonly<Partial<Record<'metadata' | 'openapi', LevelResult | undefined>>>,
): ShapeResult {
  const { metadata, openapi } = documents
  const findings = [schema, metadata, openapi].flatMap((result) => result?.findings ?? [])
  return {
    ...(findings.length > 0 ? checked(findings) : schema),
    ...(metadata && { metadata: resultAlone(metadata) }),
    ...(openapi && { openapi: resultAlone(openapi) }),
  }
}

const resultAlone = ({ findings: _, ...result }: LevelResult) => result
