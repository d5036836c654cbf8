import { builtInTag } from '../../model/json.ts'
import { describeValue } from '../../read/describe-value.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { httpDate } from '../http/http-date.ts'

/** Source: HTTP Semantics (RFC 9110), 5.6.2 (token). */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/

/** Value that `Headers` and `node:http` send unchanged. Source: HTTP Semantics (RFC 9110), 5.5. */
const headerValue = /^(?:[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?$/

/**
 * Headers that the server writes itself: those of the connection, and the length of the body.
 *
 * Source: HTTP Semantics (RFC 9110), 7.6.1; HTTP/1.1 (RFC 9112), 6.
 */
const connectionHeaders: readonly string[] = [
  'connection',
  'content-length',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/**
 * Checks the headers of a failure.
 *
 * @param hasRetryAfter - true if the failure sets `Retry-After` with its own option
 * @returns a copy
 * @throws TypeError if a name or value is not valid, or a header is given twice
 */
export function checkedHeaders(headers: object, hasRetryAfter: boolean): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined)
  const names = entries.map(([name]) => name.toLowerCase())
  for (const [index, [name, value]] of entries.entries()) {
    const lower = name.toLowerCase()
    if (!headerName.test(name)) throw invalidValue('name of a header', name, 'a token, such as x-ms-region')
    if (connectionHeaders.includes(lower)) {
      throw invalidValue('name of a header', name, 'a header that the server does not set itself')
    }
    if (names.indexOf(lower) !== index) throw invalidValue('name of a header', name, 'each header once')
    if (lower === 'retry-after' && hasRetryAfter) {
      throw invalidValue('name of a header', name, 'the option retryAfter or the header, not both')
    }
    checkHeaderValue(`headers[${describeValue(name)}]`, value)
  }
  return Object.fromEntries(entries)
}

function checkHeaderValue(name: string, value: unknown): void {
  if (typeof value === 'string' && headerValue.test(value)) return
  throw invalidValue(
    name,
    value,
    'a string of Latin-1 characters, without control characters, line breaks, or spaces at its ends',
  )
}

const retryAfterForms = 'a number of seconds of at least 0, a Date, a string, null, or a list of these'

/**
 * Returns the text of a `Retry-After` header, or null for none.
 *
 * @throws TypeError if the value is not valid
 */
export function retryAfterText(value: unknown): string | null {
  if (value === null) return null
  // Very large and very small numbers have an exponent, which the header cannot have.
  if (typeof value === 'number' && /^\d+(?:\.\d+)?$/.test(String(value))) return String(value)
  if (typeof value === 'string' && value !== '' && headerValue.test(value)) return value
  if (isDate(value) && !Number.isNaN(value.getTime())) return httpDate(value.getTime())
  throw invalidValue('retryAfter', value, retryAfterForms)
}

function isDate(value: unknown): value is Date {
  return builtInTag(value) === '[object Date]'
}

/** Returns headers with some replaced. The names may differ in case. */
export function replaceHeaders(
  headers: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> {
  const replaced = new Set(Object.keys(others).map((name) => name.toLowerCase()))
  const all = [
    ...Object.entries(headers).filter(([name]) => !replaced.has(name.toLowerCase())),
    ...Object.entries(others).flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [[name, value]],
    ),
  ]
  return Object.fromEntries(all)
}
