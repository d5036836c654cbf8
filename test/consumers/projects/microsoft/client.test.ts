import assert from 'node:assert'
import test from 'node:test'
import { type AccessToken, ChainedTokenCredential } from '@azure/identity'
import { AuthenticationHandler, Client } from '@microsoft/microsoft-graph-client'
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js'
import type * as MicrosoftGraph from '@microsoft/microsoft-graph-types'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphMiddleware } from 'graph-call-testkit/tenant'

const credential = new ChainedTokenCredential({
  getToken: async (): Promise<AccessToken> => ({ token: 'any', expiresOnTimestamp: Date.now() + 60_000 }),
})

test("Microsoft's client gets its token from a credential, and reads a call", async () => {
  const tenant = createTenant({ calls: [peerToPeerCall({ subject: 'Order' })] })
  const scopes = ['https://graph.microsoft.com/.default']
  const authentication = new AuthenticationHandler(
    new TokenCredentialAuthenticationProvider(credential, { scopes }),
  )
  const client = Client.initWithMiddleware({ middleware: [authentication, graphMiddleware(tenant)] })
  const call: MicrosoftGraph.Call = await client.api(`/communications/calls/${peerToPeerCall().id}`).get()
  assert.equal(call.subject, 'Order')
})
