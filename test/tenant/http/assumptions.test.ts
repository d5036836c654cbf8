import { readFileSync } from 'node:fs'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'

test.each([
  ['a query', 'GET', '?$select=id', {}],
  ['an invalid query', 'GET', '?$top=1', {}],
  ['a format', 'GET', '', { Accept: 'application/json;odata.metadata=full' }],
  ['a format that is not supported', 'GET', '', { Accept: 'text/html' }],
  ['a path', 'GET', '/mute', {}],
  ['a method', 'PUT', '', {}],
  ['a call that has ended', 'DELETE', '', {}],
  ['allowed methods', 'OPTIONS', '', {}],
])('the documentation has a section on the assumption about %s', async (subject, method, rest, sent) => {
  const tenant = createTenant({
    calls: [groupCall({ state: subject === 'a call that has ended' ? 'terminated' : 'established' })],
  })
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${groupCall().id}${rest}`
  const response = await tenant.fetch(
    new Request(url, { method, headers: { Authorization: 'Bearer any', ...sent } }),
  )
  const [file = '', anchor] = response.headers.get('x-testkit-assumption')?.split('#') ?? []
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading.toLowerCase().replaceAll(' ', '-'),
  )
  expect(headings).toContain(anchor)
})
