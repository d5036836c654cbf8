import type { Interaction } from '../interaction/interaction.ts'
import type { Pacticipants } from '../interaction/run-interaction.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import { conflictMessage } from './definition-claim.ts'
import { type CallerLocation, isSameLocation, isUnchanged } from './source-location.ts'
import { contractHash, pactFileName, type StagedContract } from './staged-files.ts'

/** Creates the staged contract of a definition. Its interactions are in the order of the pact. */
export function stagedContractOf(
  { consumer, provider }: Pacticipants,
  interactions: readonly Interaction[],
): StagedContract {
  const sorted = interactions
    .toSorted((a, b) => (a.description < b.description ? -1 : 1))
    .map(({ name, description, template }) => ({ name, description, template }))
  const contract = { consumer, provider, file: pactFileName(consumer, provider), interactions: sorted }
  return { ...contract, hash: contractHash(contract) }
}

/** Definitions of this process, by the file that each one writes. */
const owners = new Map<string, CallerLocation & { readonly definition: string }>()

/**
 * Registers the definition of a file in this process. A claim in the staging directory does the same across processes.
 * Accepts another definition at the same location with the same callers: a test runner evaluates a module again for each
 * test file, and in watch mode.
 *
 * @throws {@link ContractDefinitionError} if another definition writes the same file
 */
export function registerOwner(file: string, location: CallerLocation, definition: string): void {
  const owner = owners.get(file)
  const isSame =
    owner &&
    isSameLocation(owner, location) &&
    (owner.definition === definition || owner.callers === location.callers)
  if (owner && !isSame && isUnchanged(owner)) {
    throw new ContractDefinitionError(conflictMessage(file, owner, location))
  }
  owners.set(file, { ...location, definition })
}
