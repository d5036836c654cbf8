import { QueryError } from './query-error.ts'

/** A part of a query, and the position at which it stands there. */
export interface Part {
  readonly text: string
  readonly at: number
}

/** One option of a query, decoded. */
export interface QueryOption {
  readonly name: string
  readonly at: number
  readonly value: Part
}

/**
 * The options of a query, in their order: split first and decoded then, as an encoded `&` or `=` parts nothing.
 *
 * @param query - from the question mark on, or empty
 * @throws QueryError where the percent-encoding is broken
 * Source: OData URL Conventions 4.0, 2 (URL parsing).
 */
export function queryOptions(query: string): readonly QueryOption[] {
  let at = 1
  return query
    .slice(1)
    .split('&')
    .map((written) => {
      const equals = written.indexOf('=')
      const name = decoded(equals < 0 ? written : written.slice(0, equals), written, at)
      const text = equals < 0 ? '' : decoded(written.slice(equals + 1), written, at)
      const option = { name, at, value: { text, at: at + name.length + 1 } }
      at = option.value.at + text.length + 1
      return option
    })
}

function decoded(text: string, written: string, at: number): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new QueryError('The percent-encoding is broken.', written, at)
  }
}

/** The parts between separators, but not those within brackets; without the spaces around them. */
export function split({ text, at }: Part, separator: string): readonly Part[] {
  const parts: Part[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')') depth--
    if (i < text.length && (text[i] !== separator || depth > 0)) continue
    parts.push(trimmed({ text: text.slice(start, i), at: at + start }))
    start = i + 1
  }
  return parts
}

/** A part without the spaces around it. */
export function trimmed({ text, at }: Part): Part {
  const rest = text.trimStart()
  return { text: rest.trimEnd(), at: at + text.length - rest.length }
}
