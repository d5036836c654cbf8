import { readCall } from 'graph-call-testkit'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { assertHandlesAnyCall } from 'graph-call-testkit/generators'
import { createTenant, graphFetch } from 'graph-call-testkit/tenant'

const call = peerToPeerCall()
const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}`
const response = await graphFetch(createTenant({ calls: [call] }))(url, {
  headers: { Authorization: 'Bearer any' },
})
await assertHandlesAnyCall((any) => String(any.state), { numRuns: 10 })
document.title = readCall(await response.json()).state
