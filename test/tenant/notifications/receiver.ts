import type { IncomingHttpHeaders } from 'node:http'
import { fixture } from 'graph-call-testkit/fixtures'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import type { NotificationSender, NotifyOptions, Tenant } from 'graph-call-testkit/tenant'
import { onTestFinished } from 'vitest'
import { listening } from '../listening.ts'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: ReturnType<typeof commsNotificationsSchema.parse>
}

const stateIn = (resource: object | null | undefined) =>
  resource && 'state' in resource ? resource.state : undefined

/** Starts a bot on loopback that records the notifications it receives. */
export async function receiver(reply = { status: 202, headers: {} }) {
  const received: Received[] = []
  const origin = await listening(() => async (request, response) => {
    const text = (await request.setEncoding('utf8').toArray()).join('')
    received.push({ headers: request.headers, body: commsNotificationsSchema.parse(JSON.parse(text)) })
    response.writeHead(reply.status, reply.headers).end()
  })
  const url = `${origin}/api/calls`
  const states = () => received.map(({ body }) => stateIn(body.value[0]?.resourceData))
  return { url, received, states }
}

/** Sends the notifications of a tenant until the end of the test. */
export function notify(tenant: Tenant, options?: NotifyOptions): NotificationSender {
  const sender = tenant.notify(options)
  onTestFinished(() => sender.stop())
  return sender
}

export const { id } = fixture('incoming-peer-to-peer')
export const incoming = (callbackUri: string) => fixture('incoming-peer-to-peer', { callbackUri })
