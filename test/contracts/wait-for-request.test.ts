import { describe, expect, test } from 'vitest'
import { waitForRequest } from '../../contracts/interaction/wait-for-request.ts'
import { loadPact } from '../../contracts/pact.ts'
import { temporaryFolder } from './committed.ts'

describe('a mock server that records a request after its response', () => {
  /** Reports a missing request a number of times, and then the given mismatches. */
  const slowServer = (times: number, mismatches: readonly object[] = []) => {
    const ports: number[] = []
    const mismatchesAt = (port: number) => {
      ports.push(port)
      return ports.length > times ? mismatches : [{ type: 'missing-request' }]
    }
    return { ports, mismatchesAt }
  }

  const matched = { method: 'GET', outcome: 'matched' } as const
  const rejected = { method: 'GET', outcome: 'rejected' } as const

  test.each([
    ['no mismatch', [], [matched]],
    ['a mismatch', [{ type: 'request-mismatch' }], [rejected]],
    [
      'the mismatch of the last request',
      [{ type: 'missing-request' }, { type: 'request-mismatch' }, { type: 'request-not-found' }],
      [rejected, rejected],
    ],
  ])('is polled until it reports %s', async (_, mismatches, requests) => {
    const { ports, mismatchesAt } = slowServer(3, mismatches)
    await waitForRequest(mismatchesAt, 4711, requests)
    expect(ports).toEqual([4711, 4711, 4711, 4711])
  })
  test('is polled until the timeout if it never records the request', async () => {
    const { ports, mismatchesAt } = slowServer(Number.POSITIVE_INFINITY)
    await waitForRequest(mismatchesAt, 4711, [matched])
    expect(ports.length).toBeGreaterThan(10)
  })
  test.each([
    ['no request', []],
    ['a request in flight', [{ method: 'GET' }]],
    ['a request that the client aborted', [{ method: 'GET', outcome: 'aborted' as const }]],
    ['a CORS preflight', [{ method: 'OPTIONS', outcome: 'matched' as const }]],
  ])('is asked once after %s', async (_, requests) => {
    const { ports, mismatchesAt } = slowServer(Number.POSITIVE_INFINITY)
    await waitForRequest(mismatchesAt, 4711, requests)
    expect(ports).toEqual([4711])
  })
  test('of the installed Pact reports a missing request until the request arrives', async () => {
    const { PactV4, mismatchesAt } = await loadPact()
    const dir = await temporaryFolder()
    await new PactV4({ consumer: 'a', provider: 'b', dir, logLevel: 'error' })
      .addInteraction()
      .uponReceiving('a request')
      .withRequest('GET', '/a')
      .willRespondWith(200)
      .executeTest(async ({ url, port }) => {
        expect(mismatchesAt(port)).toMatchObject([{ type: 'missing-request' }])
        await fetch(`${url}/a`)
        await waitForRequest(mismatchesAt, port, [matched])
        expect(mismatchesAt(port)).toEqual([])
      })
  })
})
