import { TestkitError } from '../model/errors.ts'
/** Why a tenant does not take what it should restore. */
export type SnapshotProblem = 'no-snapshot' | 'other-version' | 'changed'

const messages = {
  'no-snapshot':
    'This is no snapshot of a tenant. Give restore what snapshot() gave, or the same read from its JSON.',
  'other-version':
    'This snapshot is of another version of graph-call-testkit. Take it anew with the version that is to restore it.',
  changed:
    'This snapshot is not what snapshot() gave: it was changed, or cut. Take it anew; to have another call in it, restore it and place that.',
} as const satisfies Record<SnapshotProblem, string>

/**
 * What was to be restored is no snapshot that this version took. The tenant is as it was.
 *
 * @example
 * ```ts
 * tenant.restore({}) // SnapshotError: This is no snapshot of a tenant. ...
 * ```
 */
export class SnapshotError extends TestkitError {
  override readonly name = 'SnapshotError'
  /** What is wrong with it. */
  readonly problem: SnapshotProblem

  constructor(problem: SnapshotProblem) {
    super(`${messages[problem]} The tenant is as it was.`)
    this.problem = problem
  }
}
