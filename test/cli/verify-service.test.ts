import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CallFixtureName, fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type ListenOptions, type TenantOptions } from 'graph-call-testkit/tenant'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { runs } from '../runs.ts'
import { listening } from './listening-server.ts'
import { runCommand } from './run-command.ts'
import { secretForms } from './secret-forms.ts'
import { temporaryFolderOfFile } from './temporary-folder.ts'

const token = 'kJ8-x_Qv2.7Lm~p-Wq93ZrTy'
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = temporaryFolderOfFile()
const call = groupCall()

beforeEach(() => {
  vi.stubEnv('GRAPH_ACCESS_TOKEN', token)
  vi.stubEnv('NO_PROXY', '127.0.0.1,localhost')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function service(options: TenantOptions = {}, listen: ListenOptions = {}) {
  const tenant = createTenant({ calls: [call], token, ...options })
  const server = await tenant.listen(listen)
  onTestFinished(() => server.close())
  return { tenant, ...server }
}

async function verify(url: string, ...argv: string[]) {
  const { exit, out, err } = runCommand('verify-service', ...argv, '--base-url', url)
  return { exit: await exit, out: out(), err: err() }
}

/** Runs the command against a server that responds to every request in the same way. */
async function verifyResponse(listener: RequestListener, ...argv: string[]) {
  await using site = await listening(createServer(listener))
  return await verify(site.url, ...(argv.length > 0 ? argv : ['an-id']))
}

const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

/** Runs the command as a process. */
function program(env: NodeJS.ProcessEnv, ...argv: string[]) {
  const main = ['--conditions', 'graph-call-testkit-source', '--import', 'tsx', 'src/cli/main.ts']
  return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    const options = { cwd: root, env: { ...process.env, NODE_OPTIONS: '', ...env } }
    execFile(process.execPath, [...main, 'verify-service', ...argv], options, (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    )
  })
}

/** Returns the texts of a body that can identify somebody: those with an ID, an address or a space. */
function identifying(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return /\w{8}-|\d{5}|@|\s/.test(value) && !/^\d{4}-\d\d-\d\dT/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => (key.includes('@odata') ? [] : identifying(item)))
}

