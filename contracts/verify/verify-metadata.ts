import type { Difference, Metadata } from '../../src/metadata/index.ts'
import { jsonBodyOf } from '../pact-file/body.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { redactText } from '../redact.ts'
import { documentText } from './document-text.ts'
import type { Finding, Verification } from './verification.ts'
import { VerificationError } from './verification-error.ts'
import { type Checkable, checkableCall } from './verify-checkable.ts'

/** Checks the example bodies of a pact against a `$metadata` document. Returns a result for each interaction, in order. */
export type MetadataCheck = (pact: PactFile) => Promise<Pick<Verification, 'interactions'>>

/**
 * Reads a `$metadata` document. The XML parser is loaded only now.
 *
 * @throws a {@link VerificationError} if the file cannot be read or is not a `$metadata` document of Graph
 */
export async function metadataCheck(file: string | URL): Promise<MetadataCheck> {
  const text = await documentText('$metadata document', file)
  const { callType, differencesFrom, MetadataFormatError, readMetadata } = await import(
    '../../src/metadata/index.ts'
  )
  let metadata: Metadata
  try {
    metadata = readMetadata(text)
  } catch (cause) {
    if (!(cause instanceof MetadataFormatError)) throw cause
    throw new VerificationError(
      redactText(`${file} is not a $metadata document of Graph. ${cause.message}`),
      { cause },
    )
  }
  return async ({ interactions }) => ({
    interactions: interactions.map(({ description, response }) => {
      const findings = differencesFrom(metadata, callType, jsonBodyOf(response)).map(findingOf)
      return { description, passed: findings.length === 0, findings }
    }),
  })
}

/** Limits the check to calls. `$metadata` does not declare the bodies of errors. */
export function checkableByMetadata(interaction: PactInteraction): Checkable {
  const checkable = checkableCall(interaction)
  if ('not' in checkable || interaction.response.status === 200) return checkable
  return { not: '$metadata does not declare error bodies' }
}

const findingOf = ({ path, declared, found }: Difference): Finding => ({
  where: 'response',
  against: 'metadata',
  path,
  expected: declared,
  actual: found,
})
