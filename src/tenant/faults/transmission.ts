import { TestkitError } from '../../model/errors.ts'
import type { Sleep } from '../hosts/sleep.ts'

/** What happens to an answer on its way. */
export type TransmissionFault =
  /** The connection breaks before anything was answered. */
  | { readonly kind: 'reset' }
  /** The connection breaks in the middle of the body. */
  | { readonly kind: 'truncated' }
  /** The body comes piece by piece, and takes this long. */
  | { readonly kind: 'slow'; readonly milliseconds: number }

/** How an answer travels, where it does not do so at once and whole. Hosts carry it out. */
export interface Transmission {
  /** How long until the head is sent, in milliseconds. */
  readonly delay: number
  readonly fault?: TransmissionFault | undefined
}

/** In how many pieces a slow body comes. */
const slices = 10

/**
 * The pieces of a body as they arrive.
 *
 * @throws ConnectionBrokenError where the connection breaks; the reason of the signal where that is aborted
 */
export async function* piecesOf(
  body: string,
  damage: TransmissionFault,
  sleep: Sleep,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const bytes = new TextEncoder().encode(body)
  if (damage.kind === 'slow') {
    for (let i = 0; i < slices; i++) {
      await sleep(damage.milliseconds / slices, signal)
      signal.throwIfAborted()
      yield bytes.slice((i * bytes.length) / slices, ((i + 1) * bytes.length) / slices)
    }
  } else {
    yield bytes.slice(0, bytes.length / 2)
    throw new ConnectionBrokenError()
  }
}

/** The other side of a connection is gone. It has the code that Node gives such an error. */
export class ConnectionBrokenError extends TestkitError {
  override readonly name = 'ConnectionBrokenError'
  readonly code = 'ECONNRESET'

  constructor() {
    super('The tenant broke the connection, as it was asked to.')
  }
}
