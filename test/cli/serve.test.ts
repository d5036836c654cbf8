import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixtures, groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { generate } from 'selfsigned'
import { Agent, fetch as undiciFetch } from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type } from './terminal.ts'

const headers = { Authorization: 'Bearer x.y.z' }
const calls = Object.values(fixtures).filter(({ status }) => status === 200).length
const { id } = groupCall()
const path = `/v1.0/communications/calls/${id}`

/** A folder of files, each a text or a value that becomes JSON. */
async function folderOf(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-calls-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    await writeFile(
      join(folder, name),
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2),
    )
  }
  return folder
}

async function serve(...argv: string[]) {
  const terminal = type('serve', ...argv)
  onTestFinished(async () => {
    terminal.stop()
    await terminal.exit
  })
  const ready = await terminal.firstLine()
  return { ...terminal, ready, url: /https?:\/\/[^\s"]+/.exec(ready)?.[0] ?? '' }
}

describe('serve', () => {
  test('has every fixture, on loopback, and says so with a line to try', async () => {
    const { url, ready, out, err } = await serve()
    expect(ready).toBe(`${calls} calls at ${url}`)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const [, tried = ''] = /^Try: curl -H 'Authorization: Bearer any' '(.*)'$/m.exec(out()) ?? []
    expect((await fetch(tried, { headers: { Authorization: 'Bearer any' } })).status).toBe(200)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(err()).toBe('')
  })

  test('prints each request, and at the end what it was asked', async () => {
    const { url, out, stop, exit } = await serve()
    const before = out()
    await fetch(`${url}${path}?$select=id`, { headers })
    await fetch(url + path.slice(0, -1), { headers })
    await fetch(url + path.slice(0, -1), { headers })
    await fetch(`${url}/v1.0/users`, { headers })
    await fetch(url + path)
    stop()
    expect(await exit).toBe(0)
    const printed = out()
      .slice(before.length)
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    expect(printed).toBe(`TIME 200 GET ${path}?$select=id
TIME 404 GET ${path.slice(0, -1)}
TIME 404 GET ${path.slice(0, -1)}
TIME 404 GET /v1.0/users
TIME 401 GET ${path}
5 requests, 1 answered 200, 3 answered 404, 1 answered 401
No call at ${path.slice(0, -1)} (asked 2 times; was it ${id}?)
No call at /v1.0/users (asked once)
`)
    await expect(fetch(url)).rejects.toThrow()
  })

  test('prints JSON, a line each', async () => {
    const { url, out, stop, exit } = await serve('--log', 'json')
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    await fetch(url + path, { headers: { ...headers, traceparent } })
    await fetch(url + path.slice(0, -1), { headers })
    stop()
    await exit
    const events = out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events).toEqual([
      { event: 'ready', url, calls, try: expect.stringContaining('curl') },
      expect.objectContaining({
        event: 'request',
        method: 'GET',
        path,
        callId: id,
        status: 200,
        traceparent,
      }),
      expect.objectContaining({ event: 'request', status: 404 }),
      {
        event: 'summary',
        requests: 2,
        statuses: { 200: 1, 404: 1 },
        notFound: [{ path: path.slice(0, -1), times: 1, nearestIds: [id] }],
      },
    ])
  })

  test('takes the one token that it was given, and prints it nowhere', async () => {
    const { url, out, err, stop, exit } = await serve('--token', 'x.y.z', '--log', 'json')
    expect((await fetch(url + path, { headers })).status).toBe(200)
    expect((await fetch(url + path, { headers: { Authorization: 'Bearer other' } })).status).toBe(401)
    stop()
    await exit
    expect(out()).toContain('Bearer $TOKEN')
    expect(out() + err()).not.toContain('x.y.z')
  })

  test('warns where it is more than loopback', async () => {
    const { err } = await serve('--host', '0.0.0.0')
    expect(err()).toBe(
      'Warning: 0.0.0.0 is more than loopback. Whoever reaches this machine is answered, with any token.\n',
    )
  })

  test('does not warn of loopback, whatever it is called', async () => {
    const { err } = await serve('--host', 'LOCALHOST')
    expect(err()).toBe('')
  })

  test('speaks HTTPS with a certificate', async () => {
    const altNames = [{ type: 7 as const, ip: '127.0.0.1' }]
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
      keyType: 'ec',
      extensions: [{ name: 'subjectAltName', altNames }],
    })
    const folder = await folderOf({ 'key.pem': key, 'cert.pem': cert })
    const { url, out } = await serve(
      '--tls-key',
      join(folder, 'key.pem'),
      '--tls-cert',
      join(folder, 'cert.pem'),
    )
    const dispatcher = new Agent({ connect: { ca: cert } })
    onTestFinished(() => dispatcher.close())
    expect((await undiciFetch(`${url}/healthz`, { dispatcher })).status).toBe(200)
    expect(out()).toContain(`--cacert '${join(folder, 'cert.pem')}'`)
  })
})

