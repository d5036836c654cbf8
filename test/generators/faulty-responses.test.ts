import fc from 'fast-check'
import { anyCallError, anyFaultyResponse, responseOf } from 'graph-call-testkit/generators'
import { callErrorSchema } from 'graph-call-testkit/schema'
import { expect, test } from 'vitest'
import { responseFaultKinds } from '../../src/builder/faulty-response.ts'
import { isFaultyResponse } from './valid-fault.ts'

test.each(responseFaultKinds)('%s is what it says, and shrinks to the least of it', (kind) => {
  fc.assert(
    fc.property(anyFaultyResponse({ kind }), (answer) => {
      expect(answer.fault.kind).toBe(kind)
      expect(isFaultyResponse(answer)).toBe(true)
    }),
    { seed: 42 },
  )
  const { counterexample } = fc.check(
    fc.property(anyFaultyResponse({ kind }), (answer) => !answer),
    { seed: 42 },
  )
  const [smallest] = counterexample ?? []
  expect([smallest?.status, smallest?.headers['Content-Type'], smallest?.body]).toMatchSnapshot()
})

test('every kind occurs', () => {
  const kinds = fc.sample(anyFaultyResponse(), { seed: 42, numRuns: 200 }).map(({ fault }) => fault.kind)
  expect(new Set(kinds)).toEqual(new Set(responseFaultKinds))
})

test('a Response says what the answer says', async () => {
  await fc.assert(
    fc.asyncProperty(anyFaultyResponse(), async (answer) => {
      const response = responseOf(answer)
      expect([response.status, await response.text()]).toEqual([answer.status, answer.body])
      for (const [name, value] of Object.entries(answer.headers))
        expect(response.headers.get(name)).toBe(value)
    }),
    { seed: 42 },
  )
})

test('a Response may be made of an error too', async () => {
  await fc.assert(
    fc.asyncProperty(anyCallError(), async (answer) => {
      const body: unknown = await responseOf(answer).json()
      expect(callErrorSchema.parse(body)).toEqual(answer.body)
    }),
    { seed: 42 },
  )
})
