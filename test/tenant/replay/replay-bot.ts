import { readNotifications } from 'graph-call-testkit'
import { createTenant, type TenantOptions } from 'graph-call-testkit/tenant'
import type { Json } from '../actions/group-bot.ts'
import type { Step } from './documents.ts'
import { IdMap } from './id-map.ts'

export const appId = 'a9910001-0000-4000-a000-000000000001'
export const tenantId = '7e4a0001-0000-4000-a000-000000000001'
export const callbackUri = 'https://bot.contoso.com/api/calls'
export const callId = 'ca110001-0000-4000-a000-000000000001'
export const graph = 'https://graph.microsoft.com/v1.0/communications'

export type ReplayBot = ReturnType<typeof replayBot>

/** Starts the bot of the documented exchanges, in a tenant whose clock the test moves. */
export function replayBot(form: 'reported' | 'documented' = 'reported', options: TenantOptions = {}) {
  const received: Json[] = []
  /** Headers of each request to the bot. */
  const headers: Headers[] = []
  const ids = new IdMap()
  const replies = { next: 202 }
  const tenant = createTenant({
    ...options,
    clock: 'manual',
    tenantId,
    notifications: {
      hosts: ['bot.contoso.com'],
      form,
      async fetch(_url, init) {
        headers.push(new Headers(init?.headers))
        const body = JSON.parse(String(init?.body))
        received.push(...(body.value ?? [body]))
        const status = replies.next
        replies.next = 202
        if (status === 302 || status === 307)
          return new Response(null, { status, headers: { Location: callbackUri } })
        if (status === 200) return Response.json({ '@odata.type': '#microsoft.graph.acceptJoinResponse' })
        return new Response(null, { status })
      },
    },
  })
  const formOf = (form: Readonly<Record<string, string>>) =>
    new URLSearchParams(Object.entries(form).map(([name, value]) => [name, ids.translate(value)])).toString()
  const send = async ({
    method,
    url,
    headers: sent,
    body,
    form,
  }: Omit<Step & { by: 'bot' }, 'by' | 'response'>) => {
    const text = form ? formOf(form) : body && ids.translate(JSON.stringify(body))
    const response = await tenant.fetch(
      new Request(ids.translate(url), {
        method,
        headers: {
          Authorization: 'Bearer any',
          ...(body && { 'Content-Type': 'application/json' }),
          ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
          ...sent,
        },
        ...(text !== undefined && { body: text }),
      }),
    )
    const content = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const json: Json = isJson && content ? JSON.parse(content) : undefined
    return { status: response.status, headers: response.headers, body: json, text: content }
  }
  /** Moves the clock, and waits for what follows. */
  const pass = async (seconds: number) => {
    tenant.clock.advance({ seconds })
    await tenant.settled()
  }
  tenant.registerBot({ appId, tenantId, callbackUri, displayName: 'Contoso Call Bot' })
  return {
    tenant,
    ids,
    received,
    headers,
    replies,
    send,
    pass,
    /** Registers the bot, so that people can call it. */
    register: (isRecorder = false) =>
      tenant.registerBot({ appId, tenantId, callbackUri, displayName: 'Contoso Call Bot', isRecorder }),
    alex: () => tenant.person('Alex Example', { id: '05e40001-0000-4000-a000-000000000001' }),
    kim: () => tenant.person('Kim Example', { id: '05e40002-0000-4000-a000-000000000002' }),
    /** Returns the first notification of the same kind that was not returned before. Waits up to 90 seconds of the tenant. */
    async next(documented: Json): Promise<Json> {
      const kind = kindOf(documented)
      const path = ids.translate(String(documented.resourceUrl))
      for (let seconds = 0; seconds < 90; seconds += 0.5) {
        const index = received.findIndex(
          (change) =>
            isKind(kindOf(change), kind) &&
            (!path.includes('/0ca11') || isSameCall(change.resourceUrl, path)),
        )
        if (index >= 0) return received.splice(index, 1)[0]
        await pass(0.5)
      }
      return undefined
    },
  }
}

const isSameCall = (path: string, other: string) => path.split('/')[3] === other.split('/')[3]

/** True if a notification is of a kind that may have no state. */
const isKind = (kind: string, documented: string) => kind === documented || kind.startsWith(`${documented} `)

/** Returns the kind of a notification: its resource, the kind of change, and the state of the call. */
export function kindOf(change: Json): string {
  if (!change.changeType) return 'call in the format of Skype'
  const body = {
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: [{ '@odata.type': '#microsoft.graph.commsNotification', ...change }],
  }
  const [entry] = readNotifications(body)
  if (!entry) return 'nothing'
  const { resource, changeType, data }: Json = entry
  const detail =
    resource === 'call'
      ? [data?.state, data?.toneInfo && 'tone', data?.mediaState && `audio ${data.mediaState.audio}`]
      : [resource === 'operation' && data?.['@odata.type'], resource === 'operation' && data?.status]
  return [resource, changeType, ...detail].filter(Boolean).join(' ')
}
