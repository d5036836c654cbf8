import type { FixtureName } from '../../fixtures/index.ts'
import { graphProvider } from '../graph-provider.ts'
import type { Interaction } from '../interaction/interaction.ts'
import { runInteraction } from '../interaction/run-interaction.ts'
import type { BodyRead, CallReads } from '../reads/read-paths.ts'
import { warnProcess } from '../warn.ts'
import type {
  CallContract,
  CallContractDefinition,
  CallInteraction,
  Expected,
  InteractionContext,
} from './call-contract.ts'
import { checkedName, checkFileName } from './checked-names.ts'
import { checkOptions } from './checked-options.ts'
import { checkedReads } from './checked-reads.ts'
import { cloudFetch } from './cloud-fetch.ts'
import { ContractDefinitionError, invalidOption } from './contract-definition-error.ts'
import { ContractRecorder } from './contract-recorder.ts'
import { coverageWarnings, uncoveredReadsOf } from './coverage-warnings.ts'
import { interactionsOf } from './defined-interactions.ts'
import type { CustomInteraction, FixtureInteraction, InteractionName } from './interaction-input.ts'
import { callerLocation } from './source-location.ts'

/**
 * Defines the contract of a consumer that requests `GET /communications/calls/{id}`: what it sends, and what it reads in the
 * response.
 *
 * Run each interaction in a test of your own, in Vitest, Jest or node:test. It sends the request of your client to a Pact
 * mock server. When the last interaction has passed, the pact file is written to `dir`. The same definition and version of
 * Pact always produce the same bytes, in any order and with any number of processes. Interactions that other tools wrote to
 * the file stay. If `dir` exists, the definition registers itself in the staging directory, so that `contractStatus` and
 * `lintPacts` find a pact of an earlier definition.
 *
 * A contract states what the consumer assumes. Microsoft does not verify pacts. docs/contracts.md explains what a contract
 * proves.
 *
 * @throws a {@link ContractDefinitionError} if the definition is invalid: an unknown option or a value of a wrong type, an
 * unknown path in `reads`, two interactions with the same name, a body that is not a call, or a second definition of the
 * same file
 * @throws a {@link PactFormatError} if a file in the staging directory is invalid
 * @example
 * ```ts
 * import type { ReceivedCall } from 'graph-call-testkit'
 * import { defineCallContract, readsOf } from 'graph-call-testkit/contracts'
 *
 * const showCall = (call: ReceivedCall) => `${call.direction} call, ${call.state}`
 *
 * const contract = defineCallContract({
 *   consumer: 'my-bot',
 *   dir: new URL('../pacts/', import.meta.url),
 *   reads: await readsOf(showCall),
 *   interactions: ['peer-to-peer', 'group'],
 * })
 *
 * test.each(contract.interactions)('shows the call: $name', (interaction) =>
 *   interaction.run(async ({ baseUrl, token, callId, expected }) => {
 *     const headers = { Authorization: `Bearer ${token}` }
 *     const response = await fetch(`${baseUrl}/v1.0/communications/calls/${callId}`, { headers })
 *     expect(showCall(await response.json())).toBe(showCall(expected.body))
 *   }),
 * )
 * ```
 * Sources: the fixtures; Get call (the request); $metadata v1.0 (the matchers).
 */
export function defineCallContract<
  const Input extends FixtureName | FixtureInteraction | CustomInteraction,
  const Reads extends CallReads<never>,
>(definition: CallContractDefinition<Input, Reads>): CallContract<InteractionName<Input>, BodyRead<Reads>> {
  type Body = BodyRead<Reads>
  const location = callerLocation(defineCallContract)
  checkOptions(definition)
  const { provider = graphProvider, cloud, warn = warnProcess } = definition
  const consumer = checkedName('consumer', definition.consumer)
  const pacticipants = { consumer, provider: checkedName('provider', provider) }
  checkFileName(consumer, pacticipants.provider)
  const reads = checkedReads(definition)
  const interactions = interactionsOf({ ...definition, reads })
  const recorder = new ContractRecorder(pacticipants, interactions, location, { ...definition, warn })

  async function run<Name extends string, T>(
    interaction: Interaction,
    test: (context: InteractionContext<Name, Body>) => T | Promise<T>,
  ): Promise<T> {
    if (typeof test !== 'function') {
      throw invalidOption(
        'test',
        test,
        'a function: run(async ({ fetch, token, callId, expected }) => { ... })',
      )
    }
    return recorder.record(interaction.name, () =>
      runInteraction(interaction, pacticipants, (context) =>
        test({
          ...context,
          fetch: cloudFetch(cloud, context.fetch),
          expected: expectedIn<Name, Body>(interaction),
        }),
      ),
    )
  }

  const byName = <Name extends string>(name: Name): CallInteraction<Name, Body> => {
    const interaction = interactions.find((other) => other.name === name)
    if (!interaction) {
      const names = interactions.map(({ name }) => `"${name}"`).join(', ')
      throw new ContractDefinitionError(
        `The contract does not have the interaction "${name}". It has: ${names}.`,
      )
    }
    return {
      name,
      description: interaction.description,
      get expected() {
        return expectedIn<Name, Body>(interaction)
      },
      run: (test) => run(interaction, test),
    }
  }

  const uncoveredReads = uncoveredReadsOf(
    reads,
    interactions.map(({ response }) => response.body),
  )
  for (const message of coverageWarnings(consumer, uncoveredReads, interactions)) warn(message)
  return {
    ...pacticipants,
    file: recorder.file,
    reads,
    uncoveredReads,
    // `interactionsOf` keeps the names of the definition.
    interactions: interactions.map(({ name }) => byName(name as InteractionName<Input>)),
    interaction: byName,
  }
}

/** Returns a copy of the expected response. Its type follows from the definition, which TypeScript cannot check. */
function expectedIn<Name extends string, Body>({ response }: Interaction): Expected<Name, Body> {
  const { status, retryAfter, body } = response
  const copy: unknown = JSON.parse(JSON.stringify({ status, retryAfter, body }))
  return copy as Expected<Name, Body>
}
