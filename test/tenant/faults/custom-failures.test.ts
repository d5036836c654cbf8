import { fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type Failure, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'

const authorization = { Authorization: 'Bearer x.y.z' }
const { id } = groupCall()
const path = `/v1.0/communications/calls/${id}`
const now = () => Date.UTC(2026, 4, 13, 8, 12, 19)

const hosts = {
  'in process': async (tenant: Tenant) => (init?: RequestInit) =>
    tenant.fetch(new Request(`https://graph.microsoft.com${path}`, { headers: authorization, ...init })),
  'on a port': async (tenant: Tenant) => {
    const server = await tenant.listen()
    onTestFinished(() => server.close())
    return (init?: RequestInit) =>
      fetch(server.url + path, { headers: authorization, redirect: 'manual', ...init })
  },
}

describe.each(Object.entries(hosts))('a failure %s', (_host, connect) => {
  async function responseTo(failure: Failure, init?: RequestInit): Promise<Response> {
    const tenant = createTenant({ calls: [groupCall()], now })
    tenant.failNext(failure)
    const get = await connect(tenant)
    const response = await get(init)
    expect((await get()).status).toBe(200)
    return response
  }

  test('has the status, code and message in the envelope of Graph', async () => {
    const response = await responseTo({ status: 409, code: '8519', message: 'Conflict.' })
    expect(response.status).toBe(409)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    const requestId = response.headers.get('request-id')
    expect(await response.json()).toEqual({
      error: {
        code: '8519',
        message: 'Conflict.',
        innerError: {
          date: '2026-05-13T08:12:19',
          'request-id': requestId,
          'client-request-id': requestId,
        },
      },
    })
  })

  test.each([405, 410, 418, 499, 501, 599])('has any status: %d', async (status) => {
    const response = await responseTo({ status })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code: 'UnknownError', message: '' } })
  })

  test('with the status and code of a reported error has its body', async () => {
    const response = await responseTo({ status: 403, code: '7505' })
    expect(await response.json()).toMatchObject({
      error: { code: '7505', message: fixtures['tenant-mismatch'].body.error.message },
    })
    const throttled = await responseTo({ status: 429, code: '8529' })
    expect(await throttled.json()).toMatchObject({
      error: { code: 'UnknownError', message: fixtures['throttled-as-unknown-error'].body.error.message },
    })
  })

  test('has another message than the reported error', async () => {
    for (const failure of [{ status: 404 }, { fixture: 'call-not-found' }] as const) {
      const response = await responseTo({ ...failure, message: 'Gone.' })
      expect(await response.json()).toMatchObject({ error: { code: '8522', message: 'Gone.' } })
    }
  })

  test('with status 502 is the page of a proxy, without the envelope of Graph', async () => {
    const response = await responseTo({ status: 502 })
    expect(response.status).toBe(502)
    expect(response.headers.get('Content-Type')).toBe('text/html')
    expect(response.headers.has('request-id')).toBe(false)
    expect(await response.text()).toContain('502 Bad Gateway')
  })

  test('with a text as its body sends it unchanged', async () => {
    const response = await responseTo({
      status: 200,
      body: '<html>Sign in \u2026</html>',
      headers: { 'content-type': 'text/html' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('text/html')
    expect(await response.text()).toBe('<html>Sign in \u2026</html>')
    const plain = await responseTo({ status: 500, body: 'no' })
    expect(plain.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
  })

  test('with an empty body has no type', async () => {
    for (const failure of [{ status: 500, body: '' }, { status: 302 }] as const) {
      const response = await responseTo(failure)
      expect(response.headers.has('Content-Type')).toBe(false)
      expect(await response.text()).toBe('')
    }
  })

  test('with JSON as its body sends it as JSON', async () => {
    for (const body of [{ error: 'unauthorized_client' }, [], { value: [{ id: null }] }]) {
      const response = await responseTo({ status: 400, body })
      expect(response.headers.get('Content-Type')).toBe('application/json')
      expect(await response.json()).toEqual(body)
    }
  })

  test.each([204, 205, 304])('with status %d has no body', async (status) => {
    const response = await responseTo({ status, headers: { ETag: '"1"' } })
    expect(response.status).toBe(status)
    expect(response.headers.get('ETag')).toBe('"1"')
    expect(await response.text()).toBe('')
  })

  test('adds headers and replaces those of the response, in any case', async () => {
    const response = await responseTo({
      status: 503,
      headers: { 'REQUEST-ID': 'mine', 'x-ms-region': 'West Europe', Location: 'https://example.com/' },
    })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'request-id': 'mine',
      'x-ms-region': 'West Europe',
      location: 'https://example.com/',
      'strict-transport-security': 'max-age=31536000',
    })
  })

  test('sends no body in response to HEAD', async () => {
    const response = await responseTo({ status: 500, body: 'text' }, { method: 'HEAD' })
    expect(response.status).toBe(500)
    expect(await response.text()).toBe('')
  })

  test.each<[string, Failure, string | null]>([
    ['that of the fixture by default', { status: 429 }, '2'],
    ['a number', { status: 429, retryAfter: 2.128 }, '2.128'],
    ['zero', { fixture: 'throttled', retryAfter: 0 }, '0'],
    ['a Date', { status: 429, retryAfter: new Date(Date.UTC(2030, 0)) }, 'Tue, 01 Jan 2030 00:00:00 GMT'],
    [
      'an HTTP date',
      { proxy: 503, retryAfter: 'Tue, 01 Jan 2030 00:00:00 GMT' },
      'Tue, 01 Jan 2030 00:00:00 GMT',
    ],
    ['two values in one header', { status: 429, retryAfter: '0,120' }, '0,120'],
    ['none', { status: 429, retryAfter: null }, null],
    ['a header', { status: 429, headers: { 'retry-after': '7' } }, '7'],
    ['any status', { status: 302, retryAfter: 1 }, '1'],
  ])('has Retry-After: %s', async (_form, failure, expected) => {
    const response = await responseTo(failure)
    expect(response.headers.get('Retry-After')).toBe(expected)
  })

  test('can be read by a page of another origin', async () => {
    const response = await responseTo(
      { status: 418 },
      { headers: { ...authorization, Origin: 'https://example.com' } },
    )
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  })
})

