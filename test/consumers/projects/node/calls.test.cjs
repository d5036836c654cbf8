const assert = require('node:assert')
const test = require('node:test')
const { TestkitError } = require('graph-call-testkit')
const { createTenant } = require('graph-call-testkit/tenant')

test('errors share a class', () => assert.throws(() => createTenant().endCall('none'), TestkitError))

test('a missing peer names the command that installs it', () => {
  assert.throws(() => require('graph-call-testkit/generators'), /npm install --save-dev fast-check/)
  assert.throws(() => require('graph-call-testkit/msw'), /npm install --save-dev msw/)
})
