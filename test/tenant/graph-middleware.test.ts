import {
  AuthenticationHandler,
  Client,
  GraphError,
  RetryHandler,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client'
import { fixtureResponse } from 'graph-call-testkit/fixtures'
import { graphMiddleware } from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'

test("Microsoft's client sends its token, and its path and query as they are", async () => {
  const seen: Request[] = []
  const target = {
    fetch: async (request: Request) => {
      seen.push(request)
      return fixtureResponse('peer-to-peer')
    },
  }
  const call = await clientOf(target).api('/communications/calls/2e1a').select(['id', 'state']).get()
  expect(call.state).toBe('established')
  expect(seen.map(({ url }) => url)).toEqual([
    'https://graph.microsoft.com/v1.0/communications/calls/2e1a?$select=id,state',
  ])
  expect(seen[0]?.headers.get('Authorization')).toBe('Bearer x.y.z')
})

test('an error becomes a GraphError with all that the envelope says', async () => {
  const target = { fetch: async () => fixtureResponse('call-not-found') }
  const error = await clientOf(target)
    .api('/communications/calls/2e1a')
    .get()
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(GraphError)
  expect(error).toMatchObject({
    statusCode: 404,
    code: '8522',
    message: 'Call not found.',
    requestId: '4b3c9194-ee2f-4f41-8561-6c99ec45f1c8',
  })
})

function clientOf(target: Parameters<typeof graphMiddleware>[0]): Client {
  return Client.initWithMiddleware({
    middleware: [
      new AuthenticationHandler({ getAccessToken: async () => 'x.y.z' }),
      new RetryHandler(),
      new TelemetryHandler(),
      graphMiddleware(target),
    ],
  })
}
