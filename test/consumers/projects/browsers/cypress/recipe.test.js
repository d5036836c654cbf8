import assert from 'node:assert'
import test from 'node:test'
import { groupCall } from 'graph-call-testkit/fixtures'

/** Cypress itself is a download. Its test runs here with functions that record what it does. */
test('the recipe replies to a request with the call', async () => {
  const intercepted = []
  const visited = []
  const tests = []
  globalThis.it = (...test) => tests.push(test)
  globalThis.cy = {
    intercept: (...route) => intercepted.push(route),
    visit: (path) => visited.push(path),
  }
  await import('./calls.cy.ts')
  assert.equal(tests.length, 1)
  tests[0][1]()
  assert.deepEqual(visited, ['/'])
  assert.equal(intercepted.length, 1)
  const [[, handle]] = intercepted
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${groupCall().id}`
  const replies = []
  await handle({
    method: 'GET',
    url,
    headers: { authorization: 'Bearer any' },
    reply: (...response) => replies.push(response),
  })
  const [[status, body, headers]] = replies
  assert.equal(status, 200)
  assert.equal(JSON.parse(body).state, 'established')
  assert.match(headers['content-type'], /^application\/json/)
})
