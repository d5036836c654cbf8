const assert = require('node:assert')
const { readCall } = require('graph-call-testkit')
const { groupCall } = require('graph-call-testkit/fixtures')

it('reads a call', () => assert.equal(readCall(groupCall()).state, 'established'))
