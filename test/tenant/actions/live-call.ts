import { readCall } from 'graph-call-testkit'
import type { Tenant } from 'graph-call-testkit/tenant'
import { vi } from 'vitest'
import type { LiveParts } from '../../../src/tenant/live-parts.ts'
import type { CallEvent } from '../../../src/tenant/notifications/feed.ts'
import { callId, headers, type Json } from './media-bot.ts'

/** Parts of the newest tenant. A person uses them to press keys and to speak. */
const newest: { live?: LiveParts } = vi.hoisted(() => ({}))

vi.mock('../../../src/tenant/actions/index.ts', async (original) => {
  const actions = await original<typeof import('../../../src/tenant/actions/index.ts')>()
  return {
    ...actions,
    handleTasks(live: LiveParts) {
      newest.live = live
      actions.handleTasks(live)
    },
  }
})
vi.resetModules()
const { createTenant } = await import('../../../src/tenant/create-tenant.ts')

/** Creates a tenant with an established call, and records what the bot is notified of. */
export function liveCall(clock: 'manual' | 'fast' = 'manual') {
  const tenant: Tenant = createTenant({ clock })
  const { live } = newest
  if (!live) throw new Error('Expected the parts of the tenant.')
  const events: CallEvent[] = []
  const mediaConfig = { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' } as const
  tenant.addCall({ id: callId, state: 'established', callChainId: '0c4a1000', mediaConfig })
  live.feed.listen((event) => events.push(event))

  const send = (method: string, url: string, body?: object, token = 'any') => {
    const init = { method, headers: { ...headers, Authorization: `Bearer ${token}` } }
    return tenant.fetch(new Request(url, { ...init, ...(body && { body: JSON.stringify(body) }) }))
  }
  return {
    tenant,
    live,
    events,
    /** Returns `resourceData` of each event. */
    data: (): Json[] => events.map((event) => event.data),
    /** Posts an action, and returns its response. */
    async act(name: string, body: object = {}): Promise<{ readonly status: number; readonly body: Json }> {
      const url = `https://graph.microsoft.com/v1.0/communications/calls/${callId}/${name}`
      const response = await send('POST', url, body)
      return { status: response.status, body: await response.json() }
    },
    async hangUp(): Promise<void> {
      await send('DELETE', `https://graph.microsoft.com/v1.0/communications/calls/${callId}`)
    },
    /** Returns the call with everything that it contains. */
    call: () => readCall(live.calls.callNamed(callId)),
    /** Returns the size of a recording in bytes. */
    async sizeOf(url: string, token: string): Promise<number> {
      return (await (await send('GET', url, undefined, token)).arrayBuffer()).byteLength
    },
  }
}
