import type { Middleware } from '@microsoft/microsoft-graph-client'
import type { CallState } from 'graph-call-testkit'
import { fixture, fixtures, groupCall } from 'graph-call-testkit/fixtures'
import {
  createTenant,
  type DeliveryFailureReason,
  type ErrorStatus,
  type GraphTarget,
  graphFetch,
  graphMiddleware,
  type NotificationSender,
  syntheticId,
  type Tenant,
  type TenantRequest,
  type TenantServer,
  type TenantSnapshot,
} from 'graph-call-testkit/tenant'

// A call of any source may be placed, frozen ones included.
const tenant: Tenant = createTenant({ calls: [groupCall(), fixture('sparse'), fixtures.group.body] })
export const id: string = tenant.addCall(fixtures['peer-to-peer'].body, { replace: true })
// @ts-expect-error no property of a call
tenant.addCall({ id: '2e1a', stat: 'established' })
// @ts-expect-error no state of the service
tenant.addCall({ id: '2e1a', state: 'ringing' })
// @ts-expect-error a tenant takes many
createTenant({ calls: groupCall() })

// Trouble is what was seen.
tenant.failNext({ status: 429, retryAfter: 2.128 })
tenant.failNext({ fixture: 'throttled-as-unknown-error' })
tenant.forbid(id, '7504')
// @ts-expect-error never seen
tenant.failNext({ status: 418 })
export const stop: () => void = tenant.failEvery(10, { connection: 'slow', milliseconds: 3_000 })
tenant.failAtRate(0.05, { proxy: 502 }, { seed: 42 })
// @ts-expect-error proxies answer otherwise
tenant.failNext({ proxy: 500 })
// @ts-expect-error a connection that was reset has no time to take
tenant.failNext({ connection: 'reset', milliseconds: 5 })
createTenant({ latency: 40, throttle: true })
createTenant({ latency: { median: 30, p99: 400, seed: 1 }, throttle: { requests: 10 } })
createTenant({ synthetic: true })
createTenant({ synthetic: 42 })
createTenant({ synthetic: { seed: 42, ended: 0.1, forbidden: 0.01, throttled: 0.01 } })
// @ts-expect-error a seed is a number
createTenant({ synthetic: '42' })
export const wanted: string = syntheticId({ state: 'incoming', kind: 'group', number: 7 })
// @ts-expect-error no state of the service
syntheticId({ state: 'ringing' })
// @ts-expect-error one id is of one kind
syntheticId({ kind: ['group', 'peer-to-peer'] })
// @ts-expect-error one spread or the other
createTenant({ latency: { min: 10, p99: 400 } })
// @ts-expect-error the fixture of a call is no failure
tenant.failNext({ fixture: 'group' })
// @ts-expect-error seconds are a number
tenant.failNext({ status: 503, retryAfter: '2' })
// @ts-expect-error codes are text, as Graph writes them
tenant.forbid(id, 7505)
export const statuses: ErrorStatus[] = [401, 403, 404, 429, 500, 503, 504]

// What it remembers is for reading.
export const seen: readonly TenantRequest[] = tenant.requests
// @ts-expect-error likewise
tenant.requests = []
// @ts-expect-error a path may lead to no call
export const asked: string | undefined = tenant.requests[0]?.callId.length

// Whatever answers a `Request` may stand in for Graph, and the result goes wherever a fetch goes.
export const targets: GraphTarget[] = [tenant, 'http://127.0.0.1:8080', new URL('http://127.0.0.1:8080')]
export const handler: GraphTarget = { fetch: async () => new Response() }
// @ts-expect-error it has to be asynchronous
export const sync: GraphTarget = { fetch: () => new Response() }
export const send: typeof fetch = graphFetch(tenant, { fetch })
export const middleware: Middleware = graphMiddleware(tenant)

export async function block(): Promise<void> {
  await using server: TenantServer = await tenant.listen({ port: undefined })
  await send(server.url)
}

// A member that no enum has is placed only where that is said.
tenant.addCall({ id: '2e1a', state: 'parked' }, { unknownEnumMembers: true })
// @ts-expect-error not said
tenant.addCall({ id: '2e1a', state: 'parked' }, { unknownEnumMembers: false })

// What it saw is told as it happens, and kept.
createTenant({ onRequest: ({ callId, traceparent }) => console.log(callId?.length, traceparent?.length) })
export const meant: readonly string[] | undefined = tenant.unmatched[0]?.nearestIds
// @ts-expect-error a certificate needs its key
tenant.listen({ tls: { cert: '' } })

// A call takes a course that calls take, at a pace of GETs or of time.
tenant.addCall(groupCall(), { outcome: 'transferred', stepEvery: { gets: 2 } })
tenant.addCall(groupCall(), { replace: true, stepEvery: { milliseconds: 500 } })
// @ts-expect-error no outcome of a call
tenant.addCall(groupCall(), { outcome: 'lost' })
// @ts-expect-error how long that is, the clock says
tenant.addCall(groupCall(), { stepEvery: 500 })
export const next: CallState = tenant.advance(id)
tenant.transferCall(id, { outcome: 'failed-transfer' })
// @ts-expect-error a transfer turns out in two ways
tenant.transferCall(id, { outcome: 'rejected' })
// @ts-expect-error codes of a result are numbers
tenant.endCall(id, { code: '500', subcode: 7106 })
export const states: (CallState | undefined)[] = tenant.history(id).map(({ state }) => state)
export const saved: TenantSnapshot = tenant.snapshot()
tenant.restore(saved)
// @ts-expect-error a snapshot is what was saved
tenant.restore({ calls: [] })

// What became of a post is a status or an error.
const notifying: NotificationSender = tenant.notify({
  outOfOrder: true,
  copies: 2,
  hosts: ['bot.contoso.com'],
})
export const answered: number[] = notifying.deliveries.flatMap((each) =>
  'status' in each ? [each.status] : [],
)
export const why: DeliveryFailureReason[] = notifying.deliveries.flatMap((each) =>
  'error' in each ? [each.error.reason] : [],
)
// @ts-expect-error hosts are several
tenant.notify({ hosts: 'bot.contoso.com' })
