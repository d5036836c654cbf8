import assert from 'node:assert'
import test from 'node:test'
import { readCall, TestkitError } from 'graph-call-testkit'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch } from 'graph-call-testkit/tenant'

test('reads a call', async () => {
  const call = peerToPeerCall()
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${call.id}`
  const response = await graphFetch(createTenant({ calls: [call] }))(url, {
    headers: { Authorization: 'Bearer any' },
  })
  assert.equal(readCall(await response.json()).state, 'established')
})

test('errors share a class', () => assert.throws(() => createTenant().endCall('none'), TestkitError))

test('a missing peer names the command that installs it', async () => {
  await assert.rejects(import('graph-call-testkit/generators'), /npm install --save-dev fast-check/)
  await assert.rejects(import('graph-call-testkit/msw'), /npm install --save-dev msw/)
})
