import { createTenant } from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'

test('GET / of a server says what it is, without a token', async () => {
  const tenant = createTenant()
  await using server = await tenant.listen()
  const response = await fetch(server.url)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ name: 'graph-call-testkit', health: '/healthz' })
  expect(tenant.requests).toEqual([])
})
