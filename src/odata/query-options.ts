import { QueryError } from './query-error.ts'

/** Part of a query, with its position. */
export interface Part {
  readonly text: string
  readonly at: number
}

/** Option of a query, decoded. */
export interface QueryOption {
  readonly name: string
  readonly at: number
  readonly value: Part
}

/**
 * Returns the options of a query in order. Splits first and then decodes, because an encoded `&` or `=` is not a separator.
 *
 * @param query - the query including the question mark, or an empty string
 * @throws a {@link QueryError} if the percent-encoding is invalid
 * Source: OData URL Conventions 4.0, 2 (URL parsing).
 */
export function queryOptions(query: string): readonly QueryOption[] {
  let at = 1
  return query
    .slice(1)
    .split('&')
    .map((encoded) => {
      const equals = encoded.indexOf('=')
      const name = decode(equals < 0 ? encoded : encoded.slice(0, equals), encoded, at)
      const text = equals < 0 ? '' : decode(encoded.slice(equals + 1), encoded, at)
      const option = { name, at, value: { text, at: at + name.length + 1 } }
      at = option.value.at + text.length + 1
      return option
    })
}

function decode(text: string, option: string, at: number): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new QueryError('The percent-encoding is invalid.', option, at)
  }
}

/** Splits at the separators outside of parentheses, and trims the parts. */
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

/** Removes spaces around a part. */
export function trimmed({ text, at }: Part): Part {
  const rest = text.trimStart()
  return { text: rest.trimEnd(), at: at + text.length - rest.length }
}
