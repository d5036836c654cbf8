import { createHash } from 'node:crypto'
import { type ExportFormat, exportFiles } from 'graph-call-testkit/export'
import { fixtures, notifications } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'

type Json = ReturnType<typeof JSON.parse>

const formats: readonly ExportFormat[] = ['dev-proxy', 'wiremock', 'mockoon', 'postman', 'fixtures']
const bodies = Object.values(fixtures)

async function onlyFile(format: ExportFormat): Promise<Json> {
  const [text = '', ...others] = Object.values(await exportFiles(format))
  expect(others).toEqual([])
  return JSON.parse(text)
}

describe.each(formats)('exportFiles(%s)', (format) => {
  test('returns the same texts each time, with a line break at the end', async () => {
    const files = await exportFiles(format)
    expect(await exportFiles(format)).toEqual(files)
    for (const text of Object.values(files)) expect(text).toMatch(/[^\n]\n$/)
  })

  test('contains the body of every fixture', async () => {
    const texts = Object.values(await exportFiles(format)).join('')
    // WireMock has one response without a token, for every call.
    const withToken = bodies.filter(({ request }) => 'Authorization' in request.headers)
    for (const { request } of withToken) {
      expect(texts).toContain(request.path.split(/[/?]/).find((segment) => segment.length > 20))
    }
  })
})

test('exportFiles rejects an unknown format, and suggests one', async () => {
  await expect(exportFiles(JSON.parse('"wire-mock"'))).rejects.toThrow(
    'Invalid format: "wire-mock". Nearest: wiremock. Expected one of dev-proxy, wiremock, mockoon, postman, fixtures.',
  )
})

test('the mock file of Dev Proxy has the properties of its schema, and a call that changes', async () => {
  const { mocks } = await onlyFile('dev-proxy')
  for (const { request, response, ...others } of mocks) {
    expect(others).toEqual({})
    expect(Object.keys(request).filter((key) => !['url', 'method', 'nth'].includes(key))).toEqual([])
    expect(Object.keys(response)).toEqual(['statusCode', 'headers', 'body'])
    expect(request.url).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/communications\/calls\//)
    for (const header of response.headers) expect(Object.keys(header)).toEqual(['name', 'value'])
  }
  const changing = mocks.filter(({ request }: Json) => request.nth !== undefined)
  expect(changing.map(({ request, response }: Json) => [request.nth, response.body.state])).toEqual([
    [1, 'establishing'],
    [2, 'established'],
    [3, 'terminated'],
  ])
  // Dev Proxy uses the first mock that matches.
  expect(mocks.at(-1).request.url).toMatch(/\*$/)
})

test('the mappings of WireMock reach every state of a scenario from its start', async () => {
  const { mappings } = await onlyFile('wiremock')
  const scenarios = new Map<string, Json[]>()
  for (const mapping of mappings) {
    if (mapping.scenarioName)
      scenarios.set(mapping.scenarioName, [...(scenarios.get(mapping.scenarioName) ?? []), mapping])
  }
  const canBeEnded = bodies.filter(({ body }) => 'state' in body && body.state !== 'terminated')
  expect(scenarios.size).toBe(canBeEnded.length + 1)
  for (const list of scenarios.values()) {
    const reached = new Set(['Started', ...list.flatMap(({ newScenarioState }) => newScenarioState ?? [])])
    for (const { requiredScenarioState } of list) expect([...reached]).toContain(requiredScenarioState)
  }
})

test('the fixture files have an index, matchers and checksums that match', async () => {
  const { SHA256SUMS = '', ...files } = await exportFiles('fixtures')
  const sums = Object.entries(files).map(
    ([file, text]) => `${createHash('sha256').update(text).digest('hex')}  ${file}\n`,
  )
  expect(SHA256SUMS).toBe(sums.join(''))
  const index: Json = JSON.parse(files['index.json'] ?? '')
  expect(index.fixtures).toHaveLength(bodies.length + Object.keys(notifications).length)
  for (const { file, matchers, name, kind } of index.fixtures) {
    const body: Json = JSON.parse(files[file] ?? '')
    if (kind !== 'notification') expect(body).toEqual(bodies.find((each) => each.name === name)?.body)
    expect(Object.keys(JSON.parse(files[matchers] ?? '')).length).toBeGreaterThan(0)
  }
  expect(JSON.parse(files['matchers/group.json'] ?? '')).toMatchObject({
    '$.id': { combine: 'AND', matchers: [{ match: 'type' }] },
    '$.state': { matchers: [{ match: 'regex', regex: expect.stringContaining('|established|') }] },
    "$['@odata.type']": { matchers: [{ match: 'type' }] },
    '$.targets': { matchers: [{ match: 'type' }] },
  })
})
