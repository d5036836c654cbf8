import { isJsonObject, type JsonObject } from '../../src/model/json.ts'
import { isMissingPackage } from '../missing-package.ts'
import type { PactFile } from '../pact-file/pact-file.ts'
import { redactText } from '../redact.ts'
import { type ComparatorResult, comparatorFinding } from './comparator-findings.ts'
import { documentText } from './document-text.ts'
import type { Verification } from './verification.ts'
import { VerificationError } from './verification-error.ts'

const packageName = '@pactflow/openapi-pact-comparator'

/** Compares the interactions of a pact with an OpenAPI document. Returns a result for each interaction, in order. */
export type OpenApiCheck = (pact: PactFile) => Promise<Pick<Verification, 'interactions'>>

/**
 * Reads an OpenAPI document, and loads the comparator of PactFlow.
 *
 * @throws a {@link VerificationError} if the file is not an OpenAPI document in JSON, or the comparator is not installed
 */
export async function openApiCheck(file: string | URL): Promise<OpenApiCheck> {
  const document = parsedDocument(file, await documentText('OpenAPI document', file))
  const Comparator = await loadComparator()
  // Version 1 takes the document, version 2 an object that contains it.
  const comparator = new Comparator({ ...document, oas: document })
  return async (pact) => {
    const results = await resultsOf(comparator, pact, file)
    return {
      interactions: pact.interactions.map(({ description, request, response }, index) => {
        const findings = results
          .filter(({ interaction }) => interaction === index)
          .map(({ result }) => comparatorFinding(result, document, { request, response }))
        return { description, passed: findings.length === 0, findings }
      }),
    }
  }
}

function parsedDocument(file: string | URL, text: string): JsonObject {
  const document = parsed(text)
  if (isOpenApi(document)) return document
  const advice = /^[\t ]*(?:openapi|swagger)[\t ]*:/m.test(text)
    ? 'It is YAML. Convert it: npx js-yaml FILE > openapi.json.'
    : 'Create one: npx graph-call-testkit export openapi --out openapi.json.'
  throw new VerificationError(redactText(`${file} is not an OpenAPI 3 document in JSON. ${advice}`))
}

function isOpenApi(document: unknown): document is JsonObject {
  if (!isJsonObject(document)) return false
  const { openapi, paths } = document
  return typeof openapi === 'string' && openapi.startsWith('3.') && isJsonObject(paths)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The part of the comparator that this package uses. The types of the comparator itself do not resolve. */
interface Comparator {
  compare(pact: unknown): AsyncIterable<ComparatorResult>
}

interface ComparatorModule {
  readonly Comparator: new (options: object) => Comparator
}

async function loadComparator(): Promise<ComparatorModule['Comparator']> {
  try {
    const loaded: unknown = await import('@pactflow/openapi-pact-comparator')
    if (isComparatorModule(loaded)) return loaded.Comparator
  } catch (cause) {
    if (!isMissingPackage(cause, packageName)) throw cause
    throw new VerificationError(
      `The comparator of PactFlow is not installed. Install it: npm install --save-dev ${packageName}`,
      { cause },
    )
  }
  throw new VerificationError(
    `Unknown version of ${packageName}. Expected version 1.7 or newer, or version 2.`,
  )
}

function isComparatorModule(loaded: unknown): loaded is ComparatorModule {
  return typeof loaded === 'object' && loaded !== null && 'Comparator' in loaded
}

async function resultsOf(comparator: Comparator, pact: PactFile, file: string | URL) {
  const results: { readonly interaction: number; readonly result: ComparatorResult }[] = []
  try {
    for await (const result of comparator.compare(pact)) {
      if (result.type !== 'error') continue
      const [, index] = /interactions\[(\d+)\]/.exec(result.mockDetails?.location ?? '') ?? []
      results.push({ interaction: Number(index), result })
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new VerificationError(`The comparator of PactFlow cannot use ${file}: ${reason}`, { cause })
  }
  return results
}
