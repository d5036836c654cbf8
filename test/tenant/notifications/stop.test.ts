import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fixture } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { expect, onTestFinished, test, vi } from 'vitest'
import { id, incoming, notify, receiver } from './receiver.ts'

/** Starts a receiver that never responds. Counts the requests that are open. */
async function hanging() {
  let open = 0
  const server = createServer((request) => {
    open++
    request.socket.once('close', () => open--)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/`, open: () => open }
}

test.each<['stop' | 'reset']>([['stop'], ['reset']])('%s aborts the post in flight', async (how) => {
  const { url, open } = await hanging()
  const tenant = createTenant({ calls: [incoming(url)] })
  const sender = notify(tenant, { timeout: 60_000 })
  tenant.advance(id)
  tenant.advance(id)
  await vi.waitFor(() => expect(open()).toBe(1), 10_000)
  if (how === 'stop') sender.stop()
  else tenant.reset()
  expect(await sender.settled()).toMatchObject([
    { state: 'establishing', error: { reason: 'stopped', message: expect.stringContaining('settled()') } },
  ])
  await vi.waitFor(() => expect(open()).toBe(0), 10_000)
})

test('stop ends a delivery whose fetch ignores the signal', async () => {
  const tenant = createTenant({ calls: [incoming('http://127.0.0.1/')] })
  const sender = notify(tenant, { timeout: 60_000, fetch: () => new Promise(() => {}) })
  tenant.advance(id)
  await new Promise(setImmediate)
  sender.stop()
  expect(await sender.settled()).toMatchObject([{ error: { reason: 'stopped' } }])
})

test('a receiver that does not respond delays no other receiver', async () => {
  const slow = await hanging()
  const { url, states } = await receiver()
  const tenant = createTenant()
  const sender = notify(tenant, { timeout: 60_000 })
  tenant.addCall(incoming(slow.url))
  tenant.addCall(fixture('establishing-outgoing', { callbackUri: url }))
  tenant.advance(fixture('establishing-outgoing').id)
  await vi.waitFor(() => expect(states()).toEqual(['establishing', 'established']), 10_000)
  expect(slow.open()).toBe(1)
  sender.stop()
  expect((await sender.settled()).map(({ callId }) => callId).sort()).toEqual(
    [id, fixture('establishing-outgoing').id, fixture('establishing-outgoing').id].sort(),
  )
})

test('a call does not wait for another call of the same bot', async () => {
  const slow = await hanging()
  const tenant = createTenant()
  const requests: string[] = []
  const sender = notify(tenant, {
    timeout: 60_000,
    async fetch(url, init) {
      requests.push(String(url))
      return String(url).endsWith('/1') ? fetch(slow.url, init) : new Response(null, { status: 202 })
    },
  })
  tenant.addCall(incoming('http://127.0.0.1/1'))
  tenant.addCall(fixture('redirecting', { callbackUri: 'http://127.0.0.1/2' }))
  tenant.advance(fixture('redirecting').id)
  await vi.waitFor(() => expect(requests.map((url) => url.at(-1))).toEqual(['1', '2', '2']), 10_000)
  sender.stop()
})

test('notify does not keep the process alive', async () => {
  const script = `
    import { createTenant } from 'graph-call-testkit/tenant'
    const tenant = createTenant()
    const call = { state: 'incoming', callbackUri: 'https://bot.contoso.com' }
    tenant.addCall({ ...call, id: 'a' }, { stepEvery: { milliseconds: 60_000 } })
    tenant.notify({ outOfOrder: true })
    tenant.addCall({ ...call, id: 'b' }, { stepEvery: { milliseconds: 60_000 } })
    console.log('end')`
  const node = [
    ...['--conditions', 'graph-call-testkit-source', '--import', 'tsx'],
    ...['--input-type', 'module', '--eval', script],
  ]
  const child = spawn(process.execPath, node)
  const ended = once(child, 'exit')
  expect((await child.stdout.toArray()).join('')).toBe('end\n')
  expect(await ended).toEqual([0, null])
})
