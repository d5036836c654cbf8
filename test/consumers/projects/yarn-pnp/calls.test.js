import assert from 'node:assert'
import test from 'node:test'
import { readCall } from 'graph-call-testkit'
import { defineCallContract } from 'graph-call-testkit/contracts'
import { groupCall } from 'graph-call-testkit/fixtures'
import { assertHandlesAnyCall } from 'graph-call-testkit/generators'

test('reads a call', () => assert.equal(readCall(groupCall()).state, 'established'))

test('generators run', () => assertHandlesAnyCall((call) => String(call.state), { numRuns: 10 }))

test('says that Pact is not installed', async () => {
  const { interactions } = defineCallContract({
    consumer: 'my-bot',
    dir: 'pacts',
    reads: ['state'],
    interactions: ['group'],
    warn() {},
  })
  await assert.rejects(
    interactions[0].run(() => {}),
    /Pact is not installed. Install it: /,
  )
})
