import type { Finding } from './verification.ts'

/**
 * How far a claim of a contract was checked:
 *
 * - `selfConsistency`: the virtual tenant answers so. It shows that this package agrees with itself.
 * - `shape`: the schema has such a body, and so has the `$metadata` document, where one is given. It shows that documentation
 *   and metadata say so; not that the service sends it, nor that it sends nothing else.
 * - `behaviour`: a service was asked, and answered so.
 *
 * None of them is a verification by Microsoft, and none is published as one.
 */
export type VerificationLevel = 'selfConsistency' | 'shape' | 'behaviour'

/** What came of one level. */
export interface LevelResult {
  /** `not checked` says nothing for or against the contract. */
  readonly result: 'passed' | 'failed' | 'not checked'
  /** Why it was not checked. */
  readonly reason?: string
  /** Each difference; none where it passed or was not checked. */
  readonly findings: readonly Finding[]
}

/**
 * What came of the level of shape: held to the schema, and to a `$metadata` document where one is given. It fails where either
 * differs; the findings are those of both.
 */
export interface ShapeResult extends LevelResult {
  /** What came of the document alone; absent where none is given. `not checked` for errors, whose bodies no document declares. */
  readonly metadata?: Pick<LevelResult, 'result' | 'reason'>
}

export const notChecked = (reason: string): LevelResult => ({ result: 'not checked', reason, findings: [] })

export const checked = (findings: readonly Finding[]): LevelResult => ({
  result: findings.length === 0 ? 'passed' : 'failed',
  findings,
})

/** The level of shape, of what came of the schema and of a document. */
export function shapeOf(schema: LevelResult, metadata?: LevelResult): ShapeResult {
  if (!metadata) return schema
  const { findings, ...part } = metadata
  const both = findings.length > 0 ? checked([...schema.findings, ...findings]) : schema
  return { ...both, metadata: part }
}
