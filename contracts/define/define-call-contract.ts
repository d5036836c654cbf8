import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FixtureName } from '../../fixtures/index.ts'
import type { Interaction } from '../interaction/interaction.ts'
import { runInteraction } from '../interaction/run-interaction.ts'
import { templateOf } from '../interaction/template.ts'
import type { BodyRead, CallReads } from '../reads/read-paths.ts'
import { warnProcess } from '../warn.ts'
import type {
  CallContract,
  CallContractDefinition,
  CallInteraction,
  CustomInteraction,
  Expected,
  InteractionContext,
  NameOf,
} from './call-contract.ts'
import { checkedReads } from './checked-reads.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import { interactionsOf } from './defined-interactions.ts'
import { fetchIn } from './fetch-in-cloud.ts'
import { promiseWarnings, unpromisedIn } from './promise-warnings.ts'
import { callerOf, isSameLocation, isUnchanged, type SourceLocation } from './source-location.ts'
import { conflict, type StagedContract, Staging, writeIfComplete } from './staging.ts'

/** The definitions of this process, by the file that each owns. */
const owners = new Map<string, SourceLocation & { readonly definition: string }>()

/**
 * The contract of a consumer that does GET /communications/calls/{id}: what it asks, and what it reads of the answer.
 *
 * Each interaction is a test of your own, in Vitest, Jest or node:test: it runs your client against a real Pact mock
 * server. When the last one has succeeded, the pact is written to `dir`, whole: the same definition and the same Pact give
 * the same bytes, whatever the order of the tests and the processes they run in.
 *
 * It is the consumer's assumption. Microsoft verifies no pacts, and docs/contracts.md says what such a contract can promise.
 *
 * @throws ContractDefinitionError where the definition cannot be kept: a read that no call has, two interactions of one
 * name, a body that is no call, or a second definition of the same file
 * @example
 * ```ts
 * const contract = defineCallContract({
 *   consumer: 'my-bot',
 *   dir: new URL('../pacts/', import.meta.url),
 *   reads: await readsOf(showCall),
 *   interactions: ['peer-to-peer', 'group', 'call-not-found'],
 * })
 * test('shows a group call', () =>
 *   contract.interaction('group').run(async ({ baseUrl, token, callId, expected }) => {
 *     expect(await new CallClient({ baseUrl, token }).show(callId)).toEqual(showCall(expected.body))
 *   }))
 * ```
 * Sources: the fixtures; Get call (the request); $metadata v1.0 (the matchers).
 */
export function defineCallContract<
  const Given extends FixtureName | CustomInteraction,
  const Reads extends CallReads<never>,
>(definition: CallContractDefinition<Given, Reads>): CallContract<NameOf<Given>, BodyRead<Reads>> {
  type Body = BodyRead<Reads>
  const place = callerOf(defineCallContract)
  const { consumer, provider = 'microsoft-graph-calls', cloud } = definition
  const parties = { consumer: nameIn('consumer', consumer), provider: nameIn('provider', provider) }
  const dir = pathOf('dir', definition.dir)
  const reads = checkedReads(definition)
  const interactions = interactionsOf({ ...definition, reads })
  const staged = stagedContractOf(parties, interactions)
  const file = join(dir, staged.file)
  own(file, place, staged.hash)
  const staging = new Staging(pathOf('staging', definition.staging ?? join(dir, 'staging')), staged)

  async function run<Name extends string, T>(
    interaction: Interaction,
    exercise: (exercise: InteractionContext<Name, Body>) => T | Promise<T>,
  ): Promise<T> {
    await staging.claim(place)
    try {
      const { answer, pact } = await runInteraction(interaction, parties, (given) =>
        exercise({
          ...given,
          fetch: fetchIn(cloud, given.fetch),
          expected: expectedIn<Name, Body>(interaction),
        }),
      )
      await staging.leave(interaction.name, pact)
      await writeIfComplete(dir, staged, await staging.results(pact))
      return answer
    } catch (error) {
      await staging.withdraw(interaction.name)
      throw error
    }
  }

  const byName = <Name extends string>(name: Name): CallInteraction<Name, Body> => {
    const interaction = interactions.find((other) => other.name === name)
    if (!interaction) {
      const names = interactions.map(({ name }) => `"${name}"`).join(', ')
      throw new ContractDefinitionError(`The contract has no interaction "${name}". It has: ${names}.`)
    }
    return {
      name,
      description: interaction.description,
      get expected() {
        return expectedIn<Name, Body>(interaction)
      },
      run: (exercise) => run(interaction, exercise),
    }
  }

  const unpromisedReads = unpromisedIn(reads, interactions)
  const { warn = warnProcess } = definition
  for (const message of promiseWarnings(consumer, unpromisedReads, interactions)) warn(message)
  return {
    ...parties,
    file,
    reads,
    unpromisedReads,
    // The names are those that were given: `interactionsOf` keeps them.
    interactions: interactions.map(({ name }) => byName(name as NameOf<Given>)),
    interaction: byName,
  }
}

/** Data has no type: what is promised is what the fixture, or the given call, has of the reads. */
function expectedIn<Name extends string, Body>({ response }: Interaction): Expected<Name, Body> {
  const { status, retryAfter, body } = response
  const copy: unknown = JSON.parse(JSON.stringify({ status, retryAfter, body }))
  return copy as Expected<Name, Body>
}

function stagedContractOf(
  parties: { readonly consumer: string; readonly provider: string },
  interactions: readonly Interaction[],
): StagedContract {
  const sorted = interactions.toSorted((a, b) => (a.description < b.description ? -1 : 1))
  const text = JSON.stringify([parties, sorted.map(templateOf)])
  return {
    ...parties,
    file: `${parties.consumer}-${parties.provider}.json`,
    hash: createHash('sha256').update(text).digest('hex').slice(0, 16),
    interactions: sorted.map(({ name }) => name),
  }
}

/** One definition owns one file: here in this process, and by its claim in staging in all others. */
function own(file: string, place: SourceLocation, definition: string): void {
  const owner = owners.get(file)
  if (owner && isUnchanged(owner) && !(isSameLocation(owner, place) && owner.definition === definition)) {
    throw new ContractDefinitionError(conflict(file, owner, place))
  }
  owners.set(file, { ...place, definition })
}

/** It names a file, and stands in the address of a broker. */
function nameIn(key: 'consumer' | 'provider', name: string): string {
  if (typeof name === 'string' && /^[^\s/\\:*?"<>|.][^/\\:*?"<>|\p{Cc}]*$/u.test(name)) return name
  throw new ContractDefinitionError(
    `${key}: expected a name that a file can have, such as "my-bot", found ${JSON.stringify(name)}.`,
  )
}

/** Of no file; a drive of Windows has one letter. */
const otherUrl = /^(?!file:)[a-z][a-z\d+.-]+:/i

/** A variable that is not set would be a folder called `undefined`. */
function pathOf(key: 'dir' | 'staging', place: string | URL): string {
  // By its form: a URL of another realm, as in Jest, is no instance of this one's.
  const text = typeof place === 'object' && place !== null && 'href' in place ? place.href : place
  if (typeof text === 'string' && text.trim() !== '' && !otherUrl.test(text)) {
    return text.startsWith('file:') ? fileURLToPath(text) : resolve(text)
  }
  throw new ContractDefinitionError(
    `${key}: expected a path or a file URL, such as "pacts", found ${JSON.stringify(text)}.`,
  )
}
