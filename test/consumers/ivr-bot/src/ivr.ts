import type { Client } from '@microsoft/microsoft-graph-client'
import type { Config } from './config.ts'
import type { Notification } from './notification.ts'

const type = (name: string) => `#microsoft.graph.${name}`

/** Call that the bot takes part in. */
export interface IvrCall {
  readonly id: string
  state: 'answering' | 'menu' | 'recording' | 'transferring' | 'meeting' | 'ended'
  /** Messages that callers left. */
  readonly messages: Uint8Array[]
  /** Display names of the participants of a meeting. */
  participants: string[]
}

/**
 * Menu on the phone. A caller who presses 1 leaves a message and is then transferred to an operator, and a caller who presses
 * 9 is hung up on. In a meeting, the bot stays until it is alone.
 */
export class Ivr {
  readonly calls = new Map<string, IvrCall>()
  readonly #graph: Client
  readonly #config: Config

  constructor(graph: Client, config: Config) {
    this.#graph = graph
    this.#config = config
  }

  async onNotification({ callId, changeType, resource, data }: Notification): Promise<void> {
    if (resource === 'participants') return this.#onRoster(callId, data)
    if (resource === 'operations') return this.#onOperation(callId, data)
    if (resource !== 'call') return
    if (changeType === 'deleted') return this.#end(callId)
    if (data.state === 'incoming') return this.#answer(callId)
    if (data.toneInfo) return this.#onTone(callId, data.toneInfo.tone)
    if (data.state === 'established') return this.#onEstablished(callId)
  }

  /** Joins a meeting by its chat and its organizer. */
  async join(meeting: { threadId: string; organizerId: string; tenantId: string }): Promise<string> {
    const { id } = await this.#graph.api('/communications/calls').post({
      '@odata.type': type('call'),
      callbackUri: `${this.#config.botUrl}/api/calls`,
      requestedModalities: ['audio'],
      mediaConfig: { '@odata.type': type('serviceHostedMediaConfig') },
      chatInfo: { '@odata.type': type('chatInfo'), threadId: meeting.threadId, messageId: '0' },
      meetingInfo: {
        '@odata.type': type('organizerMeetingInfo'),
        organizer: {
          '@odata.type': type('identitySet'),
          user: { '@odata.type': type('identity'), id: meeting.organizerId, tenantId: meeting.tenantId },
        },
      },
      tenantId: meeting.tenantId,
    })
    this.calls.set(id, { id, state: 'meeting', messages: [], participants: [] })
    return id
  }

  async #answer(callId: string): Promise<void> {
    this.calls.set(callId, { id: callId, state: 'answering', messages: [], participants: [] })
    await this.#post(callId, 'answer', {
      callbackUri: `${this.#config.botUrl}/api/calls`,
      acceptedModalities: ['audio'],
      mediaConfig: {
        '@odata.type': type('serviceHostedMediaConfig'),
        preFetchMedia: [{ uri: `${this.#config.botUrl}/audio/menu.wav`, resourceId: 'menu' }],
      },
    })
  }

  /** `established` comes several times, with more properties each time. */
  async #onEstablished(callId: string): Promise<void> {
    const call = this.calls.get(callId)
    if (call?.state !== 'answering') return
    call.state = 'menu'
    await this.#post(callId, 'subscribeToTone', { clientContext: callId })
    await this.#play(callId, 'menu')
  }

  async #onTone(callId: string, tone: string): Promise<void> {
    const call = this.calls.get(callId)
    if (call?.state !== 'menu') return
    if (tone === 'tone9') return this.#hangUp(callId)
    if (tone !== 'tone1') return this.#play(callId, 'menu')
    call.state = 'recording'
    await this.#post(callId, 'recordResponse', {
      bargeInAllowed: true,
      clientContext: 'message',
      prompts: [this.#prompt('leave-a-message')],
      maxRecordDurationInSeconds: 60,
      initialSilenceTimeoutInSeconds: 5,
      maxSilenceTimeoutInSeconds: 2,
      playBeep: true,
      stopTones: ['#'],
    })
  }

  async #onOperation(callId: string, operation: Notification['data']): Promise<void> {
    const call = this.calls.get(callId)
    if (operation['@odata.type'] !== type('recordOperation') || call?.state !== 'recording') return
    if (operation.status === 'failed') return this.#hangUp(callId)
    const recording = await fetch(operation.recordingLocation, {
      headers: { Authorization: `Bearer ${operation.recordingAccessToken}` },
    })
    call.messages.push(new Uint8Array(await recording.arrayBuffer()))
    call.state = 'transferring'
    await this.#post(callId, 'transfer', {
      transferTarget: {
        '@odata.type': type('invitationParticipantInfo'),
        endpointType: 'default',
        identity: {
          '@odata.type': type('identitySet'),
          user: { '@odata.type': type('identity'), id: this.#config.operatorId },
        },
      },
    })
  }

  async #onRoster(callId: string, roster: Notification['data']): Promise<void> {
    const call = this.calls.get(callId)
    if (!call || !Array.isArray(roster)) return
    call.participants = roster.flatMap(({ info }) => info.identity.user?.displayName ?? [])
  }

  #end(callId: string): void {
    const call = this.calls.get(callId)
    if (call) call.state = 'ended'
  }

  #hangUp(callId: string): Promise<void> {
    return this.#graph.api(`/communications/calls/${callId}`).delete()
  }

  #play(callId: string, name: string): Promise<void> {
    return this.#post(callId, 'playPrompt', { clientContext: name, prompts: [this.#prompt(name)] })
  }

  #prompt(name: string) {
    return {
      '@odata.type': type('mediaPrompt'),
      mediaInfo: {
        '@odata.type': type('mediaInfo'),
        uri: `${this.#config.botUrl}/audio/${name}.wav`,
        resourceId: name,
      },
    }
  }

  #post(callId: string, action: string, body: object): Promise<void> {
    return this.#graph.api(`/communications/calls/${callId}/${action}`).post(body)
  }
}
