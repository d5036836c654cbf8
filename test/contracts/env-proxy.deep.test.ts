import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from './committed.ts'

const script = fileURLToPath(new URL('proxied-run.ts', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** Starts a proxy that rejects every request, as the proxy of a company does for addresses such as 127.0.0.1. */
async function startProxy() {
  const requests: string[] = []
  const proxy = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    response.writeHead(403).end()
  }).on('connect', ({ method, url }, socket) => {
    requests.push(`${method} ${url}`)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void proxy.close())
  return { requests, url: `http://127.0.0.1:${Object(proxy.address()).port}` }
}

/** Runs the contract with Node 24, the first version that has `NODE_USE_ENV_PROXY`. */
async function run(client: string, env: Readonly<Record<string, string>>): Promise<string> {
  const { NO_PROXY: _, no_proxy: __, ...rest } = process.env
  // npx must not use the proxy: env sets the variables for Node only.
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const node = ['node', '--conditions=graph-call-testkit-source', '--import', tsx, script]
  const command = ['-y', '-p', 'node@24', 'env', ...variables, ...node, await temporaryFolder(), client]
  const { stdout } = await promisify(execFile)('npx', command, {
    env: rest,
  })
  return stdout
}

describe('with NODE_USE_ENV_PROXY=1 and without NO_PROXY', () => {
  test('the fetch of the context does not use the proxy', async () => {
    const { requests, url } = await startProxy()
    const env = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: url, HTTPS_PROXY: url }
    expect(await run('https://graph.microsoft.com', env)).toBe('{"state":"established"}\n')
    expect(requests).toEqual([])
  })

  test('a client that uses the proxy gets an error that names NO_PROXY', async () => {
    const { requests, url } = await startProxy()
    const env = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: url }
    expect(await run('own', env)).toMatch(
      /^RequestMismatchError: .*HTTP_PROXY is set, .*Set NO_PROXY=127\.0\.0\.1\./s,
    )
    expect(requests).toEqual([expect.stringContaining('127.0.0.1')])
    expect(await run('own', { ...env, NO_PROXY: '127.0.0.1' })).toBe('{"state":"established"}\n')
    expect(requests).toHaveLength(1)
  })
})
