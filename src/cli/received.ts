/**
 * Returns the bytes of a response, or `undefined` if it has more than `maximum`.
 *
 * @throws Error if the connection breaks
 */
export async function bytesOf({ body }: Response, maximum: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maximum) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
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
