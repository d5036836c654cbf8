import { expect, test } from 'bun:test'
import { readCall } from 'graph-call-testkit'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { assertHandlesAnyCall } from 'graph-call-testkit/generators'
import { createTenant, graphFetch } from 'graph-call-testkit/tenant'

test('reads a call', async () => {
  const call = peerToPeerCall()
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}`
  const response = await graphFetch(createTenant({ calls: [call] }))(url, {
    headers: { Authorization: 'Bearer any' },
  })
  expect(readCall(await response.json()).state).toBe('established')
})

test('generators run', () => assertHandlesAnyCall((call) => String(call.state), { numRuns: 10 }))
