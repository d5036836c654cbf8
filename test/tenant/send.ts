import { callErrorSchema } from 'graph-call-testkit/schema'
import type { Tenant } from 'graph-call-testkit/tenant'

/** `request-id` of the first request to a tenant. */
export const firstRequestId = '7e57da7a-0000-4000-8000-000000000001'
export const now = () => Date.UTC(2026, 4, 13, 8, 12, 19, 500)
export const headers = { Authorization: 'Bearer x.y.z' }

/** Sends a request to a tenant, by default a GET with a token. */
export function send(tenant: Tenant, path: string, init: RequestInit = {}): Promise<Response> {
  return tenant.fetch(new Request(`https://graph.microsoft.com${path}`, { headers, ...init }))
}

export function pathOf(id: string | null | undefined): string {
  return `/v1.0/communications/calls/${encodeURIComponent(id ?? '')}`
}

/** Returns the status, the code and the message of an error response. */
export async function errorOf(response: Response): Promise<string> {
  const { error } = callErrorSchema.parse(await response.json())
  return `${response.status}/${error.code} ${error.message}`
}
