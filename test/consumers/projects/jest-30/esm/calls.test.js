import { readCall } from 'graph-call-testkit'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { assertHandlesAnyCall } from 'graph-call-testkit/generators'
import { callHandlers } from 'graph-call-testkit/msw'
import { createTenant } from 'graph-call-testkit/tenant'
import { setupServer } from 'msw/node'

const call = peerToPeerCall()

test('MSW responds', async () => {
  const server = setupServer(...callHandlers(createTenant({ calls: [call] })))
  server.listen()
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}`
  const response = await fetch(url, { headers: { Authorization: 'Bearer any' } })
  expect(readCall(await response.json()).state).toBe('established')
  server.close()
})

test('generators run', () => assertHandlesAnyCall((any) => String(any.state), { numRuns: 10 }))
