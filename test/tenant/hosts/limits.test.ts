import { connect } from 'node:net'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { expect, onTestFinished, test } from 'vitest'

const kibi = 1_024
const path = `/v1.0/communications/calls/${groupCall().id}`
const head = 'Host: localhost\r\nConnection: close\r\nAuthorization: Bearer x'

async function serve() {
  const tenant = createTenant({ calls: [groupCall()] })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  const port = Number(new URL(server.url).port)
  /** Returns the status code for a raw request, or NaN if the connection closes without a response. */
  const statusOf = async (...parts: string[]) => {
    const socket = connect(port, '127.0.0.1')
    // Writing after the server has closed the connection is an error.
    socket.on('error', () => {})
    for (const part of parts) socket.write(part)
    socket.end()
    let text = ''
    for await (const chunk of socket.iterator({ destroyOnReturn: true })) text += chunk
    return Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1])
  }
  return { tenant, port, statusOf }
}

test.each([
  [
    'a URL of 8 KiB',
    `GET ${path}?${'x'.repeat(8 * kibi - path.length - 1)} HTTP/1.1\r\n${head}\r\n\r\n`,
    200,
  ],
  ['a longer URL', `GET ${path}?${'x'.repeat(8 * kibi - path.length)} HTTP/1.1\r\n${head}\r\n\r\n`, 414],
  ['a header of 15 KiB', `GET ${path} HTTP/1.1\r\n${head}\r\nx: ${'x'.repeat(15 * kibi)}\r\n\r\n`, 200],
  ['a header of 16 KiB', `GET ${path} HTTP/1.1\r\n${head}\r\nx: ${'x'.repeat(16 * kibi)}\r\n\r\n`, 431],
  [
    'headers of 16 KiB together',
    `GET ${path} HTTP/1.1\r\n${head}\r\n${`x: ${'x'.repeat(kibi)}\r\n`.repeat(16)}\r\n`,
    431,
  ],
])('returns the expected status for %s', async (_name, bytes, status) => {
  const { statusOf } = await serve()
  expect(await statusOf(bytes)).toBe(status)
})

test.each([
  [kibi * kibi, 405],
  [kibi * kibi + 1, 413],
])('a body of %d bytes gets %d', async (length, status) => {
  const { statusOf } = await serve()
  const start = `POST ${path} HTTP/1.1\r\n${head}\r\nContent-Length: ${length}\r\n\r\n`
  expect(await statusOf(start, 'x'.repeat(length))).toBe(status)
})

test('a body that does not end is cut off, and does not affect other clients', async () => {
  const { port, statusOf } = await serve()
  const socket = connect(port, '127.0.0.1')
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.on('error', () => {})
  socket.resume()
  socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n`)
  const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`
  const more = () => {
    if (socket.writable) socket.write(chunk, more)
  }
  more()
  await closed
  expect(await statusOf(`GET ${path} HTTP/1.1\r\n${head}\r\n\r\n`)).toBe(200)
})

test('a request that is too large is not logged', async () => {
  const { tenant, statusOf } = await serve()
  await statusOf(`GET /${'x'.repeat(9 * kibi)} HTTP/1.1\r\n${head}\r\n\r\n`)
  await statusOf(`POST ${path} HTTP/1.1\r\n${head}\r\nContent-Length: 9999999\r\n\r\n`)
  expect(tenant.requests).toEqual([])
})

test.each([
  ['Content-Length', 413, `POST ${path} HTTP/1.1\r\n${head}\r\nContent-Length: 2500000000\r\n\r\n`],
  [
    'Content-Length, and a longer URL',
    414,
    `POST /${'x'.repeat(9 * kibi)} HTTP/1.1\r\n${head}\r\nContent-Length: 2500000000\r\n\r\n`,
  ],
])('a large body is not read: %s', async (_what, status, start) => {
  const { port } = await serve()
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  let received = ''
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text
  })
  const closed = new Promise((resolve) => socket.on('close', resolve))
  const chunk = 'x'.repeat(64 * kibi)
  const more = () => {
    if (socket.writable) socket.write(chunk, more)
  }
  socket.write(start, more)
  await closed
  expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(received).toMatch(/^Connection: close\r$/m)
  // The operating system buffers a few MiB.
  expect(socket.bytesWritten).toBeLessThan(64 * kibi * kibi)
})

test('a client that expects 100 Continue gets it, or 413', async () => {
  const { statusOf } = await serve()
  const start = `POST ${path} HTTP/1.1\r\n${head}\r\nExpect: 100-continue`
  expect(await statusOf(`${start}\r\nContent-Length: 4\r\n\r\n`, 'body')).toBe(100)
  expect(await statusOf(`${start}\r\nContent-Length: 2000000\r\n\r\n`)).toBe(413)
})

test('every header counts, also after 1,000 others', async () => {
  const { statusOf } = await serve()
  const others = 'a:b\r\n'.repeat(2_500)
  const last = 'Authorization: Bearer x\r\nConnection: close'
  expect(await statusOf(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${others}${last}\r\n\r\n`)).toBe(200)
})

test('a client-request-id beyond ASCII is replaced by the request-id', async () => {
  const { tenant, port } = await serve()
  const socket = connect(port, '127.0.0.1')
  const id = '\xe9\xfc-id'
  const sent = `GET ${path}x HTTP/1.1\r\n${head}\r\nclient-request-id: ${id}\r\nreturn-client-request-id: ${id}\r\n\r\n`
  socket.end(sent, 'latin1')
  const text = Buffer.concat(await socket.toArray()).toString('latin1')
  const { requestId } = tenant.requests[0] ?? {}
  expect(text).toContain(`\r\nclient-request-id: ${requestId}\r\n`)
  expect(text).toContain(`"client-request-id":"${requestId}"`)
  expect(text).not.toContain('return-client-request-id')
})
