/** Returns the bytes of chunks, or `undefined` if there are more than `maximum`. */
export async function bytesWithin(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maximum: number,
): Promise<Buffer | undefined> {
  const copies: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maximum) return undefined
    // The next chunk can have the same memory.
    copies.push(Buffer.from(chunk))
  }
  return Buffer.concat(copies)
}

/**
 * Returns the reason of a failed request, with its code.
 *
 * @param timeout - time after which the request was canceled, in milliseconds
 */
export function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no response within ${timeout / 1_000} seconds`
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause ? `${cause.message || error.message} (${String(cause.code)})` : cause.message
}
