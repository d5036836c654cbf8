import assert from 'node:assert'
import test from 'node:test'
import type { AccessToken, TokenCredential } from '@azure/identity'
import { AuthenticationHandler, Client } from '@microsoft/microsoft-graph-client'
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js'
import type * as MicrosoftGraph from '@microsoft/microsoft-graph-types'
import { readCall } from 'graph-call-testkit'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { assertHandlesAnyCall } from 'graph-call-testkit/generators'
import { createTenant, graphMiddleware } from 'graph-call-testkit/tenant'

const show = (call: MicrosoftGraph.Call) => `${call.state}: ${call.targets?.[0]?.identity?.user?.displayName}`
const credential: TokenCredential = {
  getToken: async (): Promise<AccessToken> => ({ token: 'any', expiresOnTimestamp: Date.now() + 60_000 }),
}

test("a function that takes Microsoft's type gets calls of this package", async () => {
  assert.equal(show(readCall(JSON.parse(JSON.stringify(peerToPeerCall())))), 'established: John')
  await assertHandlesAnyCall(show)
})

test("the tenant takes Microsoft's type, and Microsoft's client reads it", async () => {
  const microsoftCall: MicrosoftGraph.Call = { id: '2e1a', state: 'established', subject: 'Order' }
  const tenant = createTenant({ calls: [microsoftCall] })
  const scopes = ['https://graph.microsoft.com/.default']
  const authentication = new AuthenticationHandler(
    new TokenCredentialAuthenticationProvider(credential, { scopes }),
  )
  const client = Client.initWithMiddleware({ middleware: [authentication, graphMiddleware(tenant)] })
  const call: MicrosoftGraph.Call = await client.api('/communications/calls/2e1a').get()
  assert.equal(call.subject, 'Order')
})
