import * as z from 'zod'
import { TestkitError } from '../../src/model/errors.ts'

const json = z.json()
const matchers = z.looseObject({
  matchers: z.array(z.looseObject({ match: z.string(), regex: z.string().optional() })),
})
const rules = z.looseObject({
  body: z.record(z.string(), matchers).optional(),
  header: z.record(z.string(), matchers).optional(),
  path: matchers.optional(),
})
const message = z.looseObject({
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  body: z.looseObject({ content: json.optional() }).optional(),
  matchingRules: rules.optional(),
  generators: z.looseObject({ path: json.optional() }).optional(),
})

const interaction = z.looseObject({
  type: z.literal('Synchronous/HTTP'),
  description: z.string(),
  providerStates: z
    .array(z.looseObject({ name: z.string(), params: z.record(z.string(), json).optional() }))
    .default([]),
  request: message.extend({ method: z.string(), path: z.string() }),
  response: message.extend({ status: z.int() }),
})

const pactFile = z.looseObject({
  consumer: z.looseObject({ name: z.string() }),
  provider: z.looseObject({ name: z.string() }),
  interactions: z.array(interaction),
  metadata: z.looseObject({ pactSpecification: z.looseObject({ version: z.string().regex(/^4\./) }) }),
})

/** A pact as Pact V4 writes it, as far as it is looked at here; the rest is kept as it came. */
export type PactFile = z.infer<typeof pactFile>

/** One interaction of a pact. */
export type PactInteraction = PactFile['interactions'][number]

/**
 * The text is no pact that is read here; the message says which file, and why.
 *
 * @example
 * ```ts
 * await lintPacts(['package.json'])
 * // PactFormatError: package.json is no Pact V4 file of HTTP interactions: ...
 * ```
 */
export class PactFormatError extends TestkitError {
  override readonly name = 'PactFormatError'
}

/**
 * Reads the text of a pact.
 *
 * @param place - where the text comes from, for the message
 * @throws PactFormatError where it is no pact of HTTP interactions in version 4 of the specification
 */
export function parsePact(text: string, place: string): PactFile {
  return checkPact(parseJson(text, place), place)
}

/** What {@link parsePact} does, with the JSON of the text. */
export function checkPact(value: unknown, place: string): PactFile {
  const result = pactFile.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new PactFormatError(
    `${place} is no Pact V4 file of HTTP interactions, nor one of an older version that is read as such: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}.`,
    { cause: result.error },
  )
}

/** @throws PactFormatError where the text is no JSON */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PactFormatError(`${place} is not JSON, and so no pact. Write it anew.`, { cause })
  }
}

/** The text of a pact, its keys sorted: the same for the same pact, however it was put together. */
export function pactText(pact: PactFile): string {
  return `${JSON.stringify(sorted(pact), null, 2)}\n`
}

/** By code unit, and not by the language of the machine. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
