import { connect } from 'node:net'
import fc from 'fast-check'
import { groupCall } from 'graph-call-testkit/fixtures'
import { callErrorSchema, callSchema } from 'graph-call-testkit/schema'
import { createTenant } from 'graph-call-testkit/tenant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runs } from '../runs.ts'

const id = groupCall().id
const tenant = createTenant({ calls: [groupCall()] })
let port = 0
let close = async () => {}
beforeAll(async () => {
  const server = await tenant.listen()
  port = Number(new URL(server.url).port)
  close = server.close
})
afterAll(() => close())

/** Adds the call again: after a DELETE among the requests, all others would get 404. */
function addCallAgain(): void {
  tenant.addCall(groupCall(), { replace: true })
}

/** Input that breaks naive parsers of paths, queries and headers. */
const disruptive = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    ...[
      "'",
      "''",
      '(',
      ')',
      '%',
      '%27',
      '%2F',
      '%00',
      '%E0%A4',
      '/',
      '//',
      '..',
      '?',
      '#',
      '$',
      ' ',
      '\t',
      '\0',
      ';',
      ',',
    ],
    ...[
      '$select=id,,',
      '$expand=participants($select=',
      '&$filter=a',
      '$select',
      '__proto__',
      'calls',
      'v1.0',
      'beta',
      'Calls(',
    ],
    ...['x'.repeat(300), '/'.repeat(300), '('.repeat(300), "'".repeat(300), '%27'.repeat(100)],
  ),
)

/** Replaces up to four parts of a text. */
function mutated(texts: readonly string[], put: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(), cut: fc.nat(6), put })
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 4 })).map(([text, edits]) =>
    edits.reduce((edited, { at, cut, put }) => {
      const index = at % (edited.length + 1)
      return edited.slice(0, index) + put + edited.slice(index + cut)
    }, text),
  )
}

const paths = [
  `/v1.0/communications/calls/${id}`,
  `/v1.0/communications/calls('${id}')?$select=id,state`,
  `/beta/app/calls/${id}/?$expand=participants($select=id)`,
  `/v1.0/communications/calls/${id}/participants`,
]

/** Fails if a tenant must not send such a response. */
function checkResponse(status: number, body: string): void {
  expect(status).toBeLessThan(500)
  expect(body).not.toMatch(/^\s+at |node:|\.[cm]?[jt]s:\d/m)
  if (body === '') return
  const json: unknown = JSON.parse(body)
  const isValid = [callSchema, callErrorSchema].some((schema) => schema.safeParse(json).success)
  expect(isValid || isRoster(json) || isDescription(json)).toBe(true)
}

/** True for the response to `GET /` of a server, which says what the server is. */
function isDescription(json: unknown): boolean {
  const { name }: { name?: unknown } = Object(json)
  return name === 'graph-call-testkit'
}

/** True for the response of `/participants`. */
function isRoster(json: unknown): boolean {
  const { value }: { value?: unknown } = Object(json)
  return Array.isArray(value) && callSchema.safeParse({ ...groupCall(), participants: value }).success
}

test('mutated requests in process get valid responses', async () => {
  const token = fc.string({ unit: fc.constantFrom(...'aB1-_. ;=,\t'), maxLength: 12 })
  const request = fc.record({
    method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'DELETE', 'PUT', 'X-Y'),
    path: mutated(paths, disruptive),
    headers: fc.record(
      {
        authorization: fc.oneof(fc.constant('Bearer x.y.z'), token),
        accept: fc.oneof(
          token,
          fc.constantFrom(
            'application/json;odata.metadata=none',
            '*/*;q=0',
            'application/json;IEEE754Compatible=true',
          ),
        ),
        prefer: fc.oneof(token, fc.constant('include-unknown-enum-members')),
        'client-request-id': token,
        traceparent: token,
      },
      { requiredKeys: [] },
    ),
  })
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, headers }) => {
      const url = `https://graph.microsoft.com${path}`
      fc.pre(URL.canParse(url))
      addCallAgain()
      const response = await tenant.fetch(new Request(url, { method, headers }))
      checkResponse(response.status, await response.text())
    }),
    { numRuns: runs(2_000, 20_000), seed: 1, maxSkipsPerRun: 1 },
  )
})

