import type { Finding } from './verification.ts'

/**
 * How far a claim of a contract was checked:
 *
 * - `selfConsistency`: the virtual tenant answers so. It shows that this package agrees with itself.
 * - `shape`: the schema has such a body. It shows that documentation and metadata say so.
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

export const notChecked = (reason: string): LevelResult => ({ result: 'not checked', reason, findings: [] })

export const checked = (findings: readonly Finding[]): LevelResult => ({
  result: findings.length === 0 ? 'passed' : 'failed',
  findings,
})
