import { randomUUID } from 'node:crypto'
import { jsonCopy } from '../model/json-copy.ts'
import { CaptureFormatError } from './capture-format-error.ts'
import { CaptureRewriter } from './capture-rewriter.ts'
import { Inventor } from './inventor.ts'
import type { Replacement } from './replacement.ts'

/**
 * Options of {@link anonymize}.
 *
 * @example
 * ```ts
 * const options: AnonymizeOptions = { salt: 'any secret text', allow: ['subject'] }
 * ```
 * Source: this package.
 */
export interface AnonymizeOptions {
  /** Secret text. The same salt gives the same values for the same capture. By default, each run gives others. */
  readonly salt?: string
  /** Names of properties whose texts stay. */
  readonly allow?: readonly string[]
}

/**
 * Anonymized capture.
 *
 * @example
 * ```ts
 * const pathsOf = ({ replacements }: Anonymized) => replacements.map(({ path }) => path)
 * ```
 * Source: this package.
 */
export interface Anonymized {
  /** Anonymized value. Of NDJSON, the list of its lines. */
  readonly value: unknown
  /** Anonymized value as JSON, or as NDJSON if the input was NDJSON. */
  readonly text: string
  /** Replaced values by path and kind. */
  readonly replacements: readonly Replacement[]
}

/**
 * Replaces everything in a capture that can identify people, tenants or secrets: every text, except members of enums, types, dates
 * and the paths of the API. Equal texts of a kind get the same invented value. Numbers, nulls, the order and the names of properties stay.
 *
 * @param capture - body, HAR file or another JSON value, or its text. A text can also be NDJSON
 * @returns the anonymized capture and a report without values
 * @throws {@link CaptureFormatError} if the capture is not JSON
 *
 * @example
 * ```ts
 * import { anonymize } from 'graph-call-testkit/capture'
 * import { peerToPeerCall } from 'graph-call-testkit/fixtures'
 *
 * const { value, replacements } = anonymize(peerToPeerCall(), { salt: 'any secret text' })
 * ```
 * Source: the model of this package decides which texts stay.
 */
export function anonymize(capture: unknown, { salt, allow = [] }: AnonymizeOptions = {}): Anonymized {
  const rewriter = new CaptureRewriter(new Inventor(salt ?? randomUUID()), new Set(allow))
  if (typeof capture === 'string') return anonymizedText(capture, rewriter)
  const copied = jsonCopy(capture)
  if (!('copy' in copied)) {
    throw new CaptureFormatError(
      `Cannot anonymize the value: it contains ${copied.notJson.found}. Expected JSON.`,
    )
  }
  const value = rewriter.rewrite(copied.copy)
  return { value, text: `${JSON.stringify(value, null, 2)}\n`, replacements: rewriter.replacements() }
}

function anonymizedText(text: string, rewriter: CaptureRewriter): Anonymized {
  const whole = parsed(text)
  if (whole) {
    const value = rewriter.rewrite(whole.value)
    return { value, text: `${JSON.stringify(value, null, 2)}\n`, replacements: rewriter.replacements() }
  }
  const value = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const body = parsed(line)
    if (body) return [rewriter.rewrite(body.value)]
    throw new CaptureFormatError(
      `Cannot anonymize line ${index + 1}: it is not JSON. Expected JSON, or JSON on each line.`,
      index + 1,
    )
  })
  if (value.length === 0) throw new CaptureFormatError('Cannot anonymize an empty text. Expected JSON.', 1)
  const lines = value.map((each) => `${JSON.stringify(each)}\n`)
  return { value, text: lines.join(''), replacements: rewriter.replacements() }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: jsonValue(text) }
  } catch {
    return undefined
  }
}

const jsonValue = (text: string): unknown => JSON.parse(text)
