import { parseArgs } from 'node:util'
import { fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { callErrorSchema, callSchema } from 'graph-call-testkit/schema'
import { createTenant, type ErrorStatus, syntheticId } from 'graph-call-testkit/tenant'
import { median } from './measure.ts'

/** `npm run soak`: sends mixed traffic at full load for a minute, or as long as `-- --minutes N` says. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' } } })
const minutes = Number(values.minutes)
if (!(minutes > 0 && minutes <= 24 * 60)) {
  console.error(`Invalid --minutes: ${values.minutes}. Expected a number above 0, and at most 1440.`)
  process.exit(2)
}

const connections = 16
const warmUp = 10_000
const bodies = Object.values(fixtures).flatMap((one) => (one.status === 200 ? [one.body] : []))
const failures: readonly ErrorStatus[] = [429, 500, 503, 504]
const forbidden = ['forbidden-1', 'forbidden-2']

const tenant = createTenant({ calls: bodies, synthetic: true })
for (const id of forbidden) {
  tenant.addCall(groupCall({ id }))
  tenant.forbid(id, '7504')
}
const server = await tenant.listen()

const requested = new Map<number, number>()
const observed = new Map<number, number>()
const count = (counts: Map<number, number>, status: number) =>
  counts.set(status, (counts.get(status) ?? 0) + 1)

/** Requests a call. Throws if the response is not the expected one or one of the failures. */
async function get(id: string, expected: 200 | 401 | 403 | 404, init: RequestInit = {}): Promise<void> {
  const response = await fetch(`${server.url}/v1.0/communications/calls/${id}`, {
    headers: { Authorization: 'Bearer x.y.z' },
    ...init,
  })
  const { status } = response
  const text = await response.text()
  count(observed, status)
  const known = status === expected || failures.some((failure) => failure === status)
  if (!known) throw new Error(`${id}: expected status ${expected}, got ${status}: ${text}`)
  if (init.method === 'HEAD') return
  const body: unknown = JSON.parse(text)
  const schema = status === 200 ? callSchema : callErrorSchema
  if (!schema.safeParse(body).success)
    throw new Error(
      `${id}: status ${status} with a body that is not a valid ${status === 200 ? 'call' : 'error'}: ${text}`,
    )
}

/** Steps that each connection repeats. Every step leaves the tenant ready for the next one. */
const traffic: readonly ((turn: number) => Promise<void>)[] = [
  (turn) => get(idOf(turn), 200),
  (turn) => get(idOf(turn), 200, { method: 'HEAD' }),
  (turn) => get(`any-${turn}`, 200),
  (turn) => get(`any-${turn}?$expand=*`, 200),
  (turn) => get(syntheticId({ state: 'established', number: turn }), 200),
  (turn) => get(syntheticId({ response: 'ended', number: turn }), 404),
  (turn) => get(syntheticId({ response: 'forbidden', number: turn }), 403),
  (turn) => get(idOf(turn), 401, { headers: {} }),
  (turn) => get(forbidden[turn % forbidden.length] ?? '', 403),
  async (turn) => {
    const status = failures[turn % failures.length] ?? 503
    count(requested, status)
    tenant.failNext({ status, retryAfter: 0 })
    await get(idOf(turn), 200)
  },
  async (turn) => {
    const id = `added-${turn % 1_000}`
    tenant.addCall({ ...bodies[turn % bodies.length], id }, { replace: true })
    await get(id, 200)
  },
  async (turn) => {
    // Each connection has its own call, so that no other connection moves it in between.
    const id = `moved-${turn % connections}`
    tenant.addCall(groupCall({ id, state: 'establishing' }), { replace: true, stepEvery: { gets: 1 } })
    await get(id, 200)
    tenant.advance(id)
    tenant.endCall(id)
    await get(id, 200)
  },
  async (turn) => {
    // Reads the log, as tests do.
    if (turn % 100 === 0 && tenant.requests.length > 1_000)
      throw new Error(`tenant.requests has ${tenant.requests.length} entries. Expected at most 1000.`)
    await get(idOf(turn), 200)
  },
]

function idOf(turn: number): string {
  return bodies[turn % bodies.length]?.id ?? ''
}

const start = Date.now()
const end = start + minutes * 60_000
const memory: number[] = []
const sampling = setInterval(() => {
  if (Date.now() - start > Math.min(warmUp, minutes * 20_000)) memory.push(process.memoryUsage().rss)
}, 500)

async function connection(number: number): Promise<void> {
  for (let turn = number; Date.now() < end; turn += connections) {
    await traffic[Math.floor(turn / connections) % traffic.length]?.(turn)
  }
}

await Promise.all(Array.from({ length: connections }, (_, number) => connection(number)))
clearInterval(sampling)
await server.close()

const third = Math.ceil(memory.length / 3)
const growth = median(memory.slice(-third)) / median(memory.slice(0, third))
const responses = [...observed.values()].reduce((all, times) => all + times, 0)
const lost = failures.filter((status) => requested.get(status) !== observed.get(status))
console.log(
  `${responses} responses in ${minutes} min: ${[...observed].map(([status, times]) => `${times} of ${status}`).join(', ')}`,
)
console.log(
  `resident memory: ${Math.round(median(memory) / 1e6)} MB; the end is ${growth.toFixed(3)} times the beginning`,
)
if (lost.length > 0)
  console.error(
    `The number of failures requested differs from the number observed for status ${lost.join(', ')}.`,
  )
if (!(growth <= 1.1))
  console.error(`Resident memory grew to ${growth.toFixed(3)} times the beginning. Expected at most 1.1.`)
process.exitCode = lost.length > 0 || !(growth <= 1.1) ? 1 : 0
