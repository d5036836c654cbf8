import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { exportFiles } from 'graph-call-testkit/export'
import { fixtures } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { expect, inject, onTestFinished, test } from 'vitest'
import { requireJava } from './install-tools.ts'
import { startServer } from './server-process.ts'

const token = { Authorization: 'Bearer an-invented-token' }
const all = Object.values(fixtures)
type Fetch = (path: string, init?: RequestInit) => Promise<Response>

/** Starts WireMock with the exported mappings. */
async function startWireMock(): Promise<Fetch> {
  const tools = inject('tools')
  const root = await mkdtemp(join(tools, 'wiremock-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(await exportFiles('wiremock'))) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
  const options = ['--root-dir', root, '--port', '0', '--bind-address', '127.0.0.1']
  const port = await startServer(join(tools, 'node_modules/.bin/wiremock'), options, tools, /port: +(\d+)/)
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init)
}

/** Returns the parts of a response that do not depend on the time or the number of requests. */
async function partsOf(response: Response) {
  const { status, headers } = response
  const text = await response.text()
  const body = text && JSON.parse(text)
  return {
    status,
    headers: Object.fromEntries(
      ['content-type', 'retry-after', 'www-authenticate', 'strict-transport-security'].map((name) => [
        name,
        headers.get(name),
      ]),
    ),
    hasRequestId: headers.has('request-id'),
    body: body.error ? { code: body.error.code, message: body.error.message } : body,
  }
}

test('WireMock responds with the exported fixtures as the tenant does, also after DELETE', async () => {
  const wireMock = await startWireMock()
  for (const { name, request, status, body } of all) {
    const tenant = createTenant(status === 200 ? { calls: [body] } : {})
    const isFault = status !== 200 && name !== 'access-token-empty'
    const [path = ''] = request.path.split('?')
    const headers = 'Authorization' in request.headers ? token : undefined
    const requests: readonly [string, string][] = isFault
      ? [['GET', request.path]]
      : [
          ['GET', request.path],
          ['GET', path],
          ['DELETE', path],
          ['GET', request.path],
          ['GET', request.path],
          ['DELETE', path],
        ]
    if (isFault) tenant.failNext({ fixture: name })
    const actual: unknown[] = []
    const expected: unknown[] = []
    for (const [method, target] of requests) {
      const init = { method, ...(headers && { headers }) }
      const url = `https://graph.microsoft.com${target}`
      actual.push([method, target, await partsOf(await wireMock(target, init))])
      expected.push([method, target, await partsOf(await tenant.fetch(new Request(url, init)))])
    }
    expect(actual, name).toEqual(expected)
  }
})

test('WireMock rejects requests without a token, and calls that do not exist', async () => {
  const wireMock = await startWireMock()
  const tenant = createTenant()
  const path = '/v1.0/communications/calls/other'
  const rejected: readonly Readonly<Record<string, string>>[] = [
    {},
    { Authorization: '' },
    { Authorization: 'Basic eDp5' },
    { authorization: 'bearer x' },
  ]
  for (const headers of rejected) {
    for (const method of ['GET', 'DELETE']) {
      const expected = await tenant.fetch(
        new Request(`https://graph.microsoft.com${path}`, { method, headers }),
      )
      expect(await partsOf(await wireMock(path, { method, headers }))).toEqual(await partsOf(expected))
    }
  }
})

test('a call in WireMock changes its state with each GET, until it ends', async () => {
  const wireMock = await startWireMock()
  const { mappings } = JSON.parse(Object.values(await exportFiles('wiremock'))[0] ?? '')
  const [{ request }] = mappings.filter(({ name }: { name: string }) =>
    name.startsWith('a call that changes'),
  )
  const get = async () => {
    const response = await wireMock(request.urlPath, { headers: token })
    return response.ok ? (await response.json()).state : response.status
  }
  const end = async () => (await wireMock(request.urlPath, { method: 'DELETE', headers: token })).status
  const restart = () => wireMock('/__admin/scenarios/reset', { method: 'POST' })

  const states: unknown[] = []
  for (let i = 0; i < 5; i++) states.push(await get())
  expect(states).toEqual(['establishing', 'established', 'terminated', 404, 404])
  expect(await end()).toBe(404)
  for (const reads of [0, 1, 2]) {
    await restart()
    for (let i = 0; i < reads; i++) await get()
    expect([await end(), await end(), await get(), await get()]).toEqual([204, 404, 'terminated', 404])
  }
})

test('a missing Java is reported with the package to install', () => {
  expect(() => requireJava('java-that-does-not-exist')).toThrow('apt-get install -y default-jre-headless')
})
