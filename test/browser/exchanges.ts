import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, syntheticId, type Tenant } from 'graph-call-testkit/tenant'

/** Response as JSON. */
export interface RecordedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Creates the tenant that the tests run in Node and in the browser. */
export function createTestTenant(): Tenant {
  const now = () => Date.UTC(2026, 4, 13, 8, 12, 19)
  const subject = 'Grüße, 呼叫 📞'
  const calls = [groupCall(), peerToPeerCall({ subject })]
  const tenant = createTenant({ calls, synthetic: 42, token: 'x.y.z', now })
  tenant.forbid('forbidden', '7505')
  return tenant
}

const graph = 'https://graph.microsoft.com'
const headers = { Authorization: 'Bearer x.y.z', 'client-request-id': 'mine' }

/** Requests in a fixed order, because request ids are consecutive. */
export const requests: readonly [url: string, init: RequestInit][] = [
  [`${graph}/v1.0/communications/calls/${groupCall().id}`, { headers }],
  [`${graph}/v1.0/communications/calls/${peerToPeerCall().id}?$select=id`, { headers }],
  [`${graph}/beta/app/calls('${groupCall().id}')`, { headers }],
  [`https://dod-graph.microsoft.us/v1.0/communications/calls/${groupCall().id}/`, { headers }],
  [`${graph}/v1.0/communications/calls/${groupCall().id}`, { headers, method: 'HEAD' }],
  [`${graph}/v1.0/communications/calls/any`, { headers }],
  [`${graph}/v1.0/communications/calls/${syntheticId({ response: 'ended' })}`, { headers }],
  [`${graph}/v1.0/communications/calls/forbidden`, { headers }],
  [`${graph}/v1.0/communications/calls/${groupCall().id}`, {}],
  [`${graph}/v1.0/communications/calls/${groupCall().id}`, { headers, method: 'PATCH', body: '{}' }],
]

export async function responsesOf(send: typeof fetch): Promise<RecordedResponse[]> {
  const responses: RecordedResponse[] = []
  for (const [url, init] of requests) {
    const response = await send(url, init)
    const { status, headers } = response
    responses.push({ status, headers: Object.fromEntries(headers), body: await response.text() })
  }
  return responses
}
