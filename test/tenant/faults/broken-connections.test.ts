import { connect } from 'node:net'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type Failure } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'
import { requestCall } from '../request-call.ts'

const { id } = groupCall()
const path = `/v1.0/communications/calls/${id}`
const raw = (method: string) =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n\r\n`

async function serve() {
  const tenant = createTenant({ calls: [groupCall()] })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  /** Sends bytes, and returns the bytes that arrive until the connection is closed or reset. */
  const exchange = (bytes: string) =>
    new Promise<string>((resolve) => {
      let received = ''
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      socket.setEncoding('latin1').on('data', (text: string) => {
        received += text
      })
      socket.on('error', () => {}).on('close', () => resolve(received))
      socket.write(bytes)
    })
  return { tenant, exchange }
}

/** Failure of the third request, after two that succeed. */
function failThird(tenant: ReturnType<typeof createTenant>, failure: Failure) {
  tenant.failEvery(3, failure)
}

describe('in a pipeline', () => {
  test.each([0, 20])(
    'a reset keeps the responses before it, and ends the rest (latency %d)',
    async (latency) => {
      const tenant = createTenant({ calls: [groupCall()], latency })
      const server = await tenant.listen()
      onTestFinished(() => server.close())
      failThird(tenant, { connection: 'reset' })
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      let received = ''
      socket.setEncoding('latin1').on('data', (text: string) => {
        received += text
      })
      const closed = new Promise((resolve) => socket.on('error', () => {}).on('close', resolve))
      socket.write(raw('GET').repeat(3) + raw('DELETE'))
      await closed
      expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2)
      expect(received.endsWith(JSON.stringify(groupCall()))).toBe(true)
      // The DELETE did not reach the service.
      expect(tenant.requests.map(({ status }) => status)).toEqual([200, 200, 0])
      expect((await requestCall(tenant, id)).status).toBe(200)
    },
  )

  test('a truncated body follows the complete responses before it', async () => {
    const { tenant, exchange } = await serve()
    failThird(tenant, { connection: 'truncated' })
    const received = await exchange(raw('GET').repeat(4))
    expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3)
    const [, , , last = ''] = received.split(/HTTP\/1\.1 200 OK[\s\S]*?\r\n\r\n/)
    expect(last.length).toBe(Math.floor(Buffer.byteLength(JSON.stringify(groupCall())) / 2))
  })
})

describe.each(['HEAD', 'DELETE'])('a %s, whose response has no body', (method) => {
  test('breaks before the response if it is truncated', async () => {
    const { tenant, exchange } = await serve()
    tenant.failNext({ connection: 'truncated' })
    expect(await exchange(raw(method))).toBe('')
    tenant.failNext({ connection: 'truncated' })
    tenant.addCall(groupCall(), { replace: true })
    await expect(requestCall(tenant, id, method)).rejects.toThrow('fetch failed')
    expect(tenant.requests.map(({ status }) => status)).toEqual([0, 0])
  })

  test('is complete at once if it is slow', async () => {
    const waits: number[] = []
    const sleep = async (milliseconds: number) => void waits.push(milliseconds)
    const tenant = createTenant({ calls: [groupCall()], sleep })
    tenant.failNext({ connection: 'slow' })
    expect((await requestCall(tenant, id, method)).ok).toBe(true)
    expect(waits).toEqual([])
  })
})
