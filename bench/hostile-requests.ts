import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { atMost, type Figure } from './measure.ts'

const { id } = groupCall()
const path = `/v1.0/communications/calls/${id}`

/** Longest URL and header that a server accepts, in characters. */
const longest = { url: 8 * 1_024, header: 15 * 1_024 }

/** Participants of the stored call. */
const rosterSize = 200

/**
 * Properties of each participant that the model does not declare. With them, the JSON of the call has more than 100 kB. The
 * time of a request grows linearly with that size.
 */
const undeclaredProperties = 20

/** Request that is slow for a naive implementation. `length` is the length of its URL and of its headers. */
interface HostileRequest {
  readonly name: string
  readonly path?: (length: number) => string
  readonly headers?: (length: number) => Readonly<Record<string, string>>
}

const fill = (text: string) => (length: number) => text.repeat(Math.max(0, length / text.length))
const query = (start: string, text: string) => (length: number) =>
  `${path}?${start}${fill(text)(length - path.length - start.length - 1)}`
const names = (prefix: string) => (length: number) =>
  Array.from({ length: length / 8 }, (_, at) => `${prefix}p${at % undeclaredProperties}`).join(',')

const requests: readonly HostileRequest[] = [
  { name: 'question marks', path: query('', '?') },
  { name: 'ampersands', path: query('', '&') },
  { name: 'percent signs', path: query('', '%25') },
  { name: 'letters after an encoded character', path: query('%3F=', 'a') },
  { name: 'starts of JWTs', path: query('x=', 'eyJ') },
  { name: 'bearer tokens', path: query('x=', 'bearer+a1') },
  { name: 'URLs', path: query('x=', '://a@') },
  { name: 'property names', path: query('x=%22', 'token') },
  { name: 'an unknown id', path: fill('/v1.0/communications/calls/x') },
  { name: 'quotes in a key', path: (length) => `/v1.0/communications/calls('${fill("'")(length - 40)}')` },
  { name: 'one name many times in $select', path: query('$select=', 'id,') },
  { name: 'many names in $select', path: (length) => `${path}?$select=${names('')(length - 60)}` },
  { name: 'a long path in $select', path: query('$select=p0/', 'a/') },
  { name: '$expand of participants many times', path: query('$expand=', 'participants,') },
  { name: '$select in $expand', path: query('$expand=participants($select=', 'id,') },
  {
    name: 'many names in $expand',
    path: (length) => `${path}?$expand=participants($select=${names('')(length - 90)})`,
  },
  { name: 'parentheses', path: query('$expand=', '(') },
  {
    name: 'media types',
    headers: (length) => ({ accept: `${fill('text/html;q=0.1,')(length)}application/json` }),
  },
  { name: 'preferences', headers: (length) => ({ prefer: fill('a=b;c,')(length) }) },
  { name: 'a long token', headers: (length) => ({ authorization: `Bearer ${fill('aZ+/=')(length)}` }) },
  {
    name: 'a long token in a query',
    path: query('x=', 'aZ'),
    headers: (length) => ({ authorization: `Bearer ${fill('aZ')(length / 4)}` }),
  },
  { name: 'spaces in a token', headers: (length) => ({ authorization: `Bearer x${fill(' ')(length)}y` }) },
  {
    name: 'all metadata of a large roster',
    path: () => `${path}?$expand=participants`,
    headers: () => ({ accept: 'application/json;odata.metadata=full' }),
  },
]

/** Creates a tenant with a large call and many others. */
function hostileTenant(): Tenant {
  const tenant = createTenant({ throttle: { requests: 1e9 } })
  const undeclared = Object.fromEntries(
    Array.from({ length: undeclaredProperties }, (_, at) => [`p${at}`, { a: at }]),
  )
  const participants = Array.from({ length: rosterSize }, (_, at) => ({
    id: `participant-${at}`,
    ...undeclared,
  }))
  tenant.addCall({ ...groupCall(), ...undeclared, participants })
  for (let at = 0; at < 20_000; at++) tenant.addCall({ id: `2f1a1100-b174-40a0-0000-${at}` })
  return tenant
}

/** Returns the shortest time of a request in milliseconds, because other processes make some rounds slower. */
async function timeOf(tenant: Tenant, request: HostileRequest, share: number): Promise<number> {
  const times: number[] = []
  const target = request.path?.(longest.url * share) ?? path
  const headers = { authorization: 'Bearer any', ...request.headers?.(longest.header * share) }
  for (let round = 0; round < 15; round++) {
    const sent = new Request(`https://graph.microsoft.com${target}`, { headers })
    const start = performance.now()
    await (await tenant.fetch(sent)).text()
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

/** Measures the requests of allowed size that take longest, and compares them with requests of half the size. */
export async function hostileRequestFigures(): Promise<Figure[]> {
  const tenant = hostileTenant()
  const measured = []
  for (const request of requests) {
    const half = await timeOf(tenant, request, 0.5)
    const time = await timeOf(tenant, request, 1)
    measured.push({ name: request.name, time, growth: time / Math.max(half, 0.2) })
  }
  for (let at = 0; at < 1_000; at++) {
    const url = `https://graph.microsoft.com/v1.0/communications/calls/2f1a1100-b174-40a0-1000-${at}`
    await tenant.fetch(new Request(url, { headers: { authorization: 'Bearer any' } }))
  }
  const start = performance.now()
  tenant.unmatched.at(-1)
  const unmatched = performance.now() - start
  const [slowest] = measured.toSorted((a, b) => b.time - a.time)
  const [steepest] = measured.toSorted((a, b) => b.growth - a.growth)
  return [
    atMost(`slowest request of allowed size (${slowest?.name})`, slowest?.time ?? Number.NaN, 20, 'ms'),
    atMost(
      `time of a request of twice the size (${steepest?.name})`,
      steepest?.growth ?? Number.NaN,
      3,
      'times',
    ),
    atMost('similar ids for 1,000 unmatched requests among 20,000 calls', unmatched, 1_000, 'ms'),
  ]
}
