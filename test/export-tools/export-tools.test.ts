import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { exportFiles, openApi } from 'graph-call-testkit/export'
import { fixtures } from 'graph-call-testkit/fixtures'
import { afterAll, beforeAll, expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const run = promisify(execFile)
let folder = ''
/** Returns the path of an installed tool. */
const tool = (name: string) => join(folder, 'node_modules/.bin', name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-export-tools-'))
  await cp(join(here, 'tools.json'), join(folder, 'package.json'))
  await cp(join(here, 'load.mjs'), join(folder, 'load.mjs'))
  for (const version of ['3.0', '3.1'] as const) {
    await writeFile(join(folder, `openapi-${version}.json`), JSON.stringify(openApi({ version })))
  }
  for (const format of ['mockoon', 'postman'] as const) {
    for (const [name, text] of Object.entries(await exportFiles(format)))
      await writeFile(join(folder, name), text)
  }
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: folder,
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

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

test.concurrent('Prism serves the calls of the document, and rejects invalid bodies', async ({
  onTestFinished,
}) => {
  const prism = spawn(tool('prism'), ['mock', '--port', '0', 'openapi-3.0.json'], {
    cwd: folder,
    detached: true,
  })
  onTestFinished(() => stop(prism))
  const url = await addressOf(prism)
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

async function stop({ pid, exitCode }: ChildProcess): Promise<void> {
  if (pid !== undefined && exitCode === null) process.kill(-pid)
}

/** Returns the address that Prism prints. Keeps reading after that: Prism ends if it cannot write its log. */
async function addressOf(prism: ChildProcess): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    prism.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const [, url] = /listening on (http:\/\/[\d.:]+)/.exec(output) ?? []
      if (url) resolve(url)
    })
    prism.once('close', () => reject(new Error(`Prism ended: ${output}`)))
  })
}
