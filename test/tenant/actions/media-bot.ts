import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { createTenant, type Tenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { onTestFinished } from 'vitest'

// biome-ignore lint/suspicious/noExplicitAny: The tests look at JSON of any kind.
export type Json = any

export const callId = '0ca11000-0000-4000-8000-0000000000aa'
export const headers = { Authorization: 'Bearer any', 'Content-Type': 'application/json' }

/** Ways in which the bot sends its requests. */
export const hosts = ['in process', 'over a port'] as const

/** Responds to the request for a file. */
export type File = (request: IncomingMessage, response: ServerResponse) => unknown

export interface MediaBot {
  readonly tenant: Tenant
  /** URL of the bot's own server. */
  readonly url: string
  /** `value` of each notification, in the order in which they arrived. */
  readonly received: readonly Json[]
  /** Paths of the files that were requested. */
  readonly requested: readonly string[]
  /** Sends a request to the tenant. Takes a path of the tenant, or a complete URL of it. */
  send(method: string, path: string, body?: object, token?: string): Promise<Response>
  /** Posts an action on the call. */
  act(
    name: string,
    body?: object,
  ): Promise<{ status: number; location: string | null; body: Json; assumed: boolean }>
  /** Returns the expected `Location` of an operation, at the address of the tenant. */
  location(operationId: string): string
  /** Plays prompts with these URIs, and returns the id of the operation. */
  play(...uris: readonly string[]): Promise<string>
  /** Moves the clock after everything that is pending, and waits for what follows. */
  pass(seconds: number): Promise<void>
}

/** Starts a bot in an established call: a server on loopback that receives notifications and has files. */
export async function mediaBot(
  host: (typeof hosts)[number] = 'in process',
  options: TenantOptions = {},
  files: Readonly<Record<string, File | Buffer<ArrayBuffer>>> = {},
): Promise<MediaBot> {
  const received: Json[] = []
  const requested: string[] = []
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      requested.push(request.url ?? '')
      const file = files[request.url ?? '']
      if (typeof file === 'function') return file(request, response)
      return file ? response.end(file) : response.writeHead(404).end()
    }
    const text = (await request.setEncoding('utf8').toArray()).join('')
    commsNotificationsSchema.parse(JSON.parse(text))
    received.push(...JSON.parse(text).value)
    return response.writeHead(202).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('Expected a port.')
  const url = `http://127.0.0.1:${address.port}`
  const tenant = createTenant({ clock: 'manual', ...options })
  const listening = host === 'over a port' ? await tenant.listen() : undefined
  onTestFinished(async () => {
    await listening?.close()
    server.closeAllConnections()
    server.close()
  })
  tenant.addCall({
    '@odata.type': '#microsoft.graph.call',
    id: callId,
    state: 'established',
    direction: 'outgoing',
    callbackUri: `${url}/api/calls`,
    callChainId: '0c4a1000-0000-4000-8000-0000000000aa',
    mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
  })
  const base = listening?.url ?? 'https://graph.microsoft.com'
  const send: MediaBot['send'] = (method, path, body, token = 'any') => {
    const init = {
      method,
      headers: { ...headers, Authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    }
    const target = new URL(path, base)
    return listening ? fetch(target, init) : tenant.fetch(new Request(target, init))
  }
  const act: MediaBot['act'] = async (name, body = {}) => {
    const response = await send('POST', `/v1.0/communications/calls/${callId}/${name}`, body)
    return {
      status: response.status,
      location: response.headers.get('location'),
      body: await response.json(),
      assumed: response.headers.has('x-testkit-assumption'),
    }
  }
  return {
    tenant,
    url,
    received,
    requested,
    send,
    act,
    location: (operationId) => `${base}/v1.0/communications/calls/${callId}/operations/${operationId}`,
    play: async (...uris) => (await act('playPrompt', { prompts: uris.map((uri) => prompt(uri)) })).body.id,
    async pass(seconds) {
      await tenant.settled()
      tenant.clock.advance({ seconds })
      await tenant.settled()
    },
  }
}

export function prompt(uri: string, resourceId?: string) {
  return {
    '@odata.type': '#microsoft.graph.mediaPrompt',
    mediaInfo: {
      '@odata.type': '#microsoft.graph.mediaInfo',
      uri,
      ...(resourceId !== undefined && { resourceId }),
    },
  }
}

/** Returns the notification of an operation that has ended. */
export const ended = (operationId: string, data: object) => ({
  '@odata.type': '#microsoft.graph.commsNotification',
  changeType: 'deleted',
  resource: `/app/calls/${callId}/operations/${operationId}`,
  resourceUrl: `/communications/calls/${callId}/operations/${operationId}`,
  resourceData: data,
})

export const resultInfo = (code: number, subcode: number, message: unknown) => ({
  '@odata.type': '#microsoft.graph.resultInfo',
  code,
  subcode,
  message,
})
