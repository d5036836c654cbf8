import { type FixtureName, fixtures, UnknownFixtureError } from '../../fixtures/index.ts'
import { QueryError } from '../../src/odata/query-error.ts'
import { CallFormatError } from '../../src/read/call-format-error.ts'
import { describeValue } from '../../src/read/describe-value.ts'
import { readCall, readCallWithUnknownEnumMembers } from '../../src/read/read-call.ts'
import { readJson } from '../../src/read/read-json.ts'
import { fixtureNames } from '../fixture-names.ts'
import { ExactPathError } from '../interaction/exact.ts'
import {
  type Interaction,
  type InteractionSettings,
  interactionOf,
  interactionOfCall,
} from '../interaction/interaction.ts'
import type { CallReads, ReadPath } from '../reads/read-paths.ts'
import type { CallContractDefinition } from './call-contract.ts'
import { checkedAnnotations } from './checked-annotations.ts'
import { checkedCallId } from './checked-call-id.ts'
import { checkedHeaders } from './checked-headers.ts'
import { checkedExact } from './checked-reads.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import type { CustomInteraction, FixtureInteraction, InteractionOptions } from './interaction-input.ts'

type Input = FixtureName | FixtureInteraction | CustomInteraction
/** A fixture or a custom interaction. The name of any fixture may be given here. */
type Item = FixtureItem | CustomInteraction
type FixtureItem = InteractionOptions & { readonly fixture: FixtureName; readonly name?: string | undefined }
type Definition = CallContractDefinition<Input, CallReads<never>>

/**
 * Creates the interactions of a definition, in the same order.
 *
 * @throws a {@link ContractDefinitionError} if one is invalid
 */
export function interactionsOf(
  definition: Pick<Definition, 'interactions' | 'query' | 'cloud' | 'headers' | 'version' | 'exact'> & {
    readonly reads: readonly ReadPath[]
  },
): Interaction[] {
  const { interactions, reads } = definition
  if (interactions.length === 0) {
    throw new ContractDefinitionError(
      'Invalid interactions: the list is empty. Expected at least one, such as "peer-to-peer".',
      { option: 'interactions', value: interactions },
    )
  }
  const defaults = requestSettings('', definition, reads)
  const defined = interactions.map((input, index) => {
    const item: Item = typeof input === 'string' ? { fixture: input } : input
    const name = 'body' in item ? item.name : (item.name ?? item.fixture)
    const option = `interactions[${index}]`
    return withOption(option, input, `${option} ("${name}")`, () => {
      const settings = {
        ...defaults,
        ...requestSettings(`${option}.`, item, reads),
        ...checkedAnnotations(option, item),
      }
      return 'body' in item
        ? customInteraction(item, option, reads, settings)
        : fixtureInteraction(item, option, reads, settings)
    })
  })
  checkUnique('interactions', defined)
  return defined
}

/** Checks the options of a request, and leaves out those that are undefined. */
function requestSettings(
  prefix: string,
  { query, cloud, headers, version, exact }: InteractionSettings,
  reads: readonly ReadPath[],
): InteractionSettings {
  if (version !== undefined && version !== 'v1.0' && version !== 'beta') {
    throw new ContractDefinitionError(
      `Invalid ${prefix}version: ${describeValue(version)}. Expected "v1.0" or "beta".`,
      { option: `${prefix}version`, value: version },
    )
  }
  const settings: InteractionSettings = {
    query,
    cloud,
    headers: checkedHeaders(`${prefix}headers`, headers),
    version,
    exact: checkedExact(`${prefix}exact`, exact, reads),
  }
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

type Named = Pick<Interaction, 'name' | 'description' | 'annotations'>

/** Checks what must be unique in a contract. Pact identifies interactions by description and state. */
export function checkUnique(list: 'interactions' | 'messages', interactions: readonly Named[]): void {
  const values = {
    called: (one: Named) => one.name,
    described: (one: Named) => one.description,
    'identified by the key': (one: Named) => one.annotations.key,
  }
  for (const [are, find] of Object.entries(values)) {
    const indexes = new Map<string, number>()
    for (const [index, one] of interactions.entries()) {
      const value = find(one)
      if (value === undefined) continue
      const earlier = indexes.get(value)
      if (earlier !== undefined) {
        throw new ContractDefinitionError(
          `${list}[${earlier}] and ${list}[${index}] are both ${are} "${value}". Pact identifies ${list} by description and state: change or remove one.`,
          { option: `${list}[${index}]`, value },
        )
      }
      indexes.set(value, index)
    }
  }
}

/** Adds the name of the option to the error if a query, a body or an exact path is invalid. */
function withOption<T>(option: string, value: unknown, label: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const isExplained =
      cause instanceof QueryError || cause instanceof CallFormatError || cause instanceof ExactPathError
    if (!isExplained) throw cause
    throw new ContractDefinitionError(`${label}: ${cause.message}`, { option, value, cause })
  }
}

function fixtureInteraction(
  { fixture, name }: FixtureItem,
  option: string,
  reads: readonly ReadPath[],
  settings: InteractionSettings,
): Interaction {
  if (fixture === undefined) {
    throw new ContractDefinitionError(
      `${option} has neither a fixture nor a body. Expected the name of a fixture, { fixture }, or { name, body }.`,
      { option, value: fixture },
    )
  }
  if (!fixtureNames().includes(fixture)) {
    const { message } = new UnknownFixtureError(fixture, fixtureNames())
    throw new ContractDefinitionError(`${option}: ${message} Pass your own call as { name, body }.`, {
      option,
      value: fixture,
    })
  }
  if (!('Authorization' in fixtures[fixture].request.headers)) {
    throw new ContractDefinitionError(
      `${option}: "${fixture}" is the response to a request without a token, but every request of a contract has a token. Remove it.`,
      { option, value: fixture },
    )
  }
  if (name !== undefined && name !== fixture) checkName(name, option)
  return interactionOf(fixture, reads, settings, name)
}

function customInteraction(
  { name, body, callId, unknownEnumMembers }: CustomInteraction,
  option: string,
  reads: readonly ReadPath[],
  settings: InteractionSettings,
): Interaction {
  checkName(name, option)
  const json = readJson(body)
  const call = unknownEnumMembers ? readCallWithUnknownEnumMembers(json) : readCall(json)
  const id = callId ?? call.id
  if (!id) {
    throw new ContractDefinitionError(
      `${option} ("${name}"): the body has no id to request. Pass one: { name, body, callId }.`,
      { option: `${option}.callId`, value: callId },
    )
  }
  const idOption = callId === undefined ? `${option}.body.id` : `${option}.callId`
  const checkedId = checkedCallId(idOption, id)
  return interactionOfCall({ name, callId: checkedId, body: call, unknownEnumMembers }, reads, settings)
}

function checkName(name: string, option: string): void {
  if (!fixtureNames().some((other) => other === name)) return
  throw new ContractDefinitionError(
    `${option}: invalid name ${JSON.stringify(name)}. Expected a name that is not the name of a fixture.`,
    { option: `${option}.name`, value: name },
  )
}
