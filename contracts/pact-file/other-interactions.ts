import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { identityOf, PactMergeError } from './merge-interactions.ts'
import { originOf, withoutOrigin } from './origin.ts'
import { PactFormatError } from './pact-file.ts'
import type { StoredPact } from './stored-pact.ts'

/** Interactions of a pact file that other tools wrote, such as Pact itself, and the metadata of that file. */
export interface OtherInteractions {
  readonly metadata: object
  readonly interactions: readonly OtherInteraction[]
}

const interaction = z.looseObject({
  type: z.string().optional(),
  description: z.string(),
  providerStates: z.array(z.looseObject({ name: z.string() })).optional(),
})
type OtherInteraction = z.infer<typeof interaction>

const pact = z.looseObject({
  consumer: z.looseObject({ name: z.string() }),
  provider: z.looseObject({ name: z.string() }),
  interactions: z.array(z.unknown()).default([]),
  messages: z.array(z.unknown()).default([]),
  metadata: z
    .looseObject({
      pactSpecification: z.looseObject({ version: z.string() }).optional(),
      'pact-specification': z.looseObject({ version: z.string() }).optional(),
      pactSpecificationVersion: z.string().optional(),
    })
    .default({}),
})

/**
 * Finds the interactions of a pact file that other tools wrote. Pact merges the interactions of all tools that write a file,
 * so they must stay when this package writes it. Interactions of an earlier definition of this package do not stay.
 *
 * @param text - text of the file that exists
 * @throws a {@link PactFormatError} if it is not a pact
 * @throws a {@link PactMergeError} if it has other pacticipants, or interactions in an older version of the specification
 */
export function otherInteractionsIn(
  text: string,
  file: string,
  { consumer, provider }: { readonly consumer: string; readonly provider: string },
): OtherInteractions {
  const { success, data } = pact.safeParse(jsonOf(text))
  if (!success) {
    throw new PactFormatError(
      `${file} exists and is not a pact, so it was not overwritten. Delete it, and run the tests again.`,
    )
  }
  if (data.consumer.name !== consumer || data.provider.name !== provider) {
    throw new PactMergeError(
      `${file} is the pact of ${JSON.stringify(data.consumer.name)} with ${JSON.stringify(data.provider.name)}, so it was not overwritten. Use another consumer, provider or dir.`,
    )
  }
  const { metadata } = data
  const version =
    metadata.pactSpecification?.version ??
    metadata['pact-specification']?.version ??
    metadata.pactSpecificationVersion ??
    'unknown'
  const others = [...data.interactions, ...data.messages].filter((one) => originOf(one) === undefined)
  if (others.length > 0 && !version.startsWith('4.')) {
    throw new PactMergeError(
      `${file} has ${others.length} ${others.length === 1 ? 'interaction' : 'interactions'} in version ${version} of the Pact Specification, written by another tool. They would be lost, so the file was not overwritten. Write them with version 4, use another provider or dir here, or delete the file if no tool writes it any longer.`,
    )
  }
  return { metadata, interactions: others.map((one) => checkedInteraction(one, file)) }
}

/**
 * Adds the interactions of other tools to a pact. All interactions are sorted by description and provider state.
 *
 * @throws a {@link PactMergeError} if another tool wrote a different interaction with the same description and provider state
 */
export function withOtherInteractions(
  own: StoredPact,
  { metadata, interactions }: OtherInteractions,
): object {
  const others = interactions.filter((other) => !isCopy(own, other))
  if (others.length === 0) return own
  const sorted = [...own.interactions, ...others]
    .map((one) => [`${identityOf(one)} ${one.type}`, one] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
  return { ...own, metadata: { ...metadata, ...own.metadata }, interactions: sorted }
}

/** Returns the interactions of other tools that are not copies of interactions of a pact. */
export function addedTo(own: StoredPact, { interactions }: OtherInteractions): readonly OtherInteraction[] {
  return interactions.filter((other) => !isCopy(own, other))
}

/** True for an interaction of this package whose origin another tool has removed. */
function isCopy(own: StoredPact, other: OtherInteraction): boolean {
  const same = own.interactions.find(
    (one) => one.type === other.type && identityOf(one) === identityOf(other),
  )
  if (!same) return false
  if (isDeepStrictEqual(withoutOrigin(same), withoutOrigin(other))) return true
  throw new PactMergeError(
    `Cannot merge pacts: another tool wrote a different interaction ${identityOf(other)}. Pact identifies interactions by description and state: change one.`,
  )
}

function checkedInteraction(value: unknown, file: string): OtherInteraction {
  const { success, data } = interaction.safeParse(value)
  if (success) return data
  throw new PactFormatError(
    `${file} has an interaction without a description, so it was not overwritten. Correct it or delete it.`,
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
