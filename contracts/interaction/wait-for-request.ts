import { setTimeout } from 'node:timers/promises'
import type { RecordedRequest } from './request-recorder.ts'

const intervalMs = 5
const timeoutMs = 2_000

/**
 * Waits until a mock server has recorded the requests that it responded to.
 *
 * Pact's mock server responds first and records later, and Pact judges the interaction as soon as the consumer is done. On
 * a busy machine one interaction in a hundred then fails with "expected but not received", or passes although its last
 * request does not match. Does not wait if the mock server has not responded to a request.
 *
 * @param mismatchesAt - returns the mismatches that the mock server at a port has recorded
 */
export async function waitForRequest(
  mismatchesAt: (port: number) => readonly object[],
  port: number,
  requests: readonly Pick<RecordedRequest, 'method' | 'outcome'>[],
): Promise<void> {
  const rejected = requests.filter(({ outcome }) => outcome === 'rejected').length
  // Pact responds to a CORS preflight without recording it.
  const hasMatched = requests.some(({ method, outcome }) => outcome === 'matched' && method !== 'OPTIONS')
  const isBehind = () => {
    const mismatches = mismatchesAt(port)
    const missing = mismatches.filter(isMissing).length
    return mismatches.length - missing < rejected || (hasMatched && missing > 0)
  }
  for (let waited = 0; waited < timeoutMs && isBehind(); waited += intervalMs) await setTimeout(intervalMs)
}

const isMissing = (mismatch: object) => 'type' in mismatch && mismatch.type === 'missing-request'
