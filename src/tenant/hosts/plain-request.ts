/** Request without a body, read from the arguments of `fetch`. */
export interface PlainRequest {
  readonly url: URL
  readonly method: string
  /** @param name - in lower case */
  readonly header: (name: string) => string | null
  readonly signal: AbortSignal | undefined
}

/**
 * Reads the arguments of `fetch` without a `Request`, which takes as long as the rest of a response. Returns undefined for everything
 * that needs one: a body, options with an effect of their own, and values that `Request` changes or rejects.
 *
 * Source: the Fetch standard, Request constructor.
 */
export function plainRequest(url: URL, init: RequestInit = {}): PlainRequest | undefined {
  const { method = 'GET', headers, body, signal, ...others } = init
  if (!plainMethods.has(method) || (body ?? undefined) !== undefined) return undefined
  if (
    url.username !== '' ||
    url.password !== '' ||
    Object.values(others).some((value) => value !== undefined)
  ) {
    return undefined
  }
  if (signal && !(signal instanceof AbortSignal)) return undefined
  const header = headerReader(headers)
  return header && { url, method, header, signal: signal ?? undefined }
}

const plainMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE'])

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
  return (
    /^[\w!#$%&'*+.^`|~-]+$/.test(name) &&
    !/^(?:sec-|proxy-|access-control-|origin$|host$|cookie$)/i.test(name)
  )
}
