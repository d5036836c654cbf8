import { type ReceivedCall, readStrictCall } from 'graph-call-testkit'
import type { Tenant } from 'graph-call-testkit/tenant'

const headers = { Authorization: 'Bearer x.y.z' }

/** Requests a call from a tenant, as a bot does. */
export function requestCall(tenant: Tenant, id: string, method = 'GET'): Promise<Response> {
  const url = `https://graph.microsoft.com/v1.0/communications/calls/${encodeURIComponent(id)}`
  return tenant.fetch(new Request(url, { method, headers }))
}

/** Returns the result of consecutive GETs of a call: its state, or the status code of an error. */
export async function statesOf(tenant: Tenant, id: string, count: number): Promise<unknown[]> {
  const all: unknown[] = []
  for (let i = 0; i < count; i++) {
    const response = await requestCall(tenant, id)
    const { state } = await response.json()
    all.push(response.ok ? state : response.status)
  }
  return all
}

/** Gets a call and checks it in strict mode. */
export async function getCall(tenant: Tenant, id: string): Promise<ReceivedCall> {
  const response = await requestCall(tenant, id)
  return readStrictCall(await response.json())
}
