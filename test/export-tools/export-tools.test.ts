import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { exportFiles, openApi } from 'graph-call-testkit/export'
import { fixtures } from 'graph-call-testkit/fixtures'
import { beforeAll, expect, inject, test } from 'vitest'
import { startServer } from './server-process.ts'

const run = promisify(execFile)
const folder = inject('tools')
/** Returns the path of an installed tool. */
const tool = (name: string) => join(folder, 'node_modules/.bin', name)

beforeAll(async () => {
  for (const version of ['3.0', '3.1'] as const) {
    await writeFile(join(folder, `openapi-${version}.json`), JSON.stringify(openApi({ version })))
  }
  for (const format of ['mockoon', 'postman', 'fixtures'] as const) {
    for (const [name, text] of Object.entries(await exportFiles(format))) {
      await mkdir(dirname(join(folder, format, name)), { recursive: true })
      await writeFile(join(folder, format, name), text)
    }
  }
})

test.concurrent('Spectral, Mockoon and Postman load their exports without findings', async () => {
  const { stdout } = await run(process.execPath, ['load.mjs'], { cwd: folder })
  const { spectral, mockoon, postman } = JSON.parse(stdout)
  expect(spectral).toEqual({ '3.0': [], '3.1': [] })
  expect(mockoon).toEqual([])
  expect(postman).toEqual(
    expect.arrayContaining(Object.values(fixtures).map(({ request }) => `GET ${request.path.split('?')[0]}`)),
  )
})

test.concurrent.for(['3.0', '3.1'])(
  'openapi-typescript makes types that compile from version %s',
  async (version) => {
    const types = `openapi-${version}.ts`
    await run(tool('openapi-typescript'), [`openapi-${version}.json`, '--output', types], { cwd: folder })
    const compilerOptions = { noEmit: true, strict: true, skipLibCheck: true, types: [] }
    const configuration = `tsconfig-${version}.json`
    await writeFile(join(folder, configuration), JSON.stringify({ compilerOptions, files: [types] }))
    await run(tool('tsc'), ['--project', configuration], { cwd: folder })
  },
)

/** Actions of version 1.0 with a request body, by path, and a body with the wrong type of one parameter. */
const actionsWithBody = Object.entries(openApi().paths).flatMap(([path, item]) => {
  const schema = Object(item).post?.requestBody?.content['application/json'].schema
  const [name] = Object.keys(Object(schema?.properties))
  const isTested = path.startsWith('/v1.0/communications/') && name !== undefined
  return isTested ? [{ path: path.replace(/\{\w+\}/g, 'x'), wrong: { [name]: [[]] } }] : []
})

test('Prism serves the calls of the document, and rejects invalid bodies', async () => {
  const options = ['mock', '--port', '0', 'openapi-3.0.json']
  const url = await startServer(tool('prism'), options, folder, /listening on (http:\/\/[\d.:]+)/)
  const headers = { Authorization: 'Bearer an-invented-token' }
  const [response, withoutToken, unknown] = await Promise.all([
    fetch(`${url}/v1.0/communications/calls/x`, { headers }),
    fetch(`${url}/v1.0/communications/calls/x`),
    fetch(`${url}/v1.0/communications/nothing`, { headers }),
  ])
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ '@odata.type': '#microsoft.graph.call' })
  expect([withoutToken.status, unknown.status]).toEqual([401, 404])

  const post = async (path: string, body: unknown) =>
    (
      await fetch(url + path, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status
  expect(await post('/v1.0/communications/calls', { callbackUri: 'https://bot.contoso.com/callback' })).toBe(
    201,
  )
  expect(await post('/v1.0/communications/calls/x/reject', { reason: 'busy' })).toBe(202)
  expect(actionsWithBody.length).toBeGreaterThan(15)
  for (const { path, wrong } of actionsWithBody) {
    expect([path, await post(path, wrong)]).toEqual([path, 400])
    expect([path, await post(path, [])]).toEqual([path, 400])
  }
})

test('Mockoon serves every fixture, and checks the token and the id', async () => {
  const script = [join(folder, 'serve-mockoon.mjs'), 'mockoon/calls.mockoon.json']
  const port = await startServer(process.execPath, script, folder, /port (\d+)/)
  const send = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)
  for (const { name, request, status, body } of Object.values(fixtures)) {
    const response = await send(request.path, { headers: { ...request.headers } })
    expect([name, response.status, await response.json()]).toEqual([name, status, body])
  }
  const headers = { Authorization: 'Bearer an-invented-token' }
  const statusOf = async (method: string, path: string, init: RequestInit = { headers }) =>
    (await send(path, { method, ...init })).status
  const { path } = fixtures.group.request
  expect([await statusOf('GET', path, {}), await statusOf('DELETE', path, {})]).toEqual([401, 401])
  expect(await statusOf('DELETE', path)).toBe(204)
  for (const other of [fixtures.terminated.request.path, '/v1.0/communications/calls/other']) {
    expect(await statusOf('DELETE', other)).toBe(404)
  }
})

test('sha256sum accepts the checksums of the fixture files', async () => {
  const cwd = join(folder, 'fixtures')
  const { stdout } = await run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd })
  const lines = stdout.trim().split('\n')
  expect(lines.length).toBeGreaterThan(2 * Object.keys(fixtures).length)
  expect(lines.filter((line) => !line.endsWith(': OK'))).toEqual([])
})