const head = 'Host: graph.microsoft.com\r\nAuthorization: Bearer x\r\n'
const rawRequests = [
  ...paths.map((path) => `GET ${path} HTTP/1.1\r\n${head}\r\n`),
  `HEAD ${paths[0]} HTTP/1.1\r\n${head}\r\n`,
  `DELETE ${paths[0]} HTTP/1.0\r\n${head}Content-Length: 4\r\n\r\nbody`,
  `POST ${paths[0]} HTTP/1.1\r\n${head}Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n`,
  `GET http://graph.microsoft.com${paths[0]} HTTP/1.1\r\n${head}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  `CONNECT graph.microsoft.com:443 HTTP/1.1\r\n${head}\r\n`,
]
const disruptiveBytes = fc.oneof(
  { weight: 9, arbitrary: disruptive },
  fc.constantFrom(
    '\r\n',
    '\r',
    '\n',
    '\r\n\r\n',
    ':',
    'Content-Length: 5\r\n',
    'Transfer-Encoding: chunked\r\n',
    'HTTP/1.1',
    'Host: a\r\n',
  ),
  fc.constantFrom('x'.repeat(9_000), `x: ${'y'.repeat(20_000)}\r\n`, 'a: b\r\n'.repeat(3_000)),
)

/** Sends bytes in parts, a millisecond apart, and returns the bytes that the server sends until it closes the connection. */
function exchange(...parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text
    })
    // The server may close the connection if a request is too large.
    socket.on('error', () => {}).on('close', () => resolve(received))
    const [first = '', ...rest] = parts
    socket.write(first, 'latin1', () => (rest.length > 0 ? setTimeout(next, 1) : socket.end()))
    const next = () => {
      const part = rest.shift()
      if (part === undefined) socket.end()
      else socket.write(part, 'latin1', () => setTimeout(next, 1))
    }
  })
}

/** Checks one response after the other, up to the end of the bytes. */
function checkResponses(received: string, sent: string): void {
  let rest = received
  while (rest !== '') {
    const [top, status, fields = ''] =
      /^HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n((?:[\w-]+: [^\r\n]*\r\n)*)\r\n/.exec(rest) ?? []
    if (top === undefined) throw new Error(`Expected a response: ${rest.slice(0, 200)}`)
    rest = rest.slice(top.length)
    const length = Number(/^content-length: (\d+)\r$/im.exec(fields)?.[1] ?? 0)
    // Node ends its own error responses in this way, without a body.
    if (/^transfer-encoding: chunked\r$/im.test(fields) && rest.startsWith('0\r\n\r\n')) rest = rest.slice(5)
    const withoutBody = /HEAD/.test(sent) && !rest.startsWith('{')
    const body = withoutBody ? '' : rest.slice(0, length)
    if (!withoutBody) expect(body).toHaveLength(length)
    rest = rest.slice(body.length)
    checkResponse(Number(status), Buffer.from(body, 'latin1').toString())
  }
}

// Several seeds, because one run of all requests would take longer than a test may.
test.each([2, 4, 5, 6, 7])('mutated raw requests get valid responses: seed %i', async (seed) => {
  await fc.assert(
    fc.asyncProperty(mutated(rawRequests, disruptiveBytes), async (sent) => {
      addCallAgain()
      checkResponses(await exchange(sent), sent)
    }),
    { numRuns: runs(100, 19_800), seed },
  )
})

test('slow mutated requests, a hundred at a time, get valid responses', async () => {
  const slowly = fc.tuple(
    mutated(rawRequests, disruptiveBytes),
    fc.array(fc.nat(400), { minLength: 1, maxLength: 8 }),
  )
  const all = fc.sample(slowly, { numRuns: runs(100, 1_000), seed: 3 })
  for (let from = 0; from < all.length; from += 100) {
    addCallAgain()
    await Promise.all(
      all.slice(from, from + 100).map(async ([sent, cuts]) => {
        const ends = [...cuts.toSorted((a, b) => a - b), sent.length]
        checkResponses(await exchange(...ends.map((end, i) => sent.slice(ends[i - 1] ?? 0, end))), sent)
      }),
    )
  }
})

test('a valid request still gets its response afterwards', async () => {
  const sent = `GET ${paths[0]} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`
  addCallAgain()
  expect(await exchange(sent)).toMatch(/^HTTP\/1\.1 200 /)
  expect(tenant.requests).toHaveLength(1_000)
})
