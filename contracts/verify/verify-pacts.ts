import { createTenant } from '../../src/tenant/index.ts'
import { stateHandlers } from '../interaction/state-handlers.ts'
import { asksForCall } from '../pact-file/call-request.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { readPactFiles } from '../pact-file/pact-files.ts'
import type { Environment } from '../publish/environments.ts'
import { type LevelResult, notChecked, type ShapeResult, shapeOf, type VerificationLevel } from './levels.ts'
import { askable, type Service, verifyAgainstService } from './service.ts'
import { type Checkable, verifySome } from './some-of.ts'
import { withPactFile } from './temporary-pact.ts'
import { VerificationError } from './verification-error.ts'
import { verifyAgainstTenant } from './verify-against-tenant.ts'
import { declaredByMetadata, type MetadataCheck, metadataCheck } from './verify-metadata.ts'
import { verifyShape } from './verify-shape.ts'

/** What pacts are held against, beside the virtual tenant and the schema. */
export interface VerifyOptions {
  /** The root of a service that is asked too, without a version: `https://graph.microsoft.com`, or a stub of your own. */
  readonly baseUrl?: string | undefined
  /** The id of a call that the service has; needed with `baseUrl`. */
  readonly callId?: string | undefined
  /**
   * A file with a `$metadata` document of Graph (CSDL, in XML), which the level of shape then holds each example body to, beside the
   * schema: a path, or a `file:` URL. Anyone may fetch it: `https://graph.microsoft.com/v1.0/$metadata`.
   */
  readonly metadata?: string | URL | undefined
  /** Where the token for the service is read from: `GRAPH_ACCESS_TOKEN`. The environment of this process unless said. */
  readonly env?: Environment | undefined
}

/** How far each interaction of some pacts was checked. */
export interface VerifyReport {
  /** No level of any interaction failed. What was not checked did not fail. */
  readonly passed: boolean
  /** The service that was asked; absent where none was. */
  readonly service?: string
  /** The file of the `$metadata` document; absent where none was given. */
  readonly metadata?: string
  /** By file. */
  readonly pacts: readonly VerifiedPact[]
}

/** How far each interaction of a pact was checked. */
export interface VerifiedPact {
  /** As the file was given. */
  readonly file: string
  /** The name of the consumer. */
  readonly consumer: string
  /** The name of the provider. */
  readonly provider: string
  /** In the order of the file. */
  readonly interactions: readonly VerifiedInteraction[]
}

/** How far an interaction was checked. */
export interface VerifiedInteraction {
  /** As the pact describes it. */
  readonly description: string
  /** Whether no level failed. What was not checked did not fail. */
  readonly passed: boolean
  /** The levels that it passed. */
  readonly reached: readonly VerificationLevel[]
  /** What came of each level. */
  readonly levels: Readonly<Record<VerificationLevel, LevelResult>> & { readonly shape: ShapeResult }
}

/**
 * Holds pacts against the virtual tenant and the schema, and, where one is given, against a `$metadata` document; where one
 * is named, against a service: GET and nothing else, with a token from the environment and the id of a call that is there.
 * Nothing is published, least of all as a verification by Microsoft.
 *
 * Pact's native library prints its own report on the standard output of the process, and asks this machine by HTTP: where
 * `HTTP_PROXY` is set, `NO_PROXY` has to have 127.0.0.1. The command sees to both.
 *
 * @param paths - files, and folders whose `*.json` are read
 * @returns for each interaction the levels that it reached, and what was not checked, with the reason
 * @throws VerificationError where a service is named without a token or a call, or a call without a service, or it cannot be reached,
 * and where the `$metadata` document cannot be read or has no call;
 * PactUnavailableError where Pact cannot run; PactFormatError and NoPactsError as lintPacts does
 * @example
 * ```ts
 * const { passed, pacts } = await verifyPacts(['pacts'])
 * pacts[0]?.interactions[0]?.reached // ['selfConsistency', 'shape']
 * ```
 * @example
 * ```ts
 * const { pacts } = await verifyPacts(['pacts'], { metadata: 'metadata.xml' })
 * pacts[0]?.interactions[0]?.levels.shape.metadata // { result: 'passed' }
 * ```
 * Sources: Pact's Verifier; the schema; the virtual tenant; OData CSDL XML 4.0 and JSON Format 4.0 (the document).
 */
