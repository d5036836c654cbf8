import { hasRequestBody } from '../http/exchange.ts'

/** Request without a body or with a text, read from the arguments of `fetch`. */
export interface PlainRequest {
  readonly url: URL
  readonly method: string
  /** Text of the body. Absent if the method has none. */
  readonly body: string | undefined
  /** @param name - in lower case */
  readonly header: (name: string) => string | null
  readonly signal: AbortSignal | undefined
}

/**
 * Reads the arguments of `fetch` without a `Request`, which takes as long as the rest of a response. Returns undefined for everything
 * that needs one: a body that is not a text, options with an effect of their own, and values that `Request` changes or rejects.
 *
 * Source: the Fetch standard, Request constructor and text of a body.
 */
export function plainRequest(url: URL, init: RequestInit = {}): PlainRequest | undefined {
  const { method = 'GET', headers, body, signal, ...others } = init
  if (!plainMethods.has(method)) return undefined
  const text = textOf(method, body)
  if (!text) return undefined
  if (
    url.username !== '' ||
    url.password !== '' ||
    Object.values(others).some((value) => value !== undefined)
  ) {
    return undefined
  }
  if (signal && !(signal instanceof AbortSignal)) return undefined
  const header = headerReader(headers)
  return (
    header && {
      url,
      method,
      header: text.hasType ? withType(header) : header,
      body: text.body,
      signal: signal ?? undefined,
    }
  )
}

const plainMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'POST', 'PATCH'])

/** Reads a body. Undefined if only `Request` can: it decodes bytes, and removes a byte order mark. */
function textOf(
  method: string,
  body: unknown,
): { readonly body: string | undefined; readonly hasType: boolean } | undefined {
  const isAbsent = (body ?? undefined) === undefined
  if (!hasRequestBody(method)) return isAbsent ? { body: undefined, hasType: false } : undefined
  if (isAbsent) return { body: '', hasType: false }
  if (typeof body !== 'string' || body.startsWith('\uFEFF')) return undefined
  // The bytes of a request cannot have half of a surrogate pair.
  return { body: body.toWellFormed(), hasType: true }
}

/** Adds the type that a text has by default. */
function withType(header: PlainRequest['header']): PlainRequest['header'] {
  return (name) => header(name) ?? (name === 'content-type' ? 'text/plain;charset=UTF-8' : null)
}

function headerReader(headers: RequestInit['headers']): PlainRequest['header'] | undefined {
  if (headers === undefined) return () => null
  if (headers instanceof Headers) return (name) => headers.get(name)
  if (
    Object.getPrototypeOf(headers) !== Object.prototype ||
    Object.getOwnPropertySymbols(headers).length > 0
  ) {
    return undefined
  }
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(headers)) {
    if (!isPlainName(name) || typeof value !== 'string' || !plainValue.test(value)) return undefined
    const lower = name.toLowerCase()
    if (values.has(lower)) return undefined
    values.set(lower, value)
  }
  return (name) => values.get(name) ?? null
}

/** Characters of a header's value, without a space at its start or end. Source: HTTP Semantics (RFC 9110), 5.5. */
const plainValue = /^(?:[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?$/

/** False for names that are not valid, and for those that browsers remove from requests. */
function isPlainName(name: string): boolean {
  return /^(?!sec-|proxy-|access-control-|(?:origin|host|cookie)$)[\w!#$%&'*+.^`|~-]+$/i.test(name)
}
