import { PactV4 } from '@pact-foundation/pact'
import { describe, expect, test } from 'vitest'
import { waitForRequest } from '../../contracts/interaction/wait-for-request.ts'

describe('a mock server that notes a request after it answered', () => {
  /** Says of the first questions that nothing came, and then what it found. */
  const slow = (questions: number, found: readonly object[] = []) => {
    const asked: number[] = []
    const mismatches = (port: number) => {
      asked.push(port)
      return asked.length > questions ? found : [{ type: 'missing-request' }]
    }
    return { asked, mockServerMismatches: mismatches }
  }

  test.each([
    ['nothing wrong', []],
    ['a mismatch', [{ type: 'request-mismatch' }]],
  ])('is asked until it has noted %s', async (_, found) => {
    const pact = slow(3, found)
    await waitForRequest(pact, 4711)
    expect(pact.asked).toEqual([4711, 4711, 4711, 4711])
  })
  test('is believed in the end that no request came', async () => {
    const pact = slow(Number.POSITIVE_INFINITY)
    await waitForRequest(pact, 4711)
    expect(pact.asked.length).toBeGreaterThan(10)
  })
  test('is given a while where it cannot be asked', async () => {
    expect(await waitForRequest(undefined, 4711)).toBeUndefined()
  })
  test('can be asked in the Pact that is installed', () => {
    const pact = new PactV4({ consumer: 'a', provider: 'b', logLevel: 'error' })
    expect(Reflect.get(pact, 'pact').mockServerMismatches).toBeTypeOf('function')
  })
})
