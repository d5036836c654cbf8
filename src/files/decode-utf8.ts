/** First bytes of compressed files, which no text has. Sources: RFC 1952, 8878; APPNOTE.TXT, 4.3.7; the xz and bzip2 formats. */
const compressions: Readonly<Record<string, readonly number[]>> = {
  gzip: [0x1f, 0x8b],
  zip: [0x50, 0x4b, 0x03],
  zstd: [0x28, 0xb5, 0x2f],
  xz: [0xfd, 0x37, 0x7a],
  bzip2: [0x42, 0x5a, 0x68],
}

/**
 * Says what the bytes of a file are if they begin like a compressed file or like UTF-16.
 *
 * @returns a phrase that follows the name of the file, without a full stop
 */
export function otherFormat(bytes: Uint8Array): string | undefined {
  const found = Object.entries(compressions).find(([, start]) =>
    start.every((byte, index) => bytes[index] === byte),
  )
  if (found) return `is compressed with ${found[0]}. Decompress it first`
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  // JSON and XML start with two ASCII characters. In UTF-16, one byte of each is 0.
  const isUtf16 = isMarked || (bytes.length > 1 && (first === 0 || second === 0))
  return isUtf16 ? 'is UTF-16. Save it as UTF-8' : undefined
}

/**
 * Decodes the bytes of a file as UTF-8, without a byte order mark.
 *
 * @param reject - creates the error from a phrase such as "is not UTF-8. Save it as UTF-8"
 */
export function decodeUtf8(bytes: Uint8Array, reject: (problem: string) => Error): string {
  const other = otherFormat(bytes)
  if (other !== undefined) throw reject(other)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw reject('is not UTF-8. Save it as UTF-8')
  }
}
