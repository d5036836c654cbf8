import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixtures, groupCall, notifications, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { generate } from 'selfsigned'
import { Agent, fetch as undiciFetch } from 'undici'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { runCommand } from './run-command.ts'

const headers = { Authorization: 'Bearer x.y.z' }
const calls = Object.values(fixtures).filter(({ status }) => status === 200).length
const { id } = groupCall()
const path = `/v1.0/communications/calls/${id}`

/** Creates a directory of files. Each content is a text, bytes, or a value that is written as JSON. */
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
  const terminal = runCommand('serve', ...argv)
  onTestFinished(async () => {
    terminal.stop()
    await terminal.exit
  })
  const ready = await terminal.firstLine()
  return { ...terminal, ready, url: /https?:\/\/[^\s"]+/.exec(ready)?.[0] ?? '' }
}

describe('serve', () => {
  test('serves all call fixtures on loopback, and prints a command to try', async () => {
    const { url, ready, out, err } = await serve()
    expect(ready).toBe(`${calls} calls at ${url}`)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const [, tried = ''] = /^Try: curl -H 'Authorization: Bearer any' '(.*)'$/m.exec(out()) ?? []
    expect((await fetch(tried, { headers: { Authorization: 'Bearer any' } })).status).toBe(200)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(err()).toBe('')
  })

  test('prints each request, and a summary at the end', async () => {
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
5 requests, 1 with status 200, 3 with status 404, 1 with status 401
Not found: ${path.slice(0, -1)} (2 times; did you mean ${id}?)
Not found: /v1.0/users (once)
`)
    await expect(fetch(url)).rejects.toThrow()
  })

  test('prints one JSON object per line', async () => {
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
      { event: 'ready', url, calls, ids: expect.any(Array), try: expect.stringContaining('curl') },
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

  test('accepts only the configured token, and never prints it', async () => {
    const { url, out, err, stop, exit } = await serve('--token', 'x.y.z', '--log', 'json')
    expect((await fetch(url + path, { headers })).status).toBe(200)
    expect((await fetch(url + path, { headers: { Authorization: 'Bearer other' } })).status).toBe(401)
    stop()
    await exit
    expect(out()).toContain('Bearer $TOKEN')
    expect(out() + err()).not.toContain('x.y.z')
  })

  test('sets up provider states for verifiers, and prints why it could not', async () => {
    const { url, err } = await serve()
    const post = (body: object) =>
      fetch(`${url}/_pact/provider-states`, { method: 'POST', body: JSON.stringify(body) })
    const state = { state: 'a call exists', params: { id: 'mine', scenario: 'group' }, action: 'setup' }
    expect(await (await post(state)).json()).toEqual({ id: 'mine' })
    expect((await fetch(`${url}/v1.0/communications/calls/mine`, { headers })).status).toBe(200)
    const rejected = await post({ state: 'a\n::error::b' })
    expect(rejected.status).toBe(400)
    expect(err()).toMatch(
      /^Provider state not set up: Unknown provider state "a\\n::error::b"\. Expected one of: .*\n$/,
    )
  })

  test('prints similar IDs of calls on one line', async () => {
    const calls = await folderOf({ 'one.json': groupCall({ id: 'a\u202E::error::bcdefgh' }) })
    const { url, out, stop, exit } = await serve('--calls', calls)
    await fetch(`${url}/v1.0/communications/calls/${encodeURIComponent('a\u202E::error::bcdefgi')}`, {
      headers,
    })
    stop()
    await exit
    expect(out()).not.toMatch(/^::error/m)
    expect(out()).toContain('did you mean a\\u{202e}::error::bcdefgh?')
  })

  test('warns if other machines can reach it', async () => {
    const { err } = await serve('--host', '0.0.0.0')
    expect(err()).toBe(
      'Warning: 0.0.0.0 is not a loopback address, so other machines can reach this server with any token.\n',
    )
  })

  test('does not warn about loopback under another name', async () => {
    const { err } = await serve('--host', 'LOCALHOST')
    expect(err()).toBe('')
  })

  test('responds to the hosts that --allowed-host names', async () => {
    const { url, out, err } = await serve('--allowed-host', 'tenant', '--allowed-host', 'bot.test')
    const statuses = []
    for (const Host of ['tenant:8080', 'bot.test', 'evil.example', 'evil.example']) {
      const sent = request(url + path, { headers: { ...headers, Host } }).end()
      const [response] = await once(sent, 'response')
      response.resume()
      statuses.push(response.statusCode)
    }
    expect(statuses).toEqual([200, 200, 421, 421])
    expect(out()).toContain(` 421 GET ${path}`)
    expect(err()).toBe(
      'A request had a host that this server does not respond to. To allow it, add --allowed-host NAME.\n',
    )
  })

  test.each(['http://tenant', '[::1', 'a b'])('rejects the --allowed-host %j', async (host) => {
    const { exit, err } = runCommand('serve', '--allowed-host', host)
    expect(await exit).toBe(2)
    expect(err()).toContain('Expected the name or address of a host, without a scheme, such as tenant.')
  })

  test('prints the first internal error on one line, and no secret', async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => {
      throw new Error('\u001b[31mno clock\n::error::for secret-token-0123456789')
    })
    onTestFinished(() => void vi.restoreAllMocks())
    const { url, err, out } = await serve('--token', 'secret-token-0123456789')
    for (let time = 0; time < 2; time++) expect((await fetch(url + path, { headers })).status).toBe(500)
    expect(err()).toBe(
      `Internal error: GET ${path}: Error: \\u{1b}[31mno clock\\n::error::for {secret}. The client got 500. This is a bug of graph-call-testkit: please report it.\n`,
    )
    expect(out().match(/ 500 GET /g)).toHaveLength(2)
  })

  test('serves HTTPS with a certificate', async () => {
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

  test('serves HTTPS with a certificate of its own, and writes the authority to a file', async () => {
    const folder = await folderOf({ 'old.pem': '-----BEGIN CERTIFICATE-----\nof the last run' })
    for (const file of [join(folder, 'ca.pem'), join(folder, 'old.pem')]) {
      const { url, out } = await serve('--tls', '--tls-ca', file)
      expect(url).toMatch(/^https:/)
      const dispatcher = new Agent({ connect: { ca: readFileSync(file, 'utf8') } })
      onTestFinished(() => dispatcher.close())
      expect((await undiciFetch(`${url}/healthz`, { dispatcher })).status).toBe(200)
      expect(out()).toContain(`--cacert '${file}'`)
    }
  })
})

describe('options', () => {
  test.each([
    [['--synthetic'], 0],
    [['--synthetic', '42'], 42],
    [['--synthetic', '-7'], -7],
  ])('%j serves a call for every ID', async (argv, seed) => {
    const { url, ready } = await serve(...argv)
    expect(ready).toBe(`${calls} calls, and a synthetic call for every other ID (seed ${seed}), at ${url}`)
    expect(await (await fetch(url + path, { headers })).json()).toEqual(groupCall())
    const response = await createTenant({ synthetic: seed }).fetch(
      new Request('https://graph.microsoft.com/v1.0/communications/calls/any', { headers }),
    )
    expect(await (await fetch(`${url}/v1.0/communications/calls/any`, { headers })).text()).toBe(
      await response.text(),
    )
  })

  test('--synthetic logs its seed as JSON', async () => {
    const { ready } = await serve('--synthetic', '42', '--log', 'json')
    expect(JSON.parse(ready)).toMatchObject({ event: 'ready', calls, seed: 42 })
  })

  test('--throttle returns 429 for too many requests', async () => {
    const { url } = await serve('--throttle', '2/3600')
    const responses = await Promise.all([1, 2, 3].map(() => fetch(url + path, { headers })))
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 429])
    expect((await fetch(url + path, { headers: { Authorization: 'Bearer other' } })).status).toBe(200)
  })

  test('--latency delays responses', async () => {
    const { url } = await serve('--latency', '120.5')
    const start = performance.now()
    expect((await fetch(url + path, { headers })).status).toBe(200)
    // A timer may fire a fraction of a millisecond early.
    expect(performance.now() - start).toBeGreaterThan(119)
  })
})

describe('--calls', () => {
  test('serves only the calls of the directory', async () => {
    const folder = await folderOf({
      'one.json': groupCall(),
      'other.json': `\uFEFF${JSON.stringify(peerToPeerCall({ id: 'a b' }))}`,
      'notes.txt': 'not a call',
    })
    const { url, ready } = await serve('--calls', folder)
    expect(ready).toBe(`2 calls at ${url}`)
    expect(await (await fetch(url + path, { headers })).json()).toEqual(groupCall())
    expect((await fetch(`${url}/v1.0/communications/calls/a%20b`, { headers })).status).toBe(200)
  })

  test('lists every invalid file with line and rule, and does not start', async () => {
    const folder = await folderOf({
      'array.json': '[]',
      'control-sequence.json': { id: '\u009B31m', state: 'established' },
      'cut-off.json': '{\n  "id": "2e1a",\n  "state":',
      'encoded-otherwise.json': Buffer.from(`\uFEFF${JSON.stringify(groupCall())}`, 'utf16le'),
      'error.json': fixtures['call-not-found'].body,
      'good.json': groupCall(),
      'no-id.json': groupCall({ id: '' }),
      'repeated.json': groupCall(),
      'ringing.json':
        '{\n  "id": "x",\n  "state": "ringing",\n  "targets": [\n    {\n      "identity": 1\n    }\n  ]\n}',
      'notification.json': notifications['call-established'].body,
      'repeated-key.json':
        '{\n  "id": "x",\n  "source": {\n    "identity": {},\n    "identity": 5\n  },\n  "i\\u0064": "y"\n}',
      'text.json': 'call',
      'too-deep.json': `{\n  "id": "x",\n  "subject":\n${'['.repeat(100_000)}`,
      'torn-letter.json': Buffer.from('{ "id": "caf\u00e9" }', 'latin1'),
      'trailing-comma.json': '{\n  "id": "2e1a",\n}',
    })
    const { exit, out, err } = runCommand('serve', '--calls', folder)
    expect(await exit).toBe(2)
    expect(out()).toBe('')
    expect(err().replaceAll(folder, 'DIR').replaceAll('\\', '/')).toMatchSnapshot()
  })

  test('prints a command that works for any ID', async () => {
    const id = `it's;$(id)`
    const { out } = await serve('--calls', await folderOf({ 'one.json': groupCall({ id }) }))
    const [, curl = ''] = /^Try: (.*)$/m.exec(out()) ?? []
    // Splits the command as a shell does.
    const words = spawnSync('sh', ['-c', curl.replace('curl', "printf '%s\\n'")], { encoding: 'utf8' }).stdout
    const [, , url = ''] = words.split('\n')
    expect((await fetch(url, { headers })).status).toBe(200)
  })

  test('reads more files than a process can open', async () => {
    // More than the limit below, which is enough for the modules of the command: Node opens many of them at once.
    const names = Array.from({ length: 900 }, (_, at) => `${at}.json`)
    const folder = await folderOf(Object.fromEntries(names.map((name) => [name, '[]'])))
    const command = [process.execPath, '--import', 'tsx', 'src/cli/main.ts', 'serve', '--calls', folder]
    const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -n 600 && exec "$@"', 'sh', ...command], {
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stderr.match(/\[wrong-type\]/g)).toHaveLength(names.length)
    expect(stderr).not.toContain('EMFILE')
  })

  test.each([
    [
      'that does not exist',
      '/nowhere/calls',
      /Cannot read the directory \/nowhere\/calls: it does not exist \(ENOENT\)/,
    ],
    ['without files', undefined, /has no \*\.json files/],
  ])('exits with 2 for a directory %s', async (_which, folder, message) => {
    const { exit, err } = runCommand('serve', '--calls', folder ?? (await folderOf({})))
    expect(await exit).toBe(2)
    expect(err()).toMatch(message)
  })
})

describe('does not start', () => {
  test('on a port in use, and prints how to find the process and use another port', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void holder.close())
    const address = holder.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { exit, out, err } = runCommand('serve', '--port', String(port))
    expect(await exit).toBe(2)
    expect(out()).toBe('')
    expect(
      err(),
    ).toBe(`Cannot listen on 127.0.0.1:${port}: the port is in use. Stop the process that uses it, choose another port, or omit the port to get a free one.
To find the process: lsof -i :${port} (on Windows: netstat -ano | findstr :${port}). To use another port: --port ${port + 1}
`)
  })

  test.skipIf(process.platform === 'win32')('with a FIFO as the key, without waiting', async () => {
    const fifo = join(await folderOf({}), 'key.pem')
    spawnSync('mkfifo', [fifo])
    const { exit, err } = runCommand('serve', '--tls-key', fifo, '--tls-cert', fifo)
    expect(await exit).toBe(2)
    expect(err()).toBe(`--tls-key: ${fifo} cannot be read: it is a FIFO. Expected a file. It must be PEM.\n`)
  })

  test.each([
    [['--host', '192.0.2.1'], /this machine does not have the address/],
    [['--tls-key', 'key.pem'], /--tls-key and --tls-cert require each other/],
    [['--tls-ca', 'ca.pem'], /^--tls-ca requires --tls\. Pass both\.$/m],
    [
      ['--tls', '--tls-key', 'key.pem'],
      /^--tls does not work with --tls-key and --tls-cert: it creates a certificate of its own\. Omit /,
    ],
    [
      ['--tls', '--tls-ca', 'package.json'],
      /^--tls-ca: package\.json exists and is not a certificate\. Pass another file\.$/m,
    ],
    [['--tls', '--tls-ca', '/nowhere/ca.pem'], /^--tls-ca: \/nowhere\/ca\.pem cannot be written \(ENOENT\)/],
    [['--tls', '--tls-ca', '.'], /^--tls-ca: \. cannot be read: it is a directory/],
    [
      ['--tls-key', '/nowhere/key.pem', '--tls-cert', '/nowhere/cert.pem'],
      /^--tls-key: \/nowhere\/key\.pem cannot be read: it does not exist \(ENOENT\)/,
    ],
    [
      ['--tls-key', 'package.json', '--tls-cert', 'package.json'],
      /Expected a private key and its certificate in PEM/,
    ],
  ])('with %j', async (argv, message) => {
    const { exit, out, err } = runCommand('serve', ...argv)
    expect(await exit).toBe(2)
    expect(err()).toMatch(message)
    expect(err()).not.toMatch(/^ +at /m)
    expect(out()).toBe('')
  })
})
