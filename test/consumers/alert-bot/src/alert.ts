const type = (name: string) => `#microsoft.graph.${name}`

/** Configuration of the bot. Only these values differ between Microsoft's service and a test. */
export interface Config {
  /** URL of this bot, without a path. */
  readonly botUrl: string
  readonly tenantId: string
  readonly getToken: () => Promise<string>
  /** Sends requests to Graph. Defaults to the global `fetch`. */
  readonly fetch?: typeof fetch
  /** `https://graph.microsoft.com`. */
  readonly graphUrl?: string
}

/** Outcome of an alert. */
export type Outcome = 'acknowledged' | 'heard' | 'no answer'

interface Alert {
  step: 'ringing' | 'playing' | 'confirming' | 'done'
  hasHeard: boolean
  readonly settle: (outcome: Outcome) => void
}

/** Calls people about an alert. They acknowledge it with the key 1. */
export class AlertBot {
  readonly #alerts = new Map<string, Alert>()
  /** Notifications that came before the response to the request that has created their call. */
  readonly #early = new Map<string, unknown[]>()
  readonly #config: Config

  constructor(config: Config) {
    this.#config = config
  }

  /** Calls a user. Resolves when the call has ended. */
  async alert(userId: string): Promise<Outcome> {
    const call = await this.#send('POST', '', {
      '@odata.type': type('call'),
      callbackUri: `${this.#config.botUrl}/api/calls`,
      targets: [
        {
          '@odata.type': type('invitationParticipantInfo'),
          identity: {
            '@odata.type': type('identitySet'),
            user: { '@odata.type': type('identity'), id: userId },
          },
        },
      ],
      requestedModalities: ['audio'],
      mediaConfig: { '@odata.type': type('serviceHostedMediaConfig') },
      tenantId: this.#config.tenantId,
    })
    return new Promise((resolve) => {
      this.#alerts.set(call.id, { step: 'ringing', hasHeard: false, settle: resolve })
      for (const early of this.#early.get(call.id) ?? []) void this.onNotification(early)
      this.#early.delete(call.id)
    })
  }

  /** Handles one item of a `commsNotifications` body. */
  // biome-ignore lint/suspicious/noExplicitAny: The bot reads JSON without a schema.
  async onNotification(notification: any): Promise<void> {
    const { changeType, resourceUrl, resourceData: data } = notification
    const [, , , callId = '', resource] = String(resourceUrl).split('/')
    const alert = this.#alerts.get(callId)
    if (!alert) {
      this.#early.set(callId, [...(this.#early.get(callId) ?? []), notification])
      return
    }
    if (resource === 'operations') return this.#onOperation(callId, alert, data)
    if (resource !== undefined) return
    if (changeType === 'deleted') return this.#onEnd(callId, alert)
    if (data.toneInfo?.tone === 'tone1') return this.#onAcknowledged(callId, alert)
    // Later notifications of the same state have more properties.
    if (data.state === 'established' && alert.step === 'ringing') {
      alert.step = 'playing'
      await this.#send('POST', `/${callId}/subscribeToTone`, { clientContext: 'keys' })
      await this.#play(callId, 'alert')
    }
  }

  async #onAcknowledged(callId: string, alert: Alert): Promise<void> {
    if (alert.step !== 'playing') return
    alert.step = 'confirming'
    await this.#send('POST', `/${callId}/cancelMediaProcessing`, { clientContext: 'acknowledged' })
    await this.#play(callId, 'confirmation')
  }

  // biome-ignore lint/suspicious/noExplicitAny: As above.
  async #onOperation(callId: string, alert: Alert, operation: any): Promise<void> {
    if (operation['@odata.type'] !== type('playPromptOperation')) return
    if (operation.clientContext === 'alert' && operation.status === 'completed') alert.hasHeard = true
    if (operation.clientContext === 'confirmation') await this.#send('DELETE', `/${callId}`)
  }

  #onEnd(callId: string, { step, hasHeard, settle }: Alert): void {
    this.#alerts.delete(callId)
    settle(step === 'confirming' ? 'acknowledged' : hasHeard ? 'heard' : 'no answer')
  }

  #play(callId: string, name: string) {
    const uri = `${this.#config.botUrl}/audio/${name}.wav`
    return this.#send('POST', `/${callId}/playPrompt`, {
      clientContext: name,
      prompts: [
        {
          '@odata.type': type('mediaPrompt'),
          mediaInfo: { '@odata.type': type('mediaInfo'), uri, resourceId: name },
        },
      ],
    })
  }

  async #send(method: string, path: string, body?: object) {
    const { graphUrl = 'https://graph.microsoft.com', getToken, fetch: send = fetch } = this.#config
    const response = await send(`${graphUrl}/v1.0/communications/calls${path}`, {
      method,
      headers: { Authorization: `Bearer ${await getToken()}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} returned ${response.status}: ${text}`)
    return text ? JSON.parse(text) : undefined
  }
}
