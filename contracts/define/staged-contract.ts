import type { Pacticipants } from '../interaction/run-interaction.ts'
import { pactFileName } from '../pact-file/pact-file-name.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import { differenceOf } from './definition-difference.ts'
import type { RecordedInteraction } from './recorded-interaction.ts'
import {
  type CallerLocation,
  isSameLocation,
  isUnchanged,
  locationText,
  type SourceLocation,
} from './source-location.ts'
import { contractHash, type StagedContract } from './staged-files.ts'

/** Creates the staged contract of a definition. Its interactions are in the order of the pact. */
export function stagedContractOf(
  { consumer, provider }: Pacticipants,
  interactions: readonly RecordedInteraction[],
): StagedContract {
  const sorted = interactions
    .toSorted((a, b) => (a.description < b.description ? -1 : 1))
    .map(({ name, description, template, annotations }) => ({
      name,
      description,
      // Without the members that are undefined, as JSON has them.
      template: JSON.parse(JSON.stringify({ ...template, annotations })),
    }))
  const contract = { consumer, provider, file: pactFileName(consumer, provider), interactions: sorted }
  return { ...contract, hash: contractHash(contract) }
}

/** Definitions of this process, by the file that each one writes. */
const owners = new Map<string, CallerLocation & { readonly contract: StagedContract }>()

/**
 * Registers the definition of a file in this process. A claim in the staging directory does the same across processes.
 * Accepts another definition at the same location with the same callers: a test runner evaluates a module again for each
 * test file, and in watch mode.
 *
 * @throws a {@link ContractDefinitionError} if another definition writes the same file
 */
export function registerOwner(file: string, location: CallerLocation, contract: StagedContract): void {
  const owner = owners.get(file)
  const isSame =
    owner &&
    isSameLocation(owner, location) &&
    (owner.contract.hash === contract.hash || owner.callers === location.callers)
  if (owner && !isSame && isUnchanged(owner)) {
    throw new ContractDefinitionError(conflictMessage(owner, { ...location, contract }))
  }
  owners.set(file, { ...location, contract })
}

type LocatedContract = SourceLocation & { readonly contract: StagedContract }

/** Returns the message of the error for two definitions of one file in one process. */
function conflictMessage(owner: LocatedContract, other: LocatedContract): string {
  const { file } = other.contract
  if (!isSameLocation(owner, other)) return twoLocationsMessage(file, owner, other)
  const difference = differenceOf(owner.contract, other.contract)
  return `${file} is defined twice at ${locationText(other)}, with different options. ${difference}. ${advice}`
}

const advice =
  'A file belongs to one definition: merge the two, or change the consumer, provider or dir of one.'

/** Returns the message of the error for two definitions of one file. */
export function twoLocationsMessage(file: string, owner: SourceLocation, other: SourceLocation): string {
  return `${file} is defined at ${locationText(owner)} and at ${locationText(other)}. ${advice}`
}
