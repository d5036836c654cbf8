import { setTimeout } from 'node:timers/promises'

/** In milliseconds. */
const [pause, patience] = [5, 2_000]

/**
 * Waits until a mock server has noted the request that it answered.
 *
 * Pact's server answers first and notes later, and Pact asks for mismatches as soon as the consumer is done: on a busy
 * machine one interaction in a hundred then "was expected but not received". Only a consumer that made no request waits
 * to the end.
 *
 * @param pact - what Pact's own code asks for mismatches; PactV4 keeps it to itself
 */
export async function requestReceived(pact: unknown, port: number): Promise<void> {
  const mismatches = mismatchesOf(pact)
  // Without it, as in a later Pact, a while is all there is.
  if (!mismatches) return setTimeout(10 * pause)
  for (let waited = 0; waited < patience && mismatches(port).some(isMissing); waited += pause) {
    await setTimeout(pause)
  }
}

function mismatchesOf(pact: unknown): ((port: number) => unknown[]) | undefined {
  const ask: unknown = Object(pact).mockServerMismatches
  if (typeof ask !== 'function') return undefined
  return (port) => {
    const found: unknown = ask.call(pact, port)
    return Array.isArray(found) ? found : []
  }
}

const isMissing = (mismatch: unknown) => Object(mismatch).type === 'missing-request'