describe('times', () => {
  async function retryAfters(tenant: Tenant, count: number) {
    const get = await hosts['in process'](tenant)
    const found: (string | null)[] = []
    for (let i = 0; i < count; i++) {
      const { status, headers } = await get()
      found.push(status === 200 ? 'ok' : headers.get('Retry-After'))
    }
    return found
  }

  test('makes several requests fail', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failNext({ status: 429, times: 2 })
    tenant.failNext({ connection: 'reset', times: 1 })
    expect(await retryAfters(tenant, 2)).toEqual(['2', '2'])
    await expect(retryAfters(tenant, 1)).rejects.toThrow('fetch failed')
    expect(await retryAfters(tenant, 1)).toEqual(['ok'])
  })

  test('is the length of a list, and the last value is used for the rest', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failNext({ status: 429, retryAfter: [1, '0,120', null] })
    expect(await retryAfters(tenant, 4)).toEqual(['1', '0,120', null, 'ok'])
    tenant.failNext({ status: 429, retryAfter: [1, 5], times: 3 })
    expect(await retryAfters(tenant, 4)).toEqual(['1', '5', '5', 'ok'])
  })

  test('limits the failures of failEvery and failAtRate', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failEvery(2, { status: 429, retryAfter: [1, 2], times: 3 })
    expect(await retryAfters(tenant, 8)).toEqual(['ok', '1', 'ok', '2', 'ok', '2', 'ok', 'ok'])
    tenant.failAtRate(1, { status: 429, times: 2 })
    expect(await retryAfters(tenant, 3)).toEqual(['2', '2', 'ok'])
    tenant.failEvery(1, { status: 429, retryAfter: [1, 2] })
    expect(await retryAfters(tenant, 4)).toEqual(['1', '2', '2', '2'])
  })

  test('continues after a restore', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failNext({ status: 429, retryAfter: [1, 2, new Date(0)] })
    tenant.failEvery(1, { status: 503, retryAfter: [3, 4], times: 2 })
    expect(await retryAfters(tenant, 1)).toEqual(['1'])
    const saved = JSON.parse(JSON.stringify(tenant.snapshot()))
    const rest = ['2', 'Thu, 01 Jan 1970 00:00:00 GMT', '3', '4', 'ok']
    expect(await retryAfters(tenant, 5)).toEqual(rest)
    for (const other of [tenant, createTenant()]) {
      other.restore(saved)
      expect(await retryAfters(other, 5)).toEqual(rest)
    }
  })

  test('keeps a copy of the failure', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const retryAfter: (number | null)[] = [1]
    const headers: Record<string, string> = { 'x-ms-region': 'x' }
    const body = { value: [1] }
    tenant.failNext({ status: 400, body, headers, retryAfter })
    body.value.push(2)
    headers['x-ms-region'] = 'y'
    retryAfter[0] = 9
    const response = await (await hosts['in process'](tenant))()
    expect(await response.json()).toEqual({ value: [1] })
    expect(response.headers.get('x-ms-region')).toBe('x')
    expect(response.headers.get('Retry-After')).toBe('1')
  })
})

