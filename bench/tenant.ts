import { once } from 'node:events'
import { createServer } from 'node:http'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch, type Tenant } from 'graph-call-testkit/tenant'
import { interleaveRates, over } from './load.ts'
import { atLeast, atMost, type Figure } from './measure.ts'
import { usedMemory } from './used-memory.ts'

const { id } = groupCall()
const path = `/v1.0/communications/calls/${id}`
const request = () =>
  new Request(`https://graph.microsoft.com${path}`, { headers: { Authorization: 'Bearer x.y.z' } })

/** Measures a GET of a stored call: over a port, among many calls, and in process. Also measures synthetic calls. */
export async function tenantFigures(): Promise<Figure[]> {
  const tenant = createTenant({ calls: [groupCall()], synthetic: true })
  const full = createTenant({ calls: calls(99_999) })
  full.addCall(groupCall())
  const servers = await Promise.all([tenant.listen(), full.listen(), bare(await tenant.fetch(request()))])
  const send = graphFetch(tenant)
  const url = `https://graph.microsoft.com${path}`
  const headers = { Authorization: 'Bearer x.y.z' }
  const template = await send(url, { headers })
  const responseHeaders = [...template.headers] satisfies [string, string][]
  const text = await template.text()
  const [alone, among, floor] = servers.map(({ url }) => url + path)
  const ratio = await interleaveRates({
    floor: over(floor ?? ''),
    alone: over(alone ?? ''),
    among: over(among ?? ''),
    // The query has no effect. It makes the client replace an id in each request, as for `fresh`.
    stored: over(`${alone}?turn=[<id>]&`),
    fresh: over(`${alone?.replace(id, '[<id>]')}/`),
    inProcess: () => inProcess(tenant),
    graphFetch: () => rateOf(async () => (await send(url, { headers })).json()),
    requestAndResponse: () =>
      rateOf(async () => {
        new Request(url, { headers })
        return new Response(text, { headers: responseHeaders }).json()
      }),
  })
  await Promise.all(servers.map((server) => server.close()))
  return [
    atLeast(
      'GET of a stored call over listen(), compared with node:http and the same bytes',
      ratio('alone', 'floor'),
      0.7,
    ),
    atLeast('GET of one of 100,000 stored calls, compared with the only one', ratio('among', 'alone'), 0.95),
    atLeast(
      'GET of new ids from a synthetic tenant, compared with a stored call',
      ratio('fresh', 'stored'),
      0.5,
    ),
    atLeast('tenant.fetch in process, compared with listen()', ratio('inProcess', 'alone'), 1),
    atLeast(
      'graphFetch(tenant) and json(), compared with new Request, new Response and json()',
      ratio('graphFetch', 'requestAndResponse'),
      2,
    ),
    atMost('memory per stored call, compared with its JSON in UTF-8', memoryPerCall(), 2, 'times'),
  ]
}

function* calls(count: number) {
  for (let i = 0; i < count; i++)
    yield groupCall({ id: `2f1a1100-b174-40a0-0000-${String(i).padStart(12, '0')}` })
}

/** Starts a node:http server that sends the bytes and headers of a response from a tenant. */
async function bare(template: Response) {
  const body = Buffer.from(await template.arrayBuffer())
  const headers = { ...Object.fromEntries(template.headers), 'Content-Length': body.length }
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body)).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Returns responses per second. Reads every body. */
function inProcess(tenant: Tenant): Promise<number> {
  return rateOf(async () => (await tenant.fetch(request())).text())
}

/** Returns the number of times that a function runs in a second. */
async function rateOf(run: () => Promise<unknown>): Promise<number> {
  const count = 10_000
  const start = performance.now()
  for (let i = 0; i < count; i++) await run()
  return (count * 1_000) / (performance.now() - start)
}

/** Returns the memory that each of 100,000 calls uses on and off the heap, as a multiple of its JSON. */
function memoryPerCall(): number {
  const count = 100_000
  const tenant = createTenant()
  const before = usedMemory()
  for (const call of calls(count)) tenant.addCall(call)
  const each = (usedMemory() - before) / count
  // Keeps the tenant from being collected before this line.
  tenant.reset()
  return each / Buffer.byteLength(JSON.stringify(groupCall()))
}
