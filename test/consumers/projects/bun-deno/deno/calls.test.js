import assert from 'node:assert'
import { readCall } from 'graph-call-testkit'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { assertHandlesAnyCall } from 'graph-call-testkit/generators'
import { createTenant, graphFetch } from 'graph-call-testkit/tenant'

Deno.test('reads a call', async () => {
  const call = peerToPeerCall()
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}`
  const response = await graphFetch(createTenant({ calls: [call] }))(url, {
    headers: { Authorization: 'Bearer any' },
  })
  assert.equal(readCall(await response.json()).state, 'established')
})

Deno.test('generators run', () => assertHandlesAnyCall((call) => String(call.state), { numRuns: 10 }))
