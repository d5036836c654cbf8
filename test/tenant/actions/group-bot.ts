import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { createTenant, type TenantOptions } from 'graph-call-testkit/tenant'

// biome-ignore lint/suspicious/noExplicitAny: The tests look at JSON of any kind.
export type Json = any

export const callsPath = '/v1.0/communications/calls'
export const callbackUri = 'http://127.0.0.1:3978/api/calls'
export const tenantId = '7e4a0001-0000-4000-a000-000000000001'
/** Id of the application of the bot, which the request names as the source. */
export const appId = 'a9910001-0000-4000-a000-000000000001'

const user = (id: string, displayName: string) => ({
  '@odata.type': '#microsoft.graph.identitySet',
  user: { '@odata.type': '#microsoft.graph.identity', id, displayName },
})

export const alex = user('05e40001-0000-4000-a000-000000000001', 'Alex Example')
export const kim = user('05e40002-0000-4000-a000-000000000002', 'Kim Example')
export const robin = user('05e40003-0000-4000-a000-000000000003', 'Robin Example')

export const target = (identity: object, more: object = {}) => ({
  '@odata.type': '#microsoft.graph.invitationParticipantInfo',
  identity,
  ...more,
})

export const chatInfo = {
  '@odata.type': '#microsoft.graph.chatInfo',
  threadId: '19:meeting_Q29udG9zb0ludmVudGVkTWVldGluZ0lkMDAwMQ@thread.v2',
  messageId: '0',
}

export const organizerMeeting = {
  '@odata.type': '#microsoft.graph.organizerMeetingInfo' as const,
  organizer: robin,
}

export const mediaConfig = { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' as const }

const base = {
  '@odata.type': '#microsoft.graph.call',
  callbackUri,
  requestedModalities: ['audio'],
  mediaConfig,
  source: {
    '@odata.type': '#microsoft.graph.participantInfo',
    identity: {
      '@odata.type': '#microsoft.graph.identitySet',
      application: { '@odata.type': '#microsoft.graph.identity', id: appId, displayName: 'Contoso Call Bot' },
    },
  },
  tenantId,
}

/** Starts a bot whose notifications are collected, in a tenant whose clock the test moves. */
export function groupBot(options: TenantOptions = {}) {
  const received: Json[] = []
  const tenant = createTenant({
    clock: 'manual',
    notifications: {
      fetch: async (_url, init) => {
        const body = JSON.parse(String(init?.body))
        commsNotificationsSchema.parse(body)
        received.push(...body.value)
        return new Response(null, { status: 202 })
      },
    },
    ...options,
  })
  const send = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const request = new Request(`https://graph.microsoft.com${path}`, {
      method,
      headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
    const response = await tenant.fetch(request)
    const text = await response.text()
    const json: Json = text ? JSON.parse(text) : undefined
    return {
      status: response.status,
      location: response.headers.get('location'),
      isAssumed: response.headers.has('x-testkit-assumption'),
      body: json,
    }
  }
  /** Moves the clock, and returns the notifications that arrived since the last time. */
  const pass = async (seconds: number): Promise<Json[]> => {
    tenant.clock.advance({ seconds })
    await tenant.settled()
    return received.splice(0)
  }
  const create = async (properties: object): Promise<Json> => {
    const { body, status } = await send('POST', callsPath, { ...base, ...properties })
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body
  }
  return {
    tenant,
    send,
    pass,
    create,
    /** Sends an action on a call. */
    act: (callId: string, path: string, body: object = {}) =>
      send('POST', `${callsPath}/${callId}/${path}`, body),
    get: (callId: string, path: string) => send('GET', `${callsPath}/${callId}/${path}`),
    /** Joins a meeting, and waits until the bot has its first roster. */
    async join(properties: object = {}): Promise<Json> {
      const call = await create({ chatInfo, meetingInfo: organizerMeeting, ...properties })
      await pass(2)
      return call
    },
    /** Calls a person, who answers. */
    async call(identity: object = alex, properties: object = {}): Promise<Json> {
      const call = await create({ targets: [target(identity)], ...properties })
      await pass(5)
      return call
    },
    /** Invites people one after the other, and returns their participant ids. */
    async invite(callId: string, ...identities: readonly object[]): Promise<string[]> {
      const ids: string[] = []
      for (const identity of identities) {
        await send('POST', `${callsPath}/${callId}/participants/invite`, { participants: [target(identity)] })
        await pass(3)
        const { body } = await send('GET', `${callsPath}/${callId}/participants`)
        ids.push(body.value[0].id)
      }
      return ids
    },
  }
}

/** Returns a notification as the service sends it. */
export const notification = (changeType: string, callId: string, path: string, resourceData: unknown) => ({
  '@odata.type': '#microsoft.graph.commsNotification',
  changeType,
  resource: `/app/calls/${callId}${path}`,
  resourceUrl: `/communications/calls/${callId}${path}`,
  resourceData,
})

export const ofCall = (changeType: string, callId: string, data: object) =>
  notification(changeType, callId, '', { '@odata.type': '#microsoft.graph.call', ...data })

export const resultInfo = (code: number, subcode: number, message: unknown) => ({
  '@odata.type': '#microsoft.graph.resultInfo',
  code,
  subcode,
  message,
})

/** Returns the states of notifications of calls, and the resource of the others. */
export const summary = (notifications: readonly Json[]): readonly string[] =>
  notifications.map(({ resource, resourceData }) => resourceData.state ?? resource.split('/')[4])
