import fc from 'fast-check'
import { readCall } from 'graph-call-testkit'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { anyCall, assertHandlesAnyCall } from 'graph-call-testkit/generators'
import { callHandlers } from 'graph-call-testkit/msw'
import { callSchema } from 'graph-call-testkit/schema'
import { createTenant } from 'graph-call-testkit/tenant'
import { setupServer } from 'msw/node'
import { expect, test } from 'vitest'

const call = peerToPeerCall()

test('MSW handlers respond with a call', async () => {
  const server = setupServer(...callHandlers(createTenant({ calls: [call] })))
  server.listen()
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}`
  const response = await fetch(url, { headers: { Authorization: 'Bearer any' } })
  expect(callSchema.parse(readCall(await response.json()))).toMatchObject({ state: 'established' })
  server.close()
})

test('generators run', async () => {
  fc.assert(fc.property(anyCall(), (any) => readCall(any) === any))
  await assertHandlesAnyCall((any) => String(any.state), { numRuns: 10 })
})
