import { setTimeout } from 'node:timers/promises'

const intervalMs = 5
const timeoutMs = 2_000

/**
 * Waits until a mock server has recorded the request that it responded to.
 *
 * Pact's mock server responds first and records later, and Pact judges the interaction as soon as the consumer is done. On
 * a busy machine one interaction in a hundred then fails with "expected but not received". Only a consumer that sends no
 * request waits for the whole timeout.
 *
 * @param mismatchesAt - returns the mismatches that the mock server at a port has recorded
 */
export async function waitForRequest(
  mismatchesAt: (port: number) => readonly object[],
  port: number,
): Promise<void> {
  for (let waited = 0; waited < timeoutMs && mismatchesAt(port).some(isMissing); waited += intervalMs) {
    await setTimeout(intervalMs)
  }
}

const isMissing = (mismatch: object) => 'type' in mismatch && mismatch.type === 'missing-request'
