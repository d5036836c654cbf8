/** Maximum length of an id in a URL. Node rejects requests with more than 16 KiB of headers, including the URL. */
export const maximumIdLength = 4_096

/**
 * True if a client can send an id in the path of a URL. Servers do not accept an encoded control character, and clients
 * remove `.` and `..`, also if they are encoded.
 *
 * Source: RFC 3986, 3.3 and 6.2.2.3.
 */
export function isIdInUrl(id: string): boolean {
  if (id === '.' || id === '..' || /[\p{Cc}\p{Cs}]/u.test(id)) return false
  return encodeURIComponent(id).length <= maximumIdLength
}
