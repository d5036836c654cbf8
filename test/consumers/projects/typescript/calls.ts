import { type Call, readCall } from 'graph-call-testkit'
import { openApi } from 'graph-call-testkit/export'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { anyCall } from 'graph-call-testkit/generators'
import { callSchema } from 'graph-call-testkit/schema'
import { createTenant } from 'graph-call-testkit/tenant'

const call: Call = peerToPeerCall()
export const all = [
  readCall(call).state,
  callSchema.parse(call),
  anyCall(),
  createTenant({ calls: [call] }),
  openApi(),
]
