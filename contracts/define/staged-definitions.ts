import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { printable } from '../../src/output/printable.ts'
import { RedactedError } from '../redacted-error.ts'
import { readDefinition } from './definition-claim.ts'
import { type StagedClaim, type StagedContract, stagedDirectories } from './staged-files.ts'
import { StagedResults } from './staged-results.ts'

/**
 * Thrown when a directory has no results of a contract.
 *
 * @example
 * ```ts
 * import { contractStatus, NoResultsError } from 'graph-call-testkit/contracts'
 *
 * const isUnknown = await contractStatus(['pacts']).catch((error) => error instanceof NoResultsError)
 * ```
 * Source: the staging directories that `defineCallContract` writes.
 */
export class NoResultsError extends RedactedError {
  override readonly name = 'NoResultsError'
}

/** A definition that a test run has evaluated, with its results. */
export interface StagedDefinition {
  readonly claim: StagedClaim
  readonly contract: StagedContract
  readonly results: StagedResults
}

/**
 * Returns the definitions in a staging directory, sorted by pact file. The directory may be missing.
 *
 * @throws a {@link PactFormatError} if a staged file is invalid
 */
export function stagedDefinitions(staging: string): StagedDefinition[] {
  return stagedDirectories(staging).flatMap((owner) => {
    const found = readDefinition(owner)
    if (!found) return []
    return { ...found, results: new StagedResults(join(owner, found.contract.hash), found.contract) }
  })
}

/**
 * Returns the definitions in a pact directory, which has them in `staging`, or in a staging directory.
 *
 * @throws a {@link NoResultsError} if the directory has no definition
 * @throws a {@link PactFormatError} if a staged file is invalid
 */
export function definitionsIn(directory: string): {
  readonly staging: string
  readonly definitions: readonly StagedDefinition[]
} {
  for (const staging of [join(directory, 'staging'), directory]) {
    const definitions = stagedDefinitions(staging)
    if (definitions.length > 0) return { staging, definitions }
  }
  if (!existsSync(directory)) {
    throw new NoResultsError(
      `${directory} does not exist. Expected a directory in which tests wrote pacts. Check the path, or run the tests first.`,
    )
  }
  throw new NoResultsError(
    `${printable(directory)} has no results of a contract. Pass directories in which tests wrote pacts, with "staging" in them. Some CI systems leave out files that Git ignores.`,
  )
}
