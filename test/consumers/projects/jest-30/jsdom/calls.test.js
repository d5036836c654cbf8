const { readCall } = require('graph-call-testkit')
const { fixtureResponse, peerToPeerCall } = require('graph-call-testkit/fixtures')
const { createTenant, graphFetch } = require('graph-call-testkit/tenant')

test('shows a call in a document', async () => {
  const call = peerToPeerCall()
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}`
  const response = await graphFetch(createTenant({ calls: [call] }))(url, {
    headers: { Authorization: 'Bearer any' },
  })
  document.body.textContent = readCall(await response.json()).state
  expect(document.body.innerHTML).toBe('established')
  expect(fixtureResponse('throttled').status).toBe(429)
})
