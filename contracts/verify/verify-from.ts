import { printable } from '../../src/output/printable.ts'
import { environmentSecrets } from '../../src/output/process-secrets.ts'
import { redacted } from '../../src/output/redacted.ts'
import { type Redact, redactor } from '../../src/output/redactor.ts'
import { createTenant } from '../../src/tenant/index.ts'
import { stateHandlers } from '../interaction/state-handlers.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import type { PactMessage } from '../pact-file/pact-message.ts'
import { notChecked, shapeOf, type VerificationLevel } from './levels.ts'
import { selectedPacts } from './selected-pacts.ts'
import { type Service, serviceIn } from './service.ts'
import { VerificationError } from './verification-error.ts'
import { checkableByService, verifyAgainstService } from './verify-against-service.ts'
import { verifyAgainstTenant } from './verify-against-tenant.ts'
import { type Checkable, checkableCall, verifyCheckable } from './verify-checkable.ts'
import { verifyMessages } from './verify-messages.ts'
import { checkableByMetadata, type MetadataCheck, metadataCheck } from './verify-metadata.ts'
import { type OpenApiCheck, openApiCheck } from './verify-openapi.ts'
import type { VerifiedInteraction, VerifiedPact, VerifyOptions, VerifyReport } from './verify-options.ts'
import { verifyShape } from './verify-shape.ts'

/** Verifies pacts as {@link verifyPacts} does, with the token from the given environment. */
export async function verifyFrom(
  paths: readonly string[],
  options: VerifyOptions,
  env: { readonly [name: string]: string | undefined },
): Promise<VerifyReport> {
  const { metadata, openapi } = options
  const { GRAPH_ACCESS_TOKEN: token } = env
  const redact = redactor(environmentSecrets(env))
  const service = serviceIn(options, token, redact)
  const checks = {
    metadata: metadata === undefined ? undefined : await metadataCheck(metadata),
    openapi: openapi === undefined ? undefined : await openApiCheck(openapi),
  }
  const pacts: VerifiedPact[] = []
  for (const { file, pact, messages } of await selectedPacts(paths, options)) {
    const { consumer, provider } = pact
    pacts.push({
      file,
      consumer: consumer.name,
      provider: provider.name,
      interactions: [
        ...(await verifyInteractions(pact, service, checks, redact)),
        ...(await verifyNotifications(pact, messages)),
      ],
    })
  }
  const interactions = pacts.flatMap((pact) => pact.interactions)
  rejectUnchecked(interactions, service, redact)
  return redacted(
    {
      passed: interactions.every((interaction) => interaction.passed),
      ...(service && { service: service.baseUrl }),
      ...(metadata !== undefined && { metadata: String(metadata) }),
      ...(openapi !== undefined && { openapi: String(openapi) }),
      pacts,
    },
    redact,
  )
}

async function verifyInteractions(
  pact: PactFile,
  service: Service | undefined,
  checks: { readonly metadata: MetadataCheck | undefined; readonly openapi: OpenApiCheck | undefined },
  redact: Redact,
): Promise<VerifiedInteraction[]> {
  const states = Object.keys(stateHandlers(createTenant()))
  const byTenant = await verifyCheckable(pact, (one) => checkableByTenant(one, states), verifyAgainstTenant)
  const bySchema = await verifyCheckable(pact, checkableCall, async (some) => verifyShape(some))
  const byMetadata = checks.metadata && (await verifyCheckable(pact, checkableByMetadata, checks.metadata))
  const byOpenApi = checks.openapi && (await verifyCheckable(pact, checkableCall, checks.openapi))
  const byService =
    service &&
    (await verifyCheckable(
      pact,
      (one) => checkableByService(one, service),
      (some) => verifyAgainstService(some, service, redact),
    ))
  return pact.interactions.map(({ description }, index) => {
    const levels = {
      selfConsistency: byTenant[index] ?? noResult,
      shape: shapeOf(bySchema[index] ?? noResult, {
        metadata: byMetadata?.[index],
        openapi: byOpenApi?.[index],
      }),
      behavior: byService?.[index] ?? notChecked('no service was given'),
    }
    return verified(description, levels)
  })
}

async function verifyNotifications(
  pact: PactFile,
  messages: readonly PactMessage[],
): Promise<VerifiedInteraction[]> {
  const results = await verifyMessages(pact, messages)
  return messages.flatMap(({ description }, index) => {
    const levels = results[index]
    return levels ? [verified(description, levels)] : []
  })
}

function verified(description: string, levels: VerifiedInteraction['levels']): VerifiedInteraction {
  const results = Object.values(levels).map(({ result }) => result)
  return { description, passed: !results.includes('failed'), reached: reachedIn(levels), levels }
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

/**
 * Rejects a verification that checked nothing: no interaction at all, or none against the service.
 *
 * @throws a {@link VerificationError} if no interaction was checked
 */
function rejectUnchecked(
  interactions: readonly VerifiedInteraction[],
  service: Service | undefined,
  redact: Redact,
): void {
  const levels: readonly VerificationLevel[] = service ? ['behavior'] : ['selfConsistency', 'shape']
  const results = interactions.map((interaction) => levels.map((level) => interaction.levels[level]))
  const isChecked = results.flat().some(({ result }) => result !== 'not checked')
  if (isChecked || interactions.some(({ passed }) => !passed)) return
  const reasons = interactions
    .slice(0, 5)
    .map(({ description }, index) => `  ${description}: ${results[index]?.[0]?.reason}`)
  const more = interactions.length > 5 ? `\n  and ${interactions.length - 5} more` : ''
  throw new VerificationError(
    redact(
      `No interaction was checked${service ? ` against ${service.baseUrl}` : ''}. Expected a GET request for a call in a provider state that can be set up.\n${reasons.map(printable).join('\n')}${more}`,
    ),
  )
}
