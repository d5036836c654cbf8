import { once } from 'node:events'
import { createServer } from 'node:http'
import type { CommsNotification } from 'graph-call-testkit'
import type { Tenant } from 'graph-call-testkit/tenant'
import { onTestFinished } from 'vitest'
import { post } from './test-bot.ts'

/** Response of a bot to a notification. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
}

/**
 * Starts a bot that answers each call in the format of Graph, and keeps the bodies that it has received.
 *
 * @param replyTo - returns the response to a body, or undefined for 202
 */
export async function incomingBot(
  tenant: Tenant,
  replyTo: (
    body: Readonly<Record<string, unknown>>,
    changes: readonly CommsNotification[],
  ) => Reply | undefined,
  answer: object = {},
) {
  const bodies: Readonly<Record<string, unknown>>[] = []
  const changes: CommsNotification[] = []
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await request.setEncoding('utf8').toArray()).join(''))
    const own: readonly CommsNotification[] = body.value ?? []
    bodies.push(body)
    changes.push(...own)
    const { status, body: text } = replyTo(body, own) ?? { status: 202, body: undefined }
    response.writeHead(status).end(text === undefined ? undefined : JSON.stringify(text))
    for (const { resourceUrl, resourceData } of own) {
      const { state }: { state?: unknown } = Object(resourceData)
      if (state === 'incoming') {
        await post(tenant, `/${resourceUrl?.split('/')[3]}/answer`, {
          callbackUri,
          acceptedModalities: ['audio'],
          mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
          ...answer,
        })
      }
    }
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const callbackUri = `http://127.0.0.1:${port}/api/calls`
  return { callbackUri, bodies, changes }
}
