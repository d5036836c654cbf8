import assert from 'node:assert'
import test from 'node:test'
import type * as MicrosoftGraph from '@microsoft/microsoft-graph-types'
import { normalizeCall, readCall } from 'graph-call-testkit'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { assertHandlesAnyCall } from 'graph-call-testkit/generators'
import { createTenant, graphFetch } from 'graph-call-testkit/tenant'

const show = ({ subject, state, callbackUri }: MicrosoftGraph.Call) => `${subject}: ${state} (${callbackUri})`

test("code with Microsoft's types shows a call and handles any other", async () => {
  assert.match(show(normalizeCall(readCall(peerToPeerCall({ subject: 'Order' })))), /^Order: established/)
  await assertHandlesAnyCall((call) => show(normalizeCall(call)))
})

test("a tenant takes a call with Microsoft's types", async () => {
  const call: MicrosoftGraph.Call = { id: 'a', state: 'established', direction: 'outgoing', subject: 'Order' }
  const tenant = createTenant({ calls: [readCall(call)] })
  const response = await graphFetch(tenant)('https://graph.microsoft.com/v1.0/communications/calls/a', {
    headers: { Authorization: 'Bearer token' },
  })
  assert.equal(readCall(await response.json()).subject, 'Order')
})
