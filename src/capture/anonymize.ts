import { randomUUID } from 'node:crypto'
import { jsonProblemIn } from '../files/json-structure.ts'
import type { OptionKinds } from '../model/known-options.ts'
import { checkOptions } from '../read/check-options.ts'
import { CaptureFormatError } from './capture-format-error.ts'
import { CaptureRewriter } from './capture-rewriter.ts'
import { Inventor } from './inventor.ts'
import { captureCopy, documentsIn, emptyCapture } from './json-documents.ts'
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
  readonly salt?: string | undefined
  /** Names of properties whose texts stay. */
  readonly allow?: readonly string[] | undefined
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
 * Replaces everything in a capture that can identify people, tenants or secrets: every text, except dates, the types of the model,
 * and members of an enum at the properties that have it. Equal texts get the same invented value, and different texts get
 * different ones. Numbers keep their spelling. Nulls, the order and the names of properties stay.
 *
 * @param capture - body, HAR file or another JSON value, or its text. A text can also be NDJSON
 * @returns the anonymized capture and a report without values
 * @throws a {@link CaptureFormatError} if the capture is not JSON
 * @throws TypeError if an option is unknown or has the wrong type
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
export function anonymize(capture: unknown, options: AnonymizeOptions = {}): Anonymized {
  checkOptions('anonymize', options, optionKinds)
  const { salt = randomUUID(), allow = [] } = options
  const rewriter = new CaptureRewriter(new Inventor(salt), new Set(allow))
  const { isLines, documents } = documentsIn(
    typeof capture === 'string' ? capture : JSON.stringify(captureCopy(capture), null, 2),
  )
  const texts: string[] = []
  for (const { text, value, line } of documents) {
    const problem = jsonProblemIn(text)
    if (problem) {
      const at = line + problem.line - 1
      throw new CaptureFormatError(
        `Line ${at} cannot be anonymized: an object has a key twice, or the nesting is too deep. Fix the JSON.`,
        at,
      )
    }
    texts.push(rewriter.rewrite(text, value).trim())
  }
  if (texts.length === 0) throw emptyCapture()
  const values = texts.map(parsed)
  return {
    value: isLines ? values : values[0],
    text: texts.map((text) => `${text}\n`).join(''),
    replacements: rewriter.replacements(),
  }
}

const optionKinds: OptionKinds<AnonymizeOptions> = { salt: 'text', allow: 'texts' }

const parsed = (text: string): unknown => JSON.parse(text)
