import { readFile } from 'node:fs/promises'
import { types } from 'node:util'
import type { Difference, Metadata } from '../../src/metadata/index.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import type { Checkable } from './some-of.ts'
import type { Finding, Verification } from './verification.ts'
import { VerificationError } from './verification-error.ts'

/** Holds the example bodies of a pact to a document; a result for each interaction, in their order. */
export type MetadataCheck = (pact: PactFile) => Promise<Pick<Verification, 'interactions'>>

/**
 * Reads a `$metadata` document; it takes a parser, which is loaded now and not earlier.
 *
 * @throws CannotVerifyError where the file cannot be read, or is no `$metadata` of Graph
 */
export async function metadataCheck(file: string | URL): Promise<MetadataCheck> {
  const text = await textOf(file)
  const { callType, differencesFrom, MetadataFormatError, readMetadata } = await import(
    '../../src/metadata/index.ts'
  )
  let metadata: Metadata
  try {
    metadata = readMetadata(text)
  } catch (cause) {
    if (!(cause instanceof MetadataFormatError)) throw cause
    throw new VerificationError(`${file} is no $metadata document of Graph. ${cause.message}`, { cause })
  }
  return async ({ interactions }) => ({
    interactions: interactions.map(({ description, response: { body } }) => {
      const findings = differencesFrom(metadata, callType, body?.content).map(findingOf)
      return { description, passed: findings.length === 0, findings }
    }),
  })
}

/** What a document says something of: it declares the call, and no body of an error. */
export function declaredByMetadata(interaction: PactInteraction): Checkable {
  return interaction.response.status === 200
    ? { as: interaction }
    : { not: 'a $metadata document declares no bodies of errors' }
}

async function textOf(file: string | URL): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (!types.isNativeError(cause)) throw cause
    const hint = /^https?:/.test(String(file)) ? ' Fetch the document first, and name its file.' : ''
    throw new VerificationError(`The $metadata document ${file} cannot be read: ${cause.message}.${hint}`, {
      cause,
    })
  }
}

const findingOf = ({ path, declared, found }: Difference): Finding => ({
  where: 'response',
  against: 'metadata',
  path,
  expected: declared,
  actual: found,
})
