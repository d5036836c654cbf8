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

// Calls from any source can be added, including frozen ones.
const tenant: Tenant = createTenant({ calls: [groupCall(), fixture('sparse'), fixtures.group.body] })
export const id: string = tenant.addCall(fixtures['peer-to-peer'].body, { replace: true })
// @ts-expect-error not a property of a call
tenant.addCall({ id: '2e1a', stat: 'established' })
// @ts-expect-error not a state of the service
tenant.addCall({ id: '2e1a', state: 'ringing' })
// @ts-expect-error calls must be iterable
createTenant({ calls: groupCall() })

// Failures have any status, code, message, body and header.
tenant.failNext({ status: 429, retryAfter: 2.128 })
tenant.failNext({ fixture: 'throttled-as-unknown-error' })
tenant.forbid(id, '7504')
tenant.failNext({ status: 418, code: 'Teapot', message: 'x', headers: { 'x-ms-region': 'x' }, times: 2 })
tenant.failNext({ status: 429, retryAfter: [1, '0,120', new Date(0), null] })
tenant.failNext({ status: 200, body: { value: [] } })
// @ts-expect-error a body has its own code
tenant.failNext({ status: 500, body: '', code: '9999' })
// @ts-expect-error codes are strings
tenant.failNext({ status: 403, code: 7503 })
// @ts-expect-error not an option
tenant.failNext({ status: 503, retryafter: 2 })
export const stop: () => void = tenant.failEvery(10, { connection: 'slow', milliseconds: 3_000 })
tenant.failAtRate(0.05, { proxy: 502 }, { seed: 42 })
// @ts-expect-error not a status of a proxy
tenant.failNext({ proxy: 500 })
// @ts-expect-error only a slow connection takes time
tenant.failNext({ connection: 'reset', milliseconds: 5 })
createTenant({ latency: 40, throttle: true })
createTenant({ latency: { median: 30, p99: 400, seed: 1 }, throttle: { requests: 10 } })
createTenant({ synthetic: true })
createTenant({ synthetic: 42 })
createTenant({ synthetic: { seed: 42, ended: 0.1, forbidden: 0.01, throttled: 0.01 } })
// @ts-expect-error a seed is a number
createTenant({ synthetic: '42' })
export const synthetic: string = syntheticId({ state: 'incoming', kind: 'group', number: 7 })
// @ts-expect-error not a state of the service
syntheticId({ state: 'ringing' })
// @ts-expect-error an id has one kind
syntheticId({ kind: ['group', 'peer-to-peer'] })
// @ts-expect-error one distribution or the other
createTenant({ latency: { min: 10, p99: 400 } })
// @ts-expect-error the fixture of a call is not a failure
tenant.failNext({ fixture: 'group' })
// @ts-expect-error not a value of a header
tenant.failNext({ status: 503, retryAfter: true })
// @ts-expect-error codes are strings, as in Graph
tenant.forbid(id, 7505)
export const statuses: ErrorStatus[] = [401, 403, 404, 429, 500, 503, 504]

// The request log is read-only.
export const requests: readonly TenantRequest[] = tenant.requests
// @ts-expect-error read-only
tenant.requests = []
// @ts-expect-error the path may not be that of a call
export const callId: string | undefined = tenant.requests[0]?.callId.length

// Any function from `Request` to `Response` can be a target, and the result can be used as a fetch.
export const targets: GraphTarget[] = [tenant, 'http://127.0.0.1:8080', new URL('http://127.0.0.1:8080')]
export const handler: GraphTarget = { fetch: async () => new Response() }
// @ts-expect-error must be asynchronous
export const sync: GraphTarget = { fetch: () => new Response() }
export const send: typeof fetch = graphFetch(tenant, { fetch })
export const middleware: Middleware = graphMiddleware(tenant)

export async function block(): Promise<void> {
  await using server: TenantServer = await tenant.listen({ port: undefined })
  await send(server.url)
}

// Unknown enum members require an option.
tenant.addCall({ id: '2e1a', state: 'parked' }, { unknownEnumMembers: true })
// @ts-expect-error the option is false
tenant.addCall({ id: '2e1a', state: 'parked' }, { unknownEnumMembers: false })

// Each request is reported and logged.
createTenant({ onRequest: ({ callId, traceparent }) => console.log(callId?.length, traceparent?.length) })
export const nearest: readonly string[] | undefined = tenant.unmatched[0]?.nearestIds
// @ts-expect-error a certificate needs its key
tenant.listen({ tls: { cert: '' } })

// A call follows a path, in an interval of GETs or of time.
tenant.addCall(groupCall(), { outcome: 'transferred', stepEvery: { gets: 2 } })
tenant.addCall(groupCall(), { replace: true, stepEvery: { milliseconds: 500 } })
// @ts-expect-error not an outcome of a call
tenant.addCall(groupCall(), { outcome: 'lost' })
// @ts-expect-error a misspelled option next to a valid one
tenant.addCall(groupCall(), { replace: true, outcom: 'unanswered' })
// Unknown members of enums need the option, in a lifecycle as well.
tenant.addCall({ id: '2e1a', state: 'onHold' }, { replace: true, unknownEnumMembers: true })
tenant.addCall({ snapshots: [{ id: '2e1a', state: 'onHold' }] }, { replace: true, unknownEnumMembers: true })
// @ts-expect-error not a state
tenant.addCall({ id: '2e1a', state: 'onHold' }, { replace: true })
// @ts-expect-error not a state
tenant.addCall({ snapshots: [{ id: '2e1a', state: 'onHold' }] })
// The mistake is reported at the property, so nothing is reported at the list.
createTenant({
  calls: [
    {
      // @ts-expect-error not a state
      state: 'onHold',
    },
  ],
})
// Other iterables of calls.
createTenant({ calls: new Set([groupCall()]) })
// @ts-expect-error an interval has a unit
tenant.addCall(groupCall(), { stepEvery: 500 })
export const next: CallState = tenant.advance(id)
tenant.transferCall(id, { outcome: 'failed-transfer' })
// @ts-expect-error not an outcome of a transfer
tenant.transferCall(id, { outcome: 'rejected' })
// @ts-expect-error codes of a result must be numbers
tenant.endCall(id, { code: '500', subcode: 7106 })
export const states: (CallState | undefined)[] = tenant.history(id).map(({ state }) => state)
export const saved: TenantSnapshot = tenant.snapshot()
tenant.restore(saved)
// @ts-expect-error not a snapshot
tenant.restore({ calls: [] })

// The result of a delivery is a status or an error.
const sender: NotificationSender = tenant.notify({
  outOfOrder: true,
  copies: 2,
  hosts: ['bot.contoso.com'],
})
export const deliveryStatuses: number[] = sender.deliveries.flatMap((each) =>
  'status' in each ? [each.status] : [],
)
export const failureReasons: DeliveryFailureReason[] = sender.deliveries.flatMap((each) =>
  'error' in each ? [each.error.reason] : [],
)
// @ts-expect-error hosts must be a list
tenant.notify({ hosts: 'bot.contoso.com' })
