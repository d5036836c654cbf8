import { hostsOfGraph } from '../../src/tenant/hosts/graph-hosts.ts'
import type { CallQuery } from '../interaction/call-query.ts'
import type { CallContractDefinition } from './call-contract.ts'
import { checkedCallId } from './checked-call-id.ts'
import { checkedName } from './checked-names.ts'
import { checkedPath } from './checked-path.ts'
import { invalidOption } from './contract-definition-error.ts'
import type { CustomInteraction, FixtureInteraction, InteractionOptions } from './interaction-input.ts'
import {
  annotationChecks,
  type Check,
  type Checks,
  checkEach,
  checkedLater,
  checkFunction,
  checkInteractionName,
  checkListOfPaths,
  isObject,
  optional,
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
  consumer: (_, value) => checkedName('consumer', value),
  provider: optional((_, value) => checkedName('provider', value)),
  dir: (_, value) => checkedPath('dir', value),
  reads: checkListOfPaths("['state']", 'readsOf'),
  interactions: checkInteractions,
  query: optional(checkQuery),
  headers: optional(checkHeaders),
  version: checkedLater,
  exact: checkedLater,
  cloud: optional(checkCloud),
  staging: optional((_, value) => checkedPath('staging', value)),
  warn: optional(checkFunction),
}

/**
 * Checks the options of a definition: their names, and the type of each value.
 *
 * @throws {@link ContractDefinitionError} for the first option that is invalid
 */
export function checkOptions(definition: unknown): void {
  if (!isObject(definition)) {
    throw invalidOption('definition', definition, 'an object: { consumer, dir, reads, interactions }')
  }
  checkEach(definition, definitionChecks, '')
}

function checkInteractions(option: string, value: unknown): void {
  if (!Array.isArray(value)) throw invalidOption(option, value, 'a list, such as ["peer-to-peer"]')
  for (const [index, item] of value.entries()) {
    const name = `${option}[${index}]`
    if (isObject(item)) {
      if ('fixture' in item) checkEach(item, fixtureChecks, `${name}.`)
      else checkEach(item, customChecks, `${name}.`)
    } else if (typeof item !== 'string') {
      throw invalidOption(name, item, 'the name of a fixture, { fixture }, or { name, body }')
    }
  }
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