describe('an invalid failure', () => {
  const retryAfterForms =
    'Expected a number of seconds of at least 0, a Date, a string, null, or a list of these.'
  const statusOptions = 'Options: status, code, message, body, retryAfter, headers, times.'

  test.each([
    [undefined, 'Invalid failure: undefined. Expected an object, such as { status: 503 }.'],
    ['throttled', `Invalid failure: "throttled". Expected an object, such as { fixture: 'throttled' }.`],
    ['throttle', 'Invalid failure: "throttle". Expected an object, such as { status: 503 }.'],
    ['group', 'Invalid failure: "group". Expected an object, such as { status: 503 }.'],
    [[], 'Invalid failure: an array of length 0. Expected an object, such as { status: 503 }.'],
    [{}, 'Invalid failure: an object. Expected an object with one of status, fixture, proxy, connection.'],
    [
      { status: 503, proxy: 503 },
      'Invalid failure: "status and proxy". Expected only one of status, fixture, proxy, connection.',
    ],
    [{ status: '503' }, 'Invalid status: "503". Expected an integer from 200 to 599.'],
    [{ status: 199 }, 'Invalid status: 199. Expected an integer from 200 to 599.'],
    [{ status: 600 }, 'Invalid status: 600. Expected an integer from 200 to 599.'],
    [{ status: 403, code: 7503 }, 'Invalid code: 7503. Expected a string, such as "8522".'],
    [{ status: 403, code: '' }, 'Invalid code: "". Expected a string, such as "8522".'],
    [{ status: 403, message: null }, 'Invalid message: null. Expected a string.'],
    [{ status: 500, body: null }, 'Invalid body: null. Expected a string, an object or an array.'],
    [{ status: 500, body: { at: new Date(0) } }, 'Invalid body.at: a Date. Expected JSON.'],
    [
      { status: 500, body: 'x', code: '9999' },
      'Invalid body: "x". Expected either a body, or a code and a message.',
    ],
    [
      { status: 204, body: 'x' },
      'Invalid failure: "x". Expected no code, message or body: a response with status 204 has no body.',
    ],
    [{ status: 429, retryAfter: -1 }, `Invalid retryAfter: -1. ${retryAfterForms}`],
    [{ status: 429, retryAfter: 1e21 }, `Invalid retryAfter: 1e+21. ${retryAfterForms}`],
    [{ status: 429, retryAfter: '' }, `Invalid retryAfter: "". ${retryAfterForms}`],
    [{ status: 429, retryAfter: '1\r\nx: y' }, `Invalid retryAfter: "1\\r\\nx: y". ${retryAfterForms}`],
    [{ status: 429, retryAfter: new Date(Number.NaN) }, `Invalid retryAfter: a Date. ${retryAfterForms}`],
    [{ status: 429, retryAfter: [1, [2]] }, `Invalid retryAfter: an array of length 1. ${retryAfterForms}`],
    [
      { status: 429, retryAfter: [] },
      'Invalid retryAfter: an array of length 0. Expected a list of at least 1.',
    ],
    [
      { status: 429, retryAfter: [1, 2], times: 1 },
      'Invalid retryAfter: an array of length 2. Expected a list of at most 1, the value of times.',
    ],
    [{ status: 429, times: 0 }, 'Invalid times: 0. Expected an integer of at least 1.'],
    [
      { status: 429, headers: [] },
      'Invalid headers: an array of length 0. Expected an object, such as { "x-ms-region": "West Europe" }.',
    ],
    [
      { status: 429, headers: { 'a b': 'x' } },
      'Invalid name of a header: "a b". Expected a token, such as x-ms-region.',
    ],
    [
      { status: 429, headers: { a: '電' } },
      'Invalid headers["a"]: "電". Expected a string of Latin-1 characters, without control characters, line breaks, or spaces at its ends.',
    ],
    [
      { status: 429, headers: { a: 'x', A: 'y' } },
      'Invalid name of a header: "A". Expected each header once.',
    ],
    [
      { status: 429, headers: { 'retry-after': '1' }, retryAfter: 1 },
      'Invalid name of a header: "retry-after". Expected the option retryAfter or the header, not both.',
    ],
    [
      { status: 503, retryafter: 1 },
      `Unknown option of a failure with status: retryafter. Nearest: retryAfter. ${statusOptions}`,
    ],
    [
      { stat: 503 },
      'Unknown option of a failure: stat. Nearest: status. Options: status, code, message, body, retryAfter, headers, times, fixture, proxy, connection, milliseconds.',
    ],
    [
      { connection: 'reset', retryAfter: 1 },
      'Unknown option of a failure with connection: retryAfter. Nearest: times. Options: connection, milliseconds, times.',
    ],
    [
      { connection: 'reset', milliseconds: 1 },
      "Invalid milliseconds: 1. Expected no time: only { connection: 'slow' } has one.",
    ],
  ])('is rejected: %j', (failure, message) => {
    const tenant = createTenant()
    const fail = { failNext: [failure], failEvery: [2, failure], failAtRate: [0.5, failure] }
    for (const [name, args] of Object.entries(fail)) {
      expect(() => Reflect.apply(Reflect.get(tenant, name), undefined, args)).toThrow(new TypeError(message))
    }
    expect(tenant.snapshot().tenant.faults).toMatchObject({ next: [], rules: [] })
  })

  test.each([
    'Connection',
    'content-length',
    'Keep-Alive',
    'Proxy-Connection',
    'TE',
    'Trailer',
    'Transfer-Encoding',
    'upgrade',
  ])('is rejected: the header %s', (name) => {
    expect(() => createTenant().failNext({ status: 500, headers: { [name]: 'close' } })).toThrow(
      `Invalid name of a header: "${name}". Expected a header that the server does not set itself.`,
    )
  })

  test('is rejected: a value that one of the hosts cannot send', () => {
    for (const value of [' x', 'x ', 'a\nb', 'a\0b', '\u0100', '\u007f', 1, null]) {
      const failure = { status: 500, headers: { 'x-ms-region': value } }
      expect(() => Reflect.apply(createTenant().failNext, undefined, [failure])).toThrow(
        /^Invalid headers\["x-ms-region"\]: /,
      )
    }
  })
})
