import { TestkitError } from '../model/errors.ts'

/**
 * Reason why a tenant rejects a snapshot.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 *
 * try {
 *   tenant.restore(JSON.parse(readFileSync('tenant.json', 'utf8')))
 * } catch (error) {
 *   if (error instanceof SnapshotError && error.problem === 'other-version') tenant.reset()
 * }
 * ```
 */
export type SnapshotProblem = 'not-a-snapshot' | 'other-version' | 'changed' | 'missing-secret'

const messages = {
  'not-a-snapshot':
    'the value is not a tenant snapshot. Pass the value that snapshot() returned, or the same value parsed from JSON.',
  'other-version':
    'another version of graph-call-testkit took the snapshot, in another format. Take a new one with the version that restores it.',
  changed:
    'the snapshot was edited or truncated. Take a new one. To change a call in it, restore the snapshot and call addCall with { replace: true }.',
  'missing-secret':
    'an app in it has a client secret, which snapshots do not contain. First pass the app with its secret to createTenant or registerBot.',
} as const satisfies Record<SnapshotProblem, string>

/**
 * Thrown by `tenant.restore` if the value is not a snapshot that this version took, or the tenant does not know the secret of an
 * app in it. The tenant is unchanged.
 *
 * @example
 * ```ts
 * tenant.restore(JSON.parse('{}')) // SnapshotError: Cannot restore the tenant: the value is not a tenant snapshot. ...
 * ```
 */
export class SnapshotError extends TestkitError {
  override readonly name = 'SnapshotError'
  /** Reason why the snapshot is rejected. */
  readonly problem: SnapshotProblem
  /** Path of the value that is not valid, for example `tenant.calls[0].progress.gets`. */
  readonly path: string
  /** Description of the expected value. For the path `version`, the version that this package restores. */
  readonly expected: string
  /** Short description of the value found. */
  readonly found: string

  constructor(problem: SnapshotProblem, path: string, expected: string, found: string) {
    super(
      `Cannot restore the tenant: ${messages[problem]} Expected ${expected} at ${path}, found ${found}. The tenant is unchanged.`,
    )
    this.problem = problem
    this.path = path
    this.expected = expected
    this.found = found
  }
}
