import { type FixtureName, fixtures, UnknownFixtureError } from '../../fixtures/index.ts'
import { QueryError } from '../../src/odata/query-error.ts'
import { CallFormatError } from '../../src/read/call-format-error.ts'
import { readCall } from '../../src/schema/read-call.ts'
import { fixtureNames } from '../fixture-names.ts'
import {
  type Asking,
  type Interaction,
  interactionOf,
  interactionOfCall,
} from '../interaction/interaction.ts'
import type { CallReads, ReadPath } from '../reads/read-paths.ts'
import type { CallContractDefinition, CustomInteraction } from './call-contract.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'

/** The interactions of a definition, in its order. */
export function interactionsOf(
  definition: Pick<
    CallContractDefinition<FixtureName | CustomInteraction, CallReads<never>>,
    'interactions' | 'query' | 'cloud'
  > & { readonly reads: readonly ReadPath[] },
): Interaction[] {
  const { interactions, reads, query, cloud } = definition
  if (interactions.length === 0) {
    throw new ContractDefinitionError('interactions: a contract has at least one, such as "peer-to-peer".')
  }
  const places = new Map<string, number>()
  return interactions.map((given, at) => {
    const name = typeof given === 'object' ? given.name : given
    const earlier = places.get(name)
    if (earlier !== undefined) {
      throw new ContractDefinitionError(
        `interactions[${earlier}] and interactions[${at}] are both called "${name}". Pact tells interactions apart by name and state: rename or remove one.`,
      )
    }
    places.set(name, at)
    return answerable(`interactions[${at}] ("${name}")`, () =>
      typeof given === 'object'
        ? ownInteraction(given, `interactions[${at}]`, reads, { query: given.query ?? query, cloud })
        : fixtureInteraction(given, `interactions[${at}]`, reads, { query, cloud }),
    )
  })
}

/** Its query is one that the service answers. */
function answerable(place: string, interaction: () => Interaction): Interaction {
  try {
    return interaction()
  } catch (cause) {
    if (!(cause instanceof QueryError)) throw cause
    throw new ContractDefinitionError(`${place}: ${cause.message}`, { cause })
  }
}

function fixtureInteraction(
  name: FixtureName,
  place: string,
  reads: readonly ReadPath[],
  asking: Asking,
): Interaction {
  if (!fixtureNames().includes(name)) {
    const { message } = new UnknownFixtureError(name, fixtureNames())
    throw new ContractDefinitionError(`${place}: ${message} A call of your own is { name, body }.`)
  }
  if (!('Authorization' in fixtures[name].request.headers)) {
    throw new ContractDefinitionError(
      `${place}: "${name}" answers a request without a token, and each request of a contract has one. Leave it out.`,
    )
  }
  return interactionOf(name, reads, asking)
}

function ownInteraction(
  { name, body, callId }: CustomInteraction,
  place: string,
  reads: readonly ReadPath[],
  asking: Asking,
): Interaction {
  if (typeof name !== 'string' || name.trim() === '' || fixtureNames().some((other) => other === name)) {
    throw new ContractDefinitionError(
      `${place}: a call of your own needs a name that no fixture has, found ${JSON.stringify(name)}.`,
    )
  }
  const call = callIn(body, `${place} ("${name}")`)
  const id = callId ?? call.id
  if (!id) {
    throw new ContractDefinitionError(
      `${place} ("${name}"): the body has no id to ask for. Give one: { name, body, callId }.`,
    )
  }
  return interactionOfCall({ name, callId: id, body: call }, reads, asking)
}

function callIn(body: unknown, place: string) {
  try {
    return readCall(body)
  } catch (cause) {
    if (!(cause instanceof CallFormatError)) throw cause
    throw new ContractDefinitionError(`${place}: ${cause.message}`, { cause })
  }
}