describe('verify-service', () => {
  test('checks a call of a service behind TLS, with one GET request', async () => {
    const { tenant, url, ca = '' } = await service({}, { tls: 'self-signed' })
    const file = join(folder(), 'ca.pem')
    writeFileSync(file, ca)
    const report = join(folder(), 'report.json')
    const { code, out, err } = await program(
      { NODE_EXTRA_CA_CERTS: file },
      call.id,
      '--base-url',
      url,
      '--out',
      report,
    )
    expect({ code, err }).toEqual({ code: 0, err: `The report is in ${report}.\n` })
    expect(out).toBe(
      [
        'Tolerant schema: accepts the response',
        'Strict schema: accepts the response',
        'Unknown to the model: nothing',
        'Nearest fixture: group, 0 differences',
        '',
      ].join('\n'),
    )
    expect(tenant.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET /v1.0/communications/calls/${call.id}`,
    ])
    const shown = out + readFileSync(report, 'utf8')
    expect(identifying(call).length).toBeGreaterThan(5)
    for (const text of [token, ...identifying(call)]) expect(shown).not.toContain(text)
  })

  test('does not trust an unknown authority', async () => {
    const { tenant, url } = await service({}, { tls: 'self-signed' })
    const { code, out, err } = await program({ NODE_EXTRA_CA_CERTS: '' }, call.id, '--base-url', url)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(
      /^No response from https:\S+: .*_\w+\)\. Check --base-url, and set NODE_EXTRA_CA_CERTS .+\n$/,
    )
    expect(tenant.requests).toEqual([])
  })

  test('reports unknown properties, members and types without values', async () => {
    const body = {
      ...call,
      mood: 'Mira is happy',
      source: { ...call.source, badge: { number: 4711 } },
      callOptions: { '@odata.type': '#microsoft.graph.futureCallOptions', isQuiet: true },
    }
    const { exit, out, err } = await verifyResponse(json(body))
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toContain('New: call: mood: unknown property (string), 1 time\n')
    expect(out).toContain('New: call: source.badge: unknown property (object), 1 time\n')
    expect(out).toContain('callOptions.@odata.type: unknown type')
    expect(out).toContain('  mood: a string; in the fixture: nothing\n')
    expect(out).toMatch(/^Strict schema: rejects it, \d+ problems$/m)
    expect(out).not.toContain('happy')
    expect(out).not.toContain('4711')
  })

  test('exits with 1 if the response is not a call', async () => {
    const { exit, out, err } = await verifyResponse(json({ ...call, state: 'parked', subject: 42 }))
    expect({ exit, err }).toEqual({ exit: 1, err: 'The response is not a call: 2 problems.\n' })
    expect(out).toMatch(/^Tolerant schema: rejects it, 2 problems$/m)
    expect(out).toContain('  subject: expected a string, found 42\n')
    expect(out).toContain('Breaks readers: call: state: unknown member (expected callState, found parked)')
  })

  test.each([
    ['a list', { value: [call] }, 'found a list'],
    ['an array', [], 'found an array of length 0'],
    ['an error', { error: { code: '8522', message: 'Mira' } }, 'found the body of an error'],
    ['a user', { userPrincipalName: 'mira@contoso.com', id: '1' }, 'found a user'],
    ['null', null, 'found null'],
  ])('exits with 1 for %s with status 200', async (_name, body, found) => {
    const { exit, out } = await verifyResponse(json(body))
    expect(exit).toBe(1)
    expect(out).toContain(found)
    expect(out).not.toMatch(/mira|Nearest fixture/i)
  })

  test('reads a response in which an object has a key twice', async () => {
    const text = JSON.stringify(call).replace('{', '{"subject":"first","subject":"last",')
    const { exit } = await verifyResponse((_request, response) => response.end(text))
    expect(exit).toBe(0)
  })

  test('prints the same report as --out with --json', async () => {
    const { url } = await service()
    const file = join(folder(), 'same.json')
    const { out } = await verify(url, call.id, '--json', '--out', file)
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(file, 'utf8')))
    expect(JSON.parse(out)).toMatchObject({
      version: '1.2.3',
      model: expect.stringMatching(/^\d{4}-\d\d$/),
      tolerant: { issues: [] },
      findings: [],
      nearestFixture: { name: 'group' },
      body: { state: 'established', '@odata.type': '#microsoft.graph.call' },
    })
  })

  test('reports call fixtures without their IDs and names, and finds the same fixture', async () => {
    const different: CallFixtureName[] = []
    for (const [index, fixture] of Object.values(fixtures).entries()) {
      if (fixture.status !== 200 || index % runs(4, 1) > 0) continue
      const { exit, out, err } = await verifyResponse(json(fixture.body), 'an-id', '--json')
      expect({ exit, err }, fixture.name).toEqual({ exit: 0, err: '' })
      for (const text of identifying(fixture.body)) expect(out, fixture.name).not.toContain(text)
      const { nearestFixture } = JSON.parse(out)
      if (nearestFixture.name !== fixture.name) different.push(fixture.name)
    }
    // This one has a type that the model does not know, whose name is replaced.
    expect(different.filter((name) => name !== 'transcription-info-type')).toEqual([])
  })
})

describe('errors get one line and exit 2', () => {
  async function line(result: Promise<{ exit: number; out: string; err: string }>) {
    const { exit, out, err } = await result
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    const lines = err.split('\n')
    expect(lines).toHaveLength(2)
    return lines[0]
  }

  test('a token that the service does not accept', async () => {
    const { url } = await service({ token: 'another-token' })
    expect(await line(verify(url, call.id))).toBe(
      `${url} responded with 401 (InvalidAuthenticationToken). Request a new token with the scope ${url}/.default, and set GRAPH_ACCESS_TOKEN.`,
    )
  })

  test.each(['7504', '7505'] as const)('403 with the code %s', async (code) => {
    const { tenant, url } = await service()
    tenant.forbid(call.id, code)
    expect(await line(verify(url, call.id))).toMatch(
      new RegExp(`responded with 403 \\(${code}\\)\\. Use a token of the call's app and tenant`),
    )
  })

  test('a call that does not exist', async () => {
    const { url } = await service()
    expect(await line(verify(url, 'another-id'))).toMatch(/404 \(8522\)\. Pass the ID of a call that has not/)
  })

  test('throttling, with the time to wait', async () => {
    const { tenant, url } = await service()
    tenant.failNext({ status: 429, retryAfter: 2 })
    expect(await line(verify(url, call.id))).toMatch(/429 \(\w+\)\. Run the command again in 2 seconds\.$/)
    expect(tenant.requests).toHaveLength(1)
  })

  test.each([500, 503, 504] as const)('%i', async (status) => {
    const { tenant, url } = await service()
    tenant.failNext({ status })
    expect(await line(verify(url, call.id))).toMatch(
      new RegExp(
        `responded with ${status}( \\(\\w+\\))?\\. The service has a problem\\. Run the command again`,
      ),
    )
  })

  test.each<[string, RequestListener, RegExp]>([
    ['429 without a time', json({}, 429), /429\. Run the command again later\.$/],
    ['204', (_request, response) => response.writeHead(204).end(), /204\. Expected 200 with a call/],
    ['400', json({ error: { code: 'BadRequest' } }, 400), /400 \(BadRequest\)\. Expected 200 with a call/],
    [
      'HTML with 502',
      (_request, response) => response.writeHead(502).end('<html>x</html>'),
      /502\. The service has a problem/,
    ],
    [
      'a redirect',
      (_request, response) =>
        response.writeHead(302, { Location: 'https://login.contoso.com/mira?token=1' }).end(),
      /302\. It redirects to https:\/\/login\.contoso\.com, which did not get the token\. Check --base-url/,
    ],
    ['a redirect to nowhere', (_request, response) => response.writeHead(302).end(), /302\. It redirects/],
    [
      'a sign-in page',
      (_request, response) => response.end('\n<!DOCTYPE html><html></html>'),
      /is HTML, such as a sign-in page\. Expected a call/,
    ],
    ['an empty body', (_request, response) => response.end(), /is empty\. Expected a call/],
    ['text', (_request, response) => response.end('OK'), /is not JSON\. Expected a call/],
    [
      'truncated JSON',
      (_request, response) => response.end(JSON.stringify(call).slice(0, 99)),
      /is not JSON\. Expected a call/,
    ],
    [
      'deep nesting',
      (_request, response) => response.end('['.repeat(1e5) + ']'.repeat(1e5)),
      /is nested 100000 levels deep\. Expected at most \d+/,
    ],
    [
      'a large body',
      (_request, response) => response.end(`"${'x'.repeat(11 * 1_024 * 1_024)}"`),
      /has more than 10485760 bytes\. Expected one call/,
    ],
    [
      'a broken connection',
      (request) => request.socket.destroy(),
      /^No response from .*Check --base-url, the net/,
    ],
    [
      'a body that breaks off',
      (request, response) => {
        response.writeHead(200, { 'Content-Length': 1_000 }).write('{')
        setImmediate(() => request.socket.destroy())
      },
      /^No response from .*Check --base-url, the network/,
    ],
  ])('%s', async (_name, listener, message) => {
    expect(await line(verifyResponse(listener))).toMatch(message)
  })

  test('no network', async () => {
    const site = await listening(createServer())
    await site[Symbol.asyncDispose]()
    expect(await line(verify(site.url, 'an-id'))).toMatch(/ECONNREFUSED.*the network and the proxy/)
  })

  test('https for a port that has no TLS', async () => {
    await using site = await listening(createServer())
    expect(await line(verify(site.url.replace('http', 'https'), 'an-id'))).toMatch(
      /^No response from https:.*NODE_EXTRA_CA_CERTS/,
    )
  })

  test('a service that does not respond', async () => {
    const timeout = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(timeout))
    const silent = createTcpServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void silent.close())
    expect(await line(verify(`http://127.0.0.1:${Object(silent.address()).port}`, 'an-id'))).toMatch(
      /: no response within 60 seconds\. /,
    )
  })

  test.each<[string, string, string, RegExp]>([
    ['a path', 'app/calls/1', 'https://graph.microsoft.com', /^Invalid call ID\. Expected only the ID/],
    ['the parent', '..', 'https://graph.microsoft.com', /^Invalid call ID\./],
    ['a query', '1?$select=id', 'https://graph.microsoft.com', /^Invalid call ID\./],
    ['no URL', '1', 'graph', /^Invalid service URL\. Expected an http or https URL/],
    [
      'http',
      '1',
      'http://graph.example.com',
      /^Invalid --base-url: http would send the token without encryption/,
    ],
  ])('an argument with %s', async (_name, id, url, message) => {
    const fetch = vi.spyOn(globalThis, 'fetch')
    expect(await line(verify(url, id))).toMatch(message)
    expect(fetch).not.toHaveBeenCalled()
  })

  test.each<[string | undefined, RegExp]>([
    [undefined, /^Missing token for https:\/\/graph\.microsoft\.com\. Set GRAPH_ACCESS_TOKEN\./],
    ['', /^Missing token/],
    ['a token\n', /^Invalid GRAPH_ACCESS_TOKEN/],
  ])('the token %j', async (value, message) => {
    vi.stubEnv('GRAPH_ACCESS_TOKEN', value)
    expect(await line(verify('https://graph.microsoft.com', 'an-id'))).toMatch(message)
  })

  test('no token for a stub', async () => {
    vi.stubEnv('GRAPH_ACCESS_TOKEN', undefined)
    const { url } = await service()
    expect(await line(verify(url, call.id))).toMatch(/^Missing token\. Set GRAPH_ACCESS_TOKEN/)
  })

  test('a report that cannot be written', async () => {
    const { url } = await service()
    expect(await line(verify(url, call.id, '--out', join(folder(), 'missing', 'x')))).toMatch(
      /^Cannot write .*its directory does not exist/,
    )
  })
})

