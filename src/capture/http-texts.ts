const mediaType =
  /^(?:application\/(?:json|octet-stream|xml|x-www-form-urlencoded|problem\+json)|text\/(?:plain|html|xml)|\*\/\*)(?:; ?(?:charset=utf-8|odata\.(?:metadata=(?:minimal|full|none)|streaming=(?:true|false))|IEEE754Compatible=(?:true|false)))*$/i

const reason =
  /^(?:OK|Created|Accepted|No Content|Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout)$/i

/** Texts of HTTP that a recording needs, by the name of the property in lower case. Sources: HAR 1.2; RFC 9110. */
const patterns: Readonly<Record<string, RegExp>> = {
  method: /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/i,
  httpmethod: /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/i,
  httpversion: /^(?:HTTP\/\d(?:\.\d)?|h[23])$/i,
  version: /^\d\.\d$/,
  encoding: /^(?:base64|utf-?8)$/i,
  mimetype: mediaType,
  'content-type': mediaType,
  accept: mediaType,
  statustext: reason,
  reasonphrase: reason,
  date: /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
}

/** True for a text of HTTP that says nothing about people or tenants, such as a method. */
export function isHttpText(key: string, text: string): boolean {
  const name = key.toLowerCase()
  return Object.hasOwn(patterns, name) && patterns[name]?.test(text) === true
}

/** True for the name of a header. Names with many digits can be data. */
export const isHeaderName = (text: string) => /^[a-z][a-z-]{0,48}[a-z]$/i.test(text)
