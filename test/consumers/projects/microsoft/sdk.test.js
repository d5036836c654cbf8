import assert from 'node:assert'
import test from 'node:test'
import { HttpMethod, RequestInformation } from '@microsoft/kiota-abstractions'
import { GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import { createCallFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/index.js'
import {
  createGraphClientFactory,
  GraphAzureIdentityAuthenticationProvider,
} from '@microsoft/msgraph-sdk-core'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch } from 'graph-call-testkit/tenant'

test("Microsoft's SDK reads a call", async () => {
  const tenant = createTenant({ calls: [peerToPeerCall({ subject: 'Order' })] })
  const credential = { getToken: async () => ({ token: 'any', expiresOnTimestamp: Date.now() + 60_000 }) }
  const versions = { graphServiceTargetVersion: 'v1.0', graphServiceLibraryClientVersion: '1.0.0' }
  const adapter = new GraphRequestAdapter(
    new GraphAzureIdentityAuthenticationProvider(credential),
    undefined,
    undefined,
    createGraphClientFactory(versions, graphFetch(tenant)),
  )
  adapter.baseUrl = 'https://graph.microsoft.com/v1.0'
  const parameters = { id: peerToPeerCall().id }
  const request = new RequestInformation(HttpMethod.GET, '{+baseurl}/communications/calls/{id}', parameters)
  const call = await adapter.send(request, createCallFromDiscriminatorValue, undefined)
  assert.equal(call.subject, 'Order')
})
