import { type FixtureName, fixtures, UnknownFixtureError } from '../../fixtures/index.ts'
import { QueryError } from '../../src/odata/query-error.ts'
import { CallFormatError } from '../../src/read/call-format-error.ts'
import { readCall } from '../../src/read/read-call.ts'
import { readJson } from '../../src/read/read-json.ts'
import { fixtureNames } from '../fixture-names.ts'
import {
  type Interaction,
  interactionOf,
  interactionOfCall,
  type RequestOptions,
} from '../interaction/interaction.ts'
import type { CallReads, ReadPath } from '../reads/read-paths.ts'
import type { CallContractDefinition, CustomInteraction } from './call-contract.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'

/**
 * Creates the interactions of a definition, in the same order.
 *
 * @throws {@link ContractDefinitionError} if one is invalid
 */
export function interactionsOf(
  definition: Pick<
    CallContractDefinition<FixtureName | CustomInteraction, CallReads<never>>,
    'interactions' | 'query' | 'cloud'
  > & { readonly reads: readonly ReadPath[] },
): Interaction[] {
  const { interactions, reads, query, cloud } = definition
  if (interactions.length === 0) {
    throw new ContractDefinitionError(
      'Invalid interactions: the list is empty. Expected at least one, such as "peer-to-peer".',
    )
  }
  const indexes = new Map<string, number>()
  return interactions.map((item, index) => {
    const name = typeof item === 'object' ? item.name : item
    const earlier = indexes.get(name)
    if (earlier !== undefined) {
      throw new ContractDefinitionError(
        `interactions[${earlier}] and interactions[${index}] are both called "${name}". Pact tells interactions apart by name and state: rename or remove one.`,
      )
    }
    indexes.set(name, index)
    return withOption(`interactions[${index}] ("${name}")`, () =>
      typeof item === 'object'
        ? customInteraction(item, `interactions[${index}]`, reads, { query: item.query ?? query, cloud })
        : fixtureInteraction(item, `interactions[${index}]`, reads, { query, cloud }),
    )
  })
}

/** Adds the name of the option to the error if a query or a body is invalid. */
function withOption<T>(option: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (!(cause instanceof QueryError || cause instanceof CallFormatError)) throw cause
    throw new ContractDefinitionError(`${option}: ${cause.message}`, { cause })
  }
}

function fixtureInteraction(
  name: FixtureName,
  option: string,
  reads: readonly ReadPath[],
  request: RequestOptions,
): Interaction {
  if (!fixtureNames().includes(name)) {
    const { message } = new UnknownFixtureError(name, fixtureNames())
    throw new ContractDefinitionError(`${option}: ${message} Pass your own call as { name, body }.`)
  }
  if (!('Authorization' in fixtures[name].request.headers)) {
    throw new ContractDefinitionError(
      `${option}: "${name}" is the response to a request without a token, but every request of a contract has a token. Remove it.`,
    )
  }
  return interactionOf(name, reads, request)
}

function customInteraction(
  { name, body, callId }: CustomInteraction,
  option: string,
  reads: readonly ReadPath[],
  request: RequestOptions,
): Interaction {
  if (typeof name !== 'string' || name.trim() === '' || fixtureNames().some((other) => other === name)) {
    throw new ContractDefinitionError(
      `${option}: invalid name ${JSON.stringify(name)}. Expected a name that is not the name of a fixture.`,
    )
  }
  const call = readCall(readJson(body))
  const id = callId ?? call.id
  if (!id) {
    throw new ContractDefinitionError(
      `${option} ("${name}"): the body has no id to request. Pass one: { name, body, callId }.`,
    )
  }
  return interactionOfCall({ name, callId: id, body: call }, reads, request)
}
