import { createTenant } from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'

test('GET and HEAD / of a server say what it is, without a token', async () => {
  const tenant = createTenant()
  await using server = await tenant.listen()
  const response = await fetch(server.url)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ name: 'graph-call-testkit', health: '/healthz' })
  expect((await fetch(server.url, { method: 'HEAD' })).status).toBe(200)
  expect((await fetch(server.url, { method: 'DELETE' })).status).toBe(401)
  expect(tenant.requests.map(({ method }) => method)).toEqual(['DELETE'])
})

test("a 401 of a server says when Microsoft's client sends no token", async () => {
  await using server = await createTenant().listen()
  const response = await fetch(`${server.url}/v1.0/communications/calls/2e1a`)
  expect(response.status).toBe(401)
  expect(response.headers.get('x-testkit-hint')).toContain('graph-client sends a token only over https')
})
