import { jsonCopy } from '../model/json-copy.ts'
import { CaptureFormatError } from './capture-format-error.ts'

/** JSON text of a capture. */
export interface JsonDocument {
  readonly text: string
  readonly value: unknown
  /** Line that it starts on, counted from 1. */
  readonly line: number
}

/** Documents of a capture. */
export interface JsonDocuments {
  /** True for NDJSON: each document is a line. */
  readonly isLines: boolean
  readonly documents: Iterable<JsonDocument>
}

/**
 * Splits a capture into JSON documents: one of a JSON file such as a HAR file, or one of each line of NDJSON.
 *
 * @throws a {@link CaptureFormatError} while the documents are read, if a line is not JSON
 */
export function documentsIn(capture: string): JsonDocuments {
  const text = capture.replace(/^\ufeff/, '')
  const whole = parsed(text)
  if (whole) return { isLines: false, documents: [{ text, value: whole.value, line: 1 }] }
  return { isLines: true, documents: linesOf(text) }
}

function* linesOf(text: string): Generator<JsonDocument> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const body = parsed(line)
    if (!body) {
      throw new CaptureFormatError(
        `Line ${index + 1} is not JSON. Expected a HAR file, JSON or NDJSON.`,
        index + 1,
      )
    }
    yield { text: line, value: body.value, line: index + 1 }
  }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: jsonValue(text) }
  } catch {
    return undefined
  }
}

const jsonValue = (text: string): unknown => JSON.parse(text)

/**
 * Returns the values of a capture: those of its JSON documents if it is a text.
 *
 * @throws a {@link CaptureFormatError} if it is empty, or not JSON
 */
export function valuesIn(capture: unknown): readonly unknown[] {
  if (typeof capture !== 'string') return [captureCopy(capture)]
  const values = [...documentsIn(capture).documents].map(({ value }) => value)
  if (values.length === 0) throw emptyCapture()
  return values
}

/**
 * Copies a capture that is not a text.
 *
 * @throws a {@link CaptureFormatError} if JSON cannot represent it, such as a Promise without `await`, or a Buffer
 */
export function captureCopy(capture: unknown): unknown {
  const copied = jsonCopy(capture)
  if ('copy' in copied) return copied.copy
  throw new CaptureFormatError(
    `Invalid capture: it contains ${copied.notJson.found}. Expected JSON or its text.`,
  )
}

/** Returns the error for a capture without any document. */
export function emptyCapture(): CaptureFormatError {
  return new CaptureFormatError('The capture is empty. Expected a HAR file, JSON or NDJSON.', 1)
}
