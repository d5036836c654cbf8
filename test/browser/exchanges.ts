import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, syntheticId, type Tenant } from 'graph-call-testkit/tenant'

/** What an answer says, as JSON. */
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The same tenant, in Node and in the browser. */
export function sameTenant(): Tenant {
  const now = () => Date.UTC(2026, 4, 13, 8, 12, 19)
  const subject = 'Grüße, 呼叫 📞'
  const calls = [groupCall(), peerToPeerCall({ subject })]
  const tenant = createTenant({ calls, synthetic: 42, token: 'x.y.z', now })
  tenant.forbid('forbidden', '7505')
  return tenant
}

const graph = 'https://graph.microsoft.com'
const headers = { Authorization: 'Bearer x.y.z', 'client-request-id': 'mine' }

/** What is asked, in this order: answers carry ids that count. */
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

export async function answers(send: typeof fetch): Promise<Answered[]> {
  const answered: Answered[] = []
  for (const [url, init] of requests) {
    const response = await send(url, init)
    const { status, headers } = response
    answered.push({ status, headers: Object.fromEntries(headers), body: await response.text() })
  }
  return answered
}
