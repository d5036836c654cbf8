import { jsonProblemIn } from '../files/json-structure.ts'

/** JSON object or list in a text. */
export interface EmbeddedJson {
  readonly json: string
  readonly value: object
  /** Returns the text that contains other JSON in the same encoding. */
  readonly encode: (json: string) => string
}

const base64 = /^[A-Za-z\d+/_-]{8,}={0,2}$/

/** Returns the JSON object or list that a text contains, as it is or in base64. */
export function embeddedJson(text: string): EmbeddedJson | undefined {
  const value = objectIn(text)
  if (value) return { json: text, value, encode: (json) => json }
  if (!base64.test(text)) return undefined
  const json = Buffer.from(text, 'base64').toString('utf8')
  const inBase64 = objectIn(json)
  if (!inBase64) return undefined
  const encoding = /[_-]/.test(text) ? 'base64url' : 'base64'
  return { json, value: inBase64, encode: (other) => Buffer.from(other).toString(encoding) }
}

function objectIn(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text) || jsonProblemIn(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
