import { hostsOfGraph } from '../../src/tenant/hosts/graph-hosts.ts'
import type { CallQuery } from '../interaction/call-query.ts'
import type { CallContractDefinition } from './call-contract.ts'
import { checkedCallId } from './checked-call-id.ts'
import { invalidOption } from './contract-definition-error.ts'
import type { CustomInteraction, FixtureInteraction, InteractionOptions } from './interaction-input.ts'
import {
  annotationChecks,
  type Check,
  type Checks,
  checkDefinition,
  checkedLater,
  checkInteractionName,
  checkItems,
  checkListOfPaths,
  isObject,
  namingChecks,
  optional,
  recordingChecks,
} from './option-checks.ts'

const queryChecks: Checks<CallQuery> = {
  $select: optional(checkNames),
  $expand: optional(checkNames),
}

const interactionOptionChecks: Checks<InteractionOptions> = {
  query: optional(checkQuery),
  headers: optional(checkHeaders),
  version: checkedLater,
  exact: checkedLater,
  ...annotationChecks,
}

const fixtureChecks: Checks<FixtureInteraction> = {
  ...interactionOptionChecks,
  fixture: (option, value) => {
    if (typeof value !== 'string') throw invalidOption(option, value, 'the name of a fixture')
  },
  name: optional(checkInteractionName),
}

const customChecks: Checks<CustomInteraction & { readonly unknownEnumMembers?: boolean }> = {
  ...interactionOptionChecks,
  name: checkInteractionName,
  // `readCall` says what is wrong with it.
  body: checkedLater,
  callId: optional(checkedCallId),
  unknownEnumMembers: optional((option, value) => {
    if (typeof value !== 'boolean') throw invalidOption(option, value, 'true or false')
  }),
}

const definitionChecks: Checks<CallContractDefinition<never>> = {
  ...namingChecks,
  reads: checkListOfPaths("['state']", 'readsOf'),
  interactions: checkItems('peer-to-peer', 'fixture', fixtureChecks, customChecks),
  query: optional(checkQuery),
  headers: optional(checkHeaders),
  version: checkedLater,
  exact: checkedLater,
  cloud: optional(checkCloud),
  ...recordingChecks,
}

/**
 * Checks the options of a definition: their names, and the type of each value.
 *
 * @throws a {@link ContractDefinitionError} for the first option that is invalid
 */
export function checkOptions(definition: unknown): void {
  checkDefinition(definition, definitionChecks, '{ consumer, dir, reads, interactions }')
}

/** Checks the types of a query. The service's own rules, such as unknown properties, are checked with the body. */
function checkQuery(option: string, value: unknown): void {
  if (!isObject(value)) throw invalidOption(option, value, "a query, such as { $select: ['id', 'state'] }")
  for (const [name, check] of Object.entries<Check>(queryChecks)) {
    check(`${option}.${name}`, Reflect.get(value, name))
  }
}

function checkHeaders(option: string, value: unknown): void {
  if (!isObject(value)) throw invalidOption(option, value, "an object, such as { Prefer: '...' }")
}

function checkNames(option: string, value: unknown): void {
  if (!Array.isArray(value) || !value.every((name) => typeof name === 'string')) {
    throw invalidOption(option, value, "a list of properties, such as ['participants']")
  }
}

function checkCloud(option: string, value: unknown): void {
  if (!hostsOfGraph.some((host) => host === value)) {
    throw invalidOption(option, value, `the host of a cloud: ${hostsOfGraph.join(', ')}`)
  }
}