describe('what it may be asked to do', () => {
  test.each([
    [['--synthetic'], 0],
    [['--synthetic', '42'], 42],
    [['--synthetic', '-7'], -7],
  ])('%j: to have a call for every id', async (argv, seed) => {
    const { url, ready } = await serve(...argv)
    expect(ready).toBe(`${calls} calls, and one for every other id (seed ${seed}), at ${url}`)
    expect(await (await fetch(url + path, { headers })).json()).toEqual(groupCall())
    const answer = await createTenant({ synthetic: seed }).fetch(
      new Request('https://graph.microsoft.com/v1.0/communications/calls/any', { headers }),
    )
    expect(await (await fetch(`${url}/v1.0/communications/calls/any`, { headers })).text()).toBe(
      await answer.text(),
    )
  })

  test('--synthetic: and say so in JSON', async () => {
    const { ready } = await serve('--synthetic', '42', '--log', 'json')
    expect(JSON.parse(ready)).toMatchObject({ event: 'ready', calls, seed: 42 })
  })

  test('--throttle: to refuse who asks too often', async () => {
    const { url } = await serve('--throttle', '2/3600')
    const answers = await Promise.all([1, 2, 3].map(() => fetch(url + path, { headers })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429])
    expect((await fetch(url + path, { headers: { Authorization: 'Bearer other' } })).status).toBe(200)
  })

  test('--latency: to take its time', async () => {
    const { url } = await serve('--latency', '120.5')
    const start = performance.now()
    expect((await fetch(url + path, { headers })).status).toBe(200)
    // A timer may be early by the rest of a millisecond.
    expect(performance.now() - start).toBeGreaterThan(119)
  })
})

describe('--fixtures', () => {
  test('has the calls of the folder, and no other', async () => {
    const folder = await folderOf({
      'one.json': groupCall(),
      'other.json': `\uFEFF${JSON.stringify(peerToPeerCall({ id: 'a/b' }))}`,
      'notes.txt': 'no call',
    })
    const { url, ready } = await serve('--fixtures', folder)
    expect(ready).toBe(`2 calls at ${url}`)
    expect(await (await fetch(url + path, { headers })).json()).toEqual(groupCall())
    expect((await fetch(`${url}/v1.0/communications/calls/a%2Fb`, { headers })).status).toBe(200)
  })

  test('names every broken file with its line and rule, and starts nothing', async () => {
    const folder = await folderOf({
      'array.json': '[]',
      'cut-off.json': '{\n  "id": "2e1a",\n  "state":',
      'encoded-otherwise.json': Buffer.from(`\uFEFF${JSON.stringify(groupCall())}`, 'utf16le'),
      'error.json': fixtures['call-not-found'].body,
      'good.json': groupCall(),
      'no-id.json': groupCall({ id: '' }),
      'repeated.json': groupCall(),
      'ringing.json':
        '{\n  "id": "x",\n  "state": "ringing",\n  "targets": [\n    {\n      "identity": 1\n    }\n  ]\n}',
      'text.json': 'call',
      'torn-letter.json': Buffer.from('{ "id": "caf\u00e9" }', 'latin1'),
      'trailing-comma.json': '{\n  "id": "2e1a",\n}',
    })
    const { exit, out, err } = type('serve', '--fixtures', folder)
    expect(await exit).toBe(2)
    expect(out()).toBe('')
    expect(err().replaceAll(folder, 'DIR').replaceAll('\\', '/')).toMatchSnapshot()
  })

  test('has a line to try whatever an id holds', async () => {
    const id = `it's;$(id)`
    const { out } = await serve('--fixtures', await folderOf({ 'one.json': groupCall({ id }) }))
    const [, curl = ''] = /^Try: (.*)$/m.exec(out()) ?? []
    // As a shell reads it.
    const words = spawnSync('sh', ['-c', curl.replace('curl', "printf '%s\\n'")], { encoding: 'utf8' }).stdout
    const [, , url = ''] = words.split('\n')
    expect((await fetch(url, { headers })).status).toBe(200)
  })

  test('reads more files than a process may have open', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `${at}.json`)
    const folder = await folderOf(Object.fromEntries(names.map((name) => [name, '[]'])))
    const command = [process.execPath, '--import', 'tsx', 'src/cli/main.ts', 'serve', '--fixtures', folder]
    const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -n 128 && exec "$@"', 'sh', ...command], {
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stderr.match(/\[wrong-type\]/g)).toHaveLength(names.length)
    expect(stderr).not.toContain('EMFILE')
  })

  test.each([
    ['that is not there', '/nowhere/calls', /Cannot read the folder \/nowhere\/calls: ENOENT/],
    ['without a file', undefined, /There is no \*\.json in/],
  ])('of a folder %s', async (_which, folder, message) => {
    const { exit, err } = type('serve', '--fixtures', folder ?? (await folderOf({})))
    expect(await exit).toBe(2)
    expect(err()).toMatch(message)
  })
})

describe('what keeps it from starting', () => {
  test('a port in use: who may hold it, and how to have another', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void holder.close())
    const address = holder.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { exit, out, err } = type('serve', '--port', String(port))
    expect(await exit).toBe(2)
    expect(out()).toBe('')
    expect(
      err(),
    ).toBe(`Cannot listen on 127.0.0.1:${port}: it is in use. Stop the process that holds it (a tenant of an earlier run?), choose another port, or leave the port out to get a free one.
Who holds it: lsof -i :${port} (on Windows: netstat -ano | findstr :${port}). Another one: --port ${port + 1}.
`)
  })

  test.each([
    [['--host', '192.0.2.1'], /the host is no address of this machine/],
    [['--tls-key', 'key.pem'], /--tls-key and --tls-cert go together/],
    [
      ['--tls-key', '/nowhere/key.pem', '--tls-cert', '/nowhere/cert.pem'],
      /cannot read \/nowhere\/\w+\.pem: ENOENT/,
    ],
    [
      ['--tls-key', 'package.json', '--tls-cert', 'package.json'],
      /must be a private key and its certificate in PEM/,
    ],
  ])('%j', async (argv, message) => {
    const { exit, out, err } = type('serve', ...argv)
    expect(await exit).toBe(2)
    expect(err()).toMatch(message)
    expect(err()).not.toMatch(/^ +at /m)
    expect(out()).toBe('')
  })
})
