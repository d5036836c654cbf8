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

  test.each([
    ['no mismatch', []],
    ['a mismatch', [{ type: 'request-mismatch' }]],
  ])('is polled until it reports %s', async (_, mismatches) => {
    const { ports, mismatchesAt } = slowServer(3, mismatches)
    await waitForRequest(mismatchesAt, 4711)
    expect(ports).toEqual([4711, 4711, 4711, 4711])
  })
  test('is polled until the timeout if no request arrives', async () => {
    const { ports, mismatchesAt } = slowServer(Number.POSITIVE_INFINITY)
    await waitForRequest(mismatchesAt, 4711)
    expect(ports.length).toBeGreaterThan(10)
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
        await waitForRequest(mismatchesAt, port)
        expect(mismatchesAt(port)).toEqual([])
      })
  })
})