export async function verifyPacts(
  paths: readonly string[],
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const { metadata } = options
  const service = serviceIn(options)
  const holdToMetadata = metadata === undefined ? undefined : await metadataCheck(metadata)
  const pacts: VerifiedPact[] = []
  for (const { file, pact } of await readPactFiles(paths)) {
    const { consumer, provider } = pact
    pacts.push({
      file,
      consumer: consumer.name,
      provider: provider.name,
      interactions: await verified(pact, service, holdToMetadata),
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

async function verified(
  pact: PactFile,
  service: Service | undefined,
  holdToMetadata: MetadataCheck | undefined,
): Promise<VerifiedInteraction[]> {
  const states = Object.keys(stateHandlers(createTenant()))
  const bySelf = await verifySome(
    pact,
    (one) => settable(one, states),
    (some) => withPactFile(some, verifyAgainstTenant),
  )
  const byShape = await verifySome(pact, shaped, async (some) => verifyShape(some))
  const byMetadata = holdToMetadata && (await verifySome(pact, declared, holdToMetadata))
  const byService =
    service &&
    (await verifySome(
      pact,
      (one) => askable(one, service.callId),
      (some) => verifyAgainstService(some, service),
    ))
  return pact.interactions.map(({ description }, at) => {
    const levels = {
      selfConsistency: bySelf[at] ?? unknown,
      shape: shapeOf(byShape[at] ?? unknown, byMetadata?.[at]),
      behaviour: byService?.[at] ?? notChecked('no service was named'),
    }
    const results = Object.values(levels).map(({ result }) => result)
    return { description, passed: !results.includes('failed'), reached: reachedOf(levels), levels }
  })
}

const unknown = notChecked('there is no result')

function reachedOf(levels: VerifiedInteraction['levels']): VerificationLevel[] {
  return (['selfConsistency', 'shape', 'behaviour'] as const).filter(
    (level) => levels[level].result === 'passed',
  )
}

/** What the virtual tenant can be asked: what is in one of the states that it knows. */
function settable(interaction: PactInteraction, known: readonly string[]): Checkable {
  const foreign = interaction.providerStates.find(({ name }) => !known.includes(name))
  if (foreign) return { not: `the virtual tenant cannot set up "${foreign.name}"` }
  return shaped(interaction)
}

/** What the schema says something of. */
function shaped(interaction: PactInteraction): Checkable {
  return asksForCall(interaction) ? { as: interaction } : { not: 'it is no GET of a call' }
}

/** What a `$metadata` document says something of. */
function declared(interaction: PactInteraction): Checkable {
  const checkable = shaped(interaction)
  return 'as' in checkable ? declaredByMetadata(interaction) : checkable
}

function serviceIn({ baseUrl, callId, env = process.env }: VerifyOptions): Service | undefined {
  if (baseUrl === undefined) {
    if (callId === undefined) return undefined
    throw new VerificationError(
      `No service is named that is to have the call ${callId}: give its address, such as https://graph.microsoft.com.`,
    )
  }
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
    throw new VerificationError(
      'The service is no http or https URL: it looks like https://graph.microsoft.com.',
    )
  }
  const { GRAPH_ACCESS_TOKEN: token } = env
  if (!token) throw new VerificationError(`To ask ${baseUrl}, a token is needed: set GRAPH_ACCESS_TOKEN.`)
  if (!callId)
    throw new VerificationError(`To ask ${baseUrl}, a call is needed: give the id of one that is there.`)
  return { baseUrl: baseUrl.replace(/\/+$/, ''), token, callId }
}
