import * as z from 'zod'
import { jsonProblemIn } from '../../src/files/json-structure.ts'
import { printable } from '../../src/output/printable.ts'
import { RedactedError } from '../redacted-error.ts'

const matchers = z.looseObject({
  matchers: z.array(z.looseObject({ match: z.string(), regex: z.string().optional() })),
})
const rules = z.looseObject({
  body: z.record(z.string(), matchers).optional(),
  header: z.record(z.string(), matchers).optional(),
  path: matchers.optional(),
  query: z.record(z.string(), matchers).optional(),
})
/** Part of a request, a response or a message: its example and its matchers. */
export const pactMessagePart = z.looseObject({
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  body: z
    .looseObject({
      content: z.unknown().optional(),
      contentType: z.string().nullish(),
      encoded: z.union([z.boolean(), z.string()]).nullish(),
    })
    .optional(),
  matchingRules: rules.optional(),
  generators: z.looseObject({ path: z.unknown().optional() }).optional(),
})

const interaction = z.looseObject({
  type: z.literal('Synchronous/HTTP'),
  description: z.string(),
  providerStates: z
    .array(z.looseObject({ name: z.string(), params: z.record(z.string(), z.unknown()).optional() }))
    .default([]),
  request: pactMessagePart.extend({ method: z.string(), path: z.string() }),
  response: pactMessagePart.extend({ status: z.int() }),
})

const pactFile = z.looseObject({
  consumer: z.looseObject({ name: z.string() }),
  provider: z.looseObject({ name: z.string() }),
  interactions: z.array(interaction),
  metadata: z.looseObject({ pactSpecification: z.looseObject({ version: z.string().regex(/^4(\.|$)/) }) }),
})

/** A pact in version 4 of the specification. Properties that this package does not use are kept. */
export type PactFile = z.infer<typeof pactFile>

/** An interaction of a pact. */
export type PactInteraction = PactFile['interactions'][number]

/**
 * Thrown when a file is not a valid pact. The message names the file and the property.
 *
 * @example
 * ```ts
 * import { lintPacts } from 'graph-call-testkit/contracts'
 *
 * await lintPacts(['package.json'])
 * // PactFormatError: package.json is not a pact. It is a package.json.
 * ```
 * Source: Pact Specification V4.
 */
export class PactFormatError extends RedactedError {
  override readonly name = 'PactFormatError'
}

/**
 * Parses the text of a pact.
 *
 * @param file - name of the file, for the message of an error
 * @throws a {@link PactFormatError} if it is not a pact of HTTP interactions in version 4 of the specification
 */
export function parsePact(text: string, file: string): PactFile {
  return checkPact(parseJson(text, file), file)
}

/** Does the same as {@link parsePact} with parsed JSON. */
export function checkPact(value: unknown, file: string): PactFile {
  const result = pactFile.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new PactFormatError(
    `${printable(file)} is not a valid pact. Expected HTTP interactions in version 1 to 4 of the Pact Specification, found: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}.`,
    { cause: result.error },
  )
}

/**
 * Parses JSON.
 *
 * @throws a {@link PactFormatError} if the text is not JSON, an object has a key twice, or it has too many levels
 */
export function parseJson(text: string, file: string): unknown {
  const value = jsonIn(text, file)
  const problem = jsonProblemIn(text)
  if (problem)
    throw new PactFormatError(`${printable(file)}:${problem.line} is not a valid pact. ${problem.message}`)
  return value
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const found = text.trim() === '' ? 'not JSON: it is empty' : 'not JSON'
    throw new PactFormatError(
      `${printable(file)} is ${found}. Expected a pact: run the tests that write it again.`,
      {
        cause,
      },
    )
  }
}

/** Formats a pact with sorted keys, so that the same pact always produces the same text. */
export function pactText(pact: object): string {
  return `${JSON.stringify(sorted(pact), null, 2)}\n`
}

/** Sorts keys by code unit, which does not depend on the language of the machine. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
