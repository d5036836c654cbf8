const { TestkitError, readCall } = require('graph-call-testkit')
const { peerToPeerCall } = require('graph-call-testkit/fixtures')
const { assertHandlesAnyCall } = require('graph-call-testkit/generators')
const { callHandlers } = require('graph-call-testkit/msw')
const { createTenant, graphFetch } = require('graph-call-testkit/tenant')
const { setupServer } = require('msw/node')

const call = peerToPeerCall()
const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}`
const init = { headers: { Authorization: 'Bearer any' } }

test('the tenant responds', async () => {
  const response = await graphFetch(createTenant({ calls: [call] }))(url, init)
  expect(readCall(await response.json()).state).toBe('established')
})

test('errors of two entry points share a class', () => {
  expect(() => createTenant().endCall('none')).toThrow(TestkitError)
})

test('MSW responds', async () => {
  const server = setupServer(...callHandlers(createTenant({ calls: [call] })))
  server.listen()
  expect((await fetch(url, init)).status).toBe(200)
  server.close()
})

test('generators run', () => assertHandlesAnyCall((any) => String(any.state), { numRuns: 10 }))