describe('the token', () => {
  const forms = Object.values(secretForms).map((form) => form(token))
  const parts = token.split(/\W+/).filter((part) => part.length > 4)

  function expectAbsent(...texts: readonly string[]) {
    for (const text of texts) {
      for (const form of [...forms, ...parts]) expect(text).not.toContain(form)
    }
  }

  test.each<[string, RequestListener]>([
    [
      'a call',
      json({
        ...call,
        subject: forms.join(' '),
        state: token,
        [token]: token,
        [`a${token}`]: { [token]: 1 },
      }),
    ],
    ['a text', json(token)],
    ['another resource', json({ '@odata.type': `#microsoft.graph.${token}`, id: token })],
    ['an error', json({ error: { code: token, message: forms.join(' ') } }, 400)],
    ['HTML', (_request, response) => response.end(`<html>${forms.join(' ')}</html>`)],
    [
      'a header',
      (_request, response) =>
        response
          .writeHead(302, { Location: `https://${token}.example.com/${forms[0]}`, 'Retry-After': token })
          .end(),
    ],
    ['a status text', (_request, response) => response.writeHead(500, token).end(token)],
    [
      'a throttled response',
      (_request, response) => response.writeHead(429, { 'Retry-After': token }).end(token),
    ],
  ])('is not shown if %s repeats it', async (_name, listener) => {
    const file = join(folder(), 'echo.json')
    writeFileSync(file, '')
    for (const options of [[], ['--json'], ['--out', file]]) {
      const { out, err } = await verifyResponse(listener, 'an-id', ...options)
      expect(out + err).not.toBe('')
      expectAbsent(out, err, readFileSync(file, 'utf8'))
    }
  })
})

describe('the report', () => {
  test.each([
    ['https://graph.microsoft.us', 'https://graph.microsoft.us'],
    ['https://graph.microsoft.com/contoso', 'https://graph.microsoft.com'],
    ['https://calls.contoso.example', undefined],
  ])('of %s names the service %s', async (url, service) => {
    const requests: string[] = []
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
      requests.push(String(input))
      return Response.json(call)
    })
    const { exit, out } = await verify(url, 'a+b', '--json')
    expect(exit).toBe(0)
    expect(JSON.parse(out).service).toBe(service)
    expect(requests).toEqual([`${url}/v1.0/communications/calls/a%2Bb`])
  })
})
