import { nearestNames } from '../../fixtures/nearest-names.ts'
import { describeValue } from '../../src/read/describe-value.ts'
import { hostsOfGraph } from '../../src/tenant/hosts/graph-hosts.ts'
import type { CallQuery } from '../interaction/call-query.ts'
import type { CallContractDefinition } from './call-contract.ts'
import { checkedCallId } from './checked-call-id.ts'
import { checkedName, isLine } from './checked-names.ts'
import { checkedPath } from './checked-path.ts'
import { ContractDefinitionError, invalidOption } from './contract-definition-error.ts'
import type { CustomInteraction, FixtureInteraction, InteractionOptions } from './interaction-input.ts'

/** Checks the value of an option. The value may have any type, because the caller may use JavaScript. */
type Check = (option: string, value: unknown) => void

/** Checks for all options of a type. TypeScript reports an option without one. */
type Checks<Options> = { readonly [Option in keyof Required<Options>]: Check }

/** Options that need no value. */
const optional =
  (check: Check): Check =>
  (option, value) =>
    value === undefined || check(option, value)

const queryChecks: Checks<CallQuery> = {
  $select: optional(checkNames),
  $expand: optional(checkNames),
}

/** A check of something that is checked where it is used. */
const checkedLater: Check = () => {}

const interactionOptionChecks: Checks<InteractionOptions> = {
  query: optional(checkQuery),
  headers: optional(checkHeaders),
  version: checkedLater,
  exact: checkedLater,
  description: checkedLater,
  key: checkedLater,
  pending: checkedLater,
  testName: checkedLater,
  comments: checkedLater,
  references: checkedLater,
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
  reads: checkReads,
  interactions: checkInteractions,
  query: optional(checkQuery),
  headers: optional(checkHeaders),
  version: checkedLater,
  exact: checkedLater,
  cloud: optional(checkCloud),
  staging: optional((_, value) => checkedPath('staging', value)),
  warn: optional((option, value) => {
    if (typeof value !== 'function') throw invalidOption(option, value, 'a function')
  }),
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

function checkEach<Options>(value: object, checks: Checks<Options>, prefix: string): void {
  const names = Object.keys(checks)
  for (const key of Object.keys(value)) {
    if (!names.includes(key)) throw unknownOption(key, value, names, prefix)
  }
  for (const [name, check] of Object.entries<Check>(checks)) {
    check(prefix + name, Reflect.get(value, name))
  }
}

function unknownOption(key: string, options: object, names: readonly string[], prefix: string) {
  const [nearest = ''] = nearestNames(key.slice(0, 80), names)
  return new ContractDefinitionError(
    `Unknown option: ${prefix}${describeValue(key).slice(1, -1)}. Nearest: ${prefix}${nearest}.`,
    { option: prefix + key, value: Reflect.get(options, key) },
  )
}

function checkReads(option: string, value: unknown): void {
  if (Array.isArray(value)) return
  const isPromise = 'then' in Object(value)
  const fix = isPromise ? 'Add the missing await: reads: await readsOf(...)' : undefined
  throw invalidOption(option, value, fix === undefined ? listOfPaths : `${listOfPaths}. ${fix}`)
}

const listOfPaths = "a list of paths, such as ['state'], or the result of readsOf"

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

function checkInteractionName(option: string, value: unknown): void {
  if (typeof value !== 'string' || !isLine(value)) {
    throw invalidOption(option, value, 'one line of text without spaces at its ends')
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

/** True for an object with options. Not `instanceof`: Jest has an `Object` class of its own. */
function isObject(value: unknown): value is object {
  return Object.prototype.toString.call(value) === '[object Object]'
}
