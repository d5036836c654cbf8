import assert from 'node:assert'
import { before, test } from 'node:test'
import { groupCall } from 'graph-call-testkit/fixtures'

const calls = 'https://graph.microsoft.com/v1.0/communications/calls'
let route
let handle

/** Cypress itself is a download. Its test runs here with functions that record what it does. */
before(async () => {
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
  ;[[route, handle]] = intercepted
})

/** Sends a request as Cypress passes it on: a JSON body is parsed, a missing one is an empty string. */
async function send(method, path, body = '') {
  const url = calls + path
  assert.match(url, route)
  const replies = []
  await handle({
    ...{ method, url, body },
    headers: { authorization: 'Bearer any', 'content-type': 'application/json', accept: ['*/*'] },
    reply: (...response) => replies.push(response),
  })
  assert.equal(replies.length, 1)
  const [[status, text, headers]] = replies
  return { status, headers, body: text === '' ? undefined : JSON.parse(text) }
}

test('the recipe replies to a request with the call', async () => {
  const { status, headers, body } = await send('GET', `/${groupCall().id}`)
  assert.equal(status, 200)
  assert.equal(body.state, 'established')
  assert.match(headers['content-type'], /^application\/json/)
})

test('the recipe sends methods and bodies to the tenant', async () => {
  const call = {
    '@odata.type': '#microsoft.graph.call',
    subject: 'Grüße, 呼叫 📞',
    callbackUri: 'http://127.0.0.1:9/api/calls',
    requestedModalities: ['audio'],
    mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
    meetingInfo: { '@odata.type': '#microsoft.graph.joinMeetingIdMeetingInfo', joinMeetingId: '2000001' },
  }
  for (const body of [call, JSON.stringify(call)]) {
    const created = await send('POST', '', body)
    assert.equal(created.status, 201)
    assert.equal(created.body.subject, call.subject)
    assert.equal((await send('DELETE', `/${created.body.id}`)).status, 204)
  }
  assert.equal((await send('POST', '', { callbackUri: 42 })).status, 400)
})
