import { readdirSync, readFileSync } from 'node:fs'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { assumptionPage } from '../../../scripts/assumption-page.ts'
import { assumptionSections } from '../../../src/model/assumptions/index.ts'

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

describe('the guides', () => {
  /** Pages that are written from the model. */
  const written = ['assumptions.md', 'knowledge.md']
  const names = readdirSync('docs').filter((name) => name.endsWith('.md') && !written.includes(name))
  const guides = ['README.md', ...names.map((name) => `docs/${name}`)].map(
    (name) => [name, readFileSync(name, 'utf8')] as const,
  )
  const sections = assumptionSections.map(({ title }) => title.toLowerCase().replaceAll(' ', '-'))

  test.each(guides)('%s claims no assumption that is not in the model', (_, text) => {
    const claims = text
      .replaceAll(/`assumed`|```ts\n.*?```/gs, '')
      .replaceAll(/\[assumed\]\(assumptions\.md#[a-z-]+\)/g, '')
    expect(claims).not.toMatch(/\bassumed\b/i)
    const [, section = ''] = /^#+ Assumptions\n+([^#]*)/m.exec(text) ?? []
    expect(section).not.toMatch(/^(\||- )/m)
  })

  test.each(guides)('%s links to sections of the model', (_, text) => {
    for (const [, anchor] of text.matchAll(/assumptions\.md#([a-z-]+)/g)) expect(sections).toContain(anchor)
  })
})

test('docs/assumptions.md is the one that the model gives', () => {
  expect(readFileSync('docs/assumptions.md', 'utf8')).toBe(`${assumptionPage()}\n`)
})
