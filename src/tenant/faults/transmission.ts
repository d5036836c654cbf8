import { TestkitError } from '../../model/errors.ts'
import type { Sleep } from '../hosts/sleep.ts'

/** Fault of a transmission. */
export type TransmissionFault =
  /** The connection breaks before the response. */
  | { readonly kind: 'reset' }
  /** The connection breaks in the middle of the body. */
  | { readonly kind: 'truncated' }
  /** The body is sent in pieces over this time. */
  | { readonly kind: 'slow'; readonly milliseconds: number }

/** Instructions for a host to delay a response, or to break it. */
export interface Transmission {
  /** Time until the head of the response is sent, in milliseconds. */
  readonly delay: number
  readonly fault?: TransmissionFault | undefined
}

/** Number of pieces of a slow body. */
const pieceCount = 10

/**
 * Yields the pieces of a body as they are sent.
 *
 * @throws ConnectionBrokenError if the connection breaks; the reason of the signal if it is aborted
 */
export async function* piecesOf(
  body: string | Uint8Array<ArrayBuffer>,
  fault: TransmissionFault,
  sleep: Sleep,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  if (fault.kind === 'slow') {
    for (let i = 0; i < pieceCount; i++) {
      await sleep(fault.milliseconds / pieceCount, signal)
      signal?.throwIfAborted()
      yield bytes.slice((i * bytes.length) / pieceCount, ((i + 1) * bytes.length) / pieceCount)
    }
  } else {
    yield bytes.slice(0, bytes.length / 2)
    throw new ConnectionBrokenError()
  }
}

/** Thrown when a fault breaks a connection. `code` is the one that Node uses for such an error. */
export class ConnectionBrokenError extends TestkitError {
  override readonly name = 'ConnectionBrokenError'
  readonly code = 'ECONNRESET'

  constructor() {
    super('The tenant broke the connection, because the test requested this fault.')
  }
}
