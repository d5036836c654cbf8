import fc from 'fast-check'
import { fixtures } from 'graph-call-testkit/fixtures'
import { anyCallError, anyFaultyResponse, responseOf } from 'graph-call-testkit/generators'
import { callErrorSchema } from 'graph-call-testkit/schema'
import { expect, test } from 'vitest'
import { responseFaultKinds } from '../../src/builder/faulty-response.ts'
import { isFaultyResponse } from './valid-fault.ts'

// The errors of fixtures are in the order of the table, so a new one may become the simplest.
const [first] = Object.values(fixtures).flatMap((fixture) => (fixture.status === 200 ? [] : [fixture]))
const { code, message } = first?.body.error ?? {}
const firstErrorBody = JSON.stringify({ error: { code, message } })

test.each(responseFaultKinds)('%s has its fault and shrinks to a minimal response', (kind) => {
  fc.assert(
    fc.property(anyFaultyResponse({ kind }), (generated) => {
      expect(generated.fault.kind).toBe(kind)
      expect(isFaultyResponse(generated)).toBe(true)
    }),
    { seed: 42 },
  )
  const { counterexample } = fc.check(
    fc.property(anyFaultyResponse({ kind }), (generated) => !generated),
    { seed: 42 },
  )
  const [smallest] = counterexample ?? []
  const minimum = [smallest?.status, smallest?.headers['Content-Type'], smallest?.body]
  if (kind === 'error-in-success') expect(minimum).toEqual([200, 'application/json', firstErrorBody])
  else expect(minimum).toMatchSnapshot()
})

test('generates every kind of fault', () => {
  const kinds = fc.sample(anyFaultyResponse(), { seed: 42, numRuns: 200 }).map(({ fault }) => fault.kind)
  expect(new Set(kinds)).toEqual(new Set(responseFaultKinds))
})

test('responseOf keeps the status, the headers and the body', async () => {
  await fc.assert(
    fc.asyncProperty(anyFaultyResponse(), async (generated) => {
      const response = responseOf(generated)
      expect([response.status, await response.text()]).toEqual([generated.status, generated.body])
      for (const [name, value] of Object.entries(generated.headers))
        expect(response.headers.get(name)).toBe(value)
    }),
    { seed: 42 },
  )
})

test('responseOf accepts error responses', async () => {
  await fc.assert(
    fc.asyncProperty(anyCallError(), async (generated) => {
      const body: unknown = await responseOf(generated).json()
      expect(callErrorSchema.parse(body)).toEqual(generated.body)
    }),
    { seed: 42 },
  )
})
