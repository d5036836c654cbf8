let last = { second: Number.NaN, text: '' }

/** Formats a time as an HTTP date. The text is cached for a second. Source: HTTP Semantics (RFC 9110), 5.6.7. */
export function httpDate(time: number): string {
  const second = Math.floor(time / 1_000)
  if (second !== last.second) last = { second, text: new Date(time).toUTCString() }
  return last.text
}
