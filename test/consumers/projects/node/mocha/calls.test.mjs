import assert from 'node:assert'
import { readCall } from 'graph-call-testkit'
import { groupCall } from 'graph-call-testkit/fixtures'

it('reads a call', () => assert.equal(readCall(groupCall()).state, 'established'))
