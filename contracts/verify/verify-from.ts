import { createTenant } from '../../src/tenant/index.ts'
import { stateHandlers } from '../interaction/state-handlers.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { readPactFiles } from '../pact-file/pact-files.ts'
import { notChecked, shapeOf, type VerificationLevel } from './levels.ts'
import { VerificationError } from './verification-error.ts'
import { checkableByService, type Service, verifyAgainstService } from './verify-against-service.ts'
import { verifyAgainstTenant } from './verify-against-tenant.ts'
import { type Checkable, checkableCall, verifyCheckable } from './verify-checkable.ts'
import { checkableByMetadata, type MetadataCheck, metadataCheck } from './verify-metadata.ts'
import type { VerifiedInteraction, VerifiedPact, VerifyOptions, VerifyReport } from './verify-pacts.ts'
import { verifyShape } from './verify-shape.ts'

/** Verifies pacts as {@link verifyPacts} does, with the token from the given environment. */
export async function verifyFrom(
  paths: readonly string[],
  options: VerifyOptions,
  env: { readonly [name: string]: string | undefined },
): Promise<VerifyReport> {
  const { metadata } = options
  const service = serviceIn(options, env)
  const checkMetadata = metadata === undefined ? undefined : await metadataCheck(metadata)
  const pacts: VerifiedPact[] = []
  for (const { file, pact } of await readPactFiles(paths)) {
    const { consumer, provider } = pact
    pacts.push({
      file,
      consumer: consumer.name,
      provider: provider.name,
      interactions: await verifyInteractions(pact, service, checkMetadata),
    })
  }
  const passed = pacts.every(({ interactions }) => interactions.every((interaction) => interaction.passed))
  return {
    passed,
    ...(service && { service: service.baseUrl }),
    ...(metadata !== undefined && { metadata: String(metadata) }),
    pacts,
  }
}

async function verifyInteractions(
  pact: PactFile,
  service: Service | undefined,
  checkMetadata: MetadataCheck | undefined,
): Promise<VerifiedInteraction[]> {
  const states = Object.keys(stateHandlers(createTenant()))
  const byTenant = await verifyCheckable(pact, (one) => checkableByTenant(one, states), verifyAgainstTenant)
  const bySchema = await verifyCheckable(pact, checkableCall, async (some) => verifyShape(some))
  const byMetadata = checkMetadata && (await verifyCheckable(pact, checkableByMetadata, checkMetadata))
  const byService =
    service &&
    (await verifyCheckable(
      pact,
      (one) => checkableByService(one, service.callId),
      (some) => verifyAgainstService(some, service),
    ))
  return pact.interactions.map(({ description }, index) => {
    const levels = {
      selfConsistency: byTenant[index] ?? noResult,
      shape: shapeOf(bySchema[index] ?? noResult, byMetadata?.[index]),
      behavior: byService?.[index] ?? notChecked('no service was given'),
    }
    const results = Object.values(levels).map(({ result }) => result)
    return { description, passed: !results.includes('failed'), reached: reachedIn(levels), levels }
  })
}

const noResult = notChecked('the check returned no result')

function reachedIn(levels: VerifiedInteraction['levels']): VerificationLevel[] {
  return (['selfConsistency', 'shape', 'behavior'] as const).filter(
    (level) => levels[level].result === 'passed',
  )
}

/** Limits the check to calls in provider states that the virtual tenant knows. */
function checkableByTenant(interaction: PactInteraction, known: readonly string[]): Checkable {
  const unknown = interaction.providerStates.find(({ name }) => !known.includes(name))
  if (unknown) return { not: `the virtual tenant cannot set up the provider state "${unknown.name}"` }
  return checkableCall(interaction)
}

function serviceIn(
  { baseUrl, callId }: VerifyOptions,
  { GRAPH_ACCESS_TOKEN: token }: { readonly [name: string]: string | undefined },
): Service | undefined {
  if (baseUrl === undefined) {
    if (callId === undefined) return undefined
    throw new VerificationError(
      `Missing service URL for the call ID ${callId}. Pass the URL as well, for example https://graph.microsoft.com.`,
    )
  }
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
    throw new VerificationError(
      'Invalid service URL. Expected an http or https URL such as https://graph.microsoft.com.',
    )
  }
  if (!token) throw new VerificationError(`Missing token for ${baseUrl}. Set GRAPH_ACCESS_TOKEN.`)
  if (!callId)
    throw new VerificationError(
      `Missing call ID for ${baseUrl}. Pass the ID of a call that exists in the service.`,
    )
  return { baseUrl: baseUrl.replace(/\/+$/, ''), token, callId }
}
