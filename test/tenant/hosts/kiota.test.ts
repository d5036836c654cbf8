import { HttpMethod, RequestInformation } from '@microsoft/kiota-abstractions'
import { GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import { createCallFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/index.js'
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js'
import {
  createGraphClientFactory,
  GraphAzureIdentityAuthenticationProvider,
} from '@microsoft/msgraph-sdk-core'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch, type Tenant } from 'graph-call-testkit/tenant'
import { expect, onTestFinished, test } from 'vitest'

const { id } = groupCall()

/** Microsoft's newer client in its usual configuration, except for the fetch. None of its packages supports calls. */
function getCall(target: Tenant | string) {
  const adapter = new GraphRequestAdapter(
    new GraphAzureIdentityAuthenticationProvider({
      getToken: async () => ({ token: 'x.y.z', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
    }),
    undefined,
    undefined,
    createGraphClientFactory(
      { graphServiceTargetVersion: 'v1.0', graphServiceLibraryClientVersion: '1.0.0-preview.90' },
      graphFetch(target),
    ),
  )
  adapter.baseUrl = 'https://graph.microsoft.com/v1.0'
  const request = new RequestInformation(HttpMethod.GET, '{+baseurl}/communications/calls/{id}', { id })
  request.headers.add('Accept', 'application/json')
  return adapter.send(request, createCallFromDiscriminatorValue, {
    XXX: createODataErrorFromDiscriminatorValue,
  })
}

test.each(['in process', 'on a port'])('gets the call of a tenant %s and sends its token', async (host) => {
  const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z' })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  expect(await getCall(host === 'in process' ? tenant : server.url)).toMatchObject({
    id,
    state: 'established',
    direction: groupCall().direction,
    callbackUri: groupCall().callbackUri,
    odataType: '#microsoft.graph.call',
  })
})

test.each([429, 503, 504] as const)('retries after %d', async (status) => {
  const tenant = createTenant({ calls: [groupCall()] })
  tenant.failNext({ status, retryAfter: 0 })
  expect(await getCall(tenant)).toMatchObject({ id })
  expect(tenant.requests.map((request) => request.status)).toEqual([status, 200])
})

test('turns an error into an ODataError with the properties of the envelope', async () => {
  const tenant = createTenant({ calls: [groupCall()] })
  tenant.forbid(id, '7505')
  await expect(getCall(tenant)).rejects.toMatchObject({
    responseStatusCode: 403,
    errorEscaped: { code: '7505', message: 'Request authorization tenant mismatch.' },
  })
})
