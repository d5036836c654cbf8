import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CommsNotification } from 'graph-call-testkit'
import type { Tenant } from 'graph-call-testkit/tenant'
import { send } from '../send.ts'

export const appId = '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11'
const type = (name: string) => `#microsoft.graph.${name}`

/** Sends a request for a call, as a bot does. */
export function post(tenant: Tenant, path: string, body: object = {}): Promise<Response> {
  return send(tenant, `/v1.0/communications/calls${path}`, { method: 'POST', body: JSON.stringify(body) })
}

/** Creates a call to a person. */
export async function callPerson(
  tenant: Tenant,
  user: object,
  callbackUri: string,
  more: object = {},
): Promise<string> {
  const response = await post(tenant, '', {
    '@odata.type': type('call'),
    callbackUri,
    targets: [
      {
        '@odata.type': type('invitationParticipantInfo'),
        identity: { '@odata.type': type('identitySet'), user },
      },
    ],
    requestedModalities: ['audio'],
    mediaConfig: { '@odata.type': type('serviceHostedMediaConfig') },
    ...more,
  })
  const { id } = await response.json()
  return id
}

/** Bot that answers each call, and does what a test adds. */
export interface TestBot extends AsyncDisposable {
  readonly callbackUri: string
  /** Notifications, oldest first. */
  readonly received: CommsNotification[]
}

/** Starts a bot that answers each call. `onNotification` runs after the bot has responded. */
export async function startBot(
  tenant: Tenant,
  onNotification: (change: CommsNotification, callId: string) => unknown = () => {},
): Promise<TestBot> {
  const received: CommsNotification[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    response.writeHead(202).end()
    for (const change of JSON.parse(text).value) {
      received.push(change)
      const callId = change.resourceUrl.split('/')[3]
      if (change.resourceData.state === 'incoming') {
        await post(tenant, `/${callId}/answer`, {
          callbackUri,
          acceptedModalities: ['audio'],
          mediaConfig: { '@odata.type': type('serviceHostedMediaConfig') },
        })
      }
      await onNotification(change, callId)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port }: AddressInfo = Object(server.address())
  const callbackUri = `http://127.0.0.1:${port}/api/calls`
  return {
    callbackUri,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
