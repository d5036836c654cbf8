/** Id of the app of the bot. */
export const appId = '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11'

/** Media that the service hosts. */
export const mediaConfig = { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' }

/** Notification, as far as the bot reads it. */
interface Notification {
  readonly resourceUrl: string
  readonly resourceData: {
    readonly state?: string
    readonly mediaState?: object
    readonly toneInfo?: { readonly sequenceId: number }
  }
}

/** Bot that answers calls, subscribes to tones, and checks the order of its notifications. */
export class Bot {
  /** Number of notifications. */
  notifications = 0
  /** Number of calls whose media is active and whose tones the bot hears. */
  ready = 0
  /** Number of tones in each call. */
  readonly #tones = new Map<string, number>()
  readonly #baseUrl: string
  readonly #send: typeof fetch

  /** @param send - sends the requests of the bot */
  constructor(baseUrl: string, send: typeof fetch) {
    this.#baseUrl = baseUrl
    this.#send = send
  }

  get tones(): number {
    return [...this.#tones.values()].reduce((sum, count) => sum + count, 0)
  }

  /** @throws Error if a tone is missing or out of order, or the tenant returns an error */
  async receive(body: string): Promise<void> {
    const { value }: { readonly value: readonly Notification[] } = JSON.parse(body)
    for (const { resourceUrl, resourceData } of value) {
      this.notifications++
      const { state, mediaState, toneInfo } = resourceData
      if (state === 'incoming') {
        await this.post(`${resourceUrl}/answer`, { acceptedModalities: ['audio'], mediaConfig })
      }
      if (mediaState) {
        await this.post(`${resourceUrl}/subscribeToTone`, { clientContext: 'tones' })
        this.ready++
      }
      if (toneInfo) this.#hear(resourceUrl, toneInfo.sequenceId)
    }
  }

  /** Sends an action, and returns its response. */
  async post(path: string, body: object): Promise<string> {
    const response = await this.#send(`${this.#baseUrl}/v1.0${path}`, {
      method: 'POST',
      headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`POST ${path} got ${response.status}: ${text}`)
    return text
  }

  #hear(call: string, sequenceId: number): void {
    const next = (this.#tones.get(call) ?? 0) + 1
    if (sequenceId !== next) throw new Error(`${call}: expected tone ${next}, got tone ${sequenceId}.`)
    this.#tones.set(call, next)
  }
}

/** Throws if a number is not the expected one. */
export function expectCount(name: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`Expected ${expected} ${name}, found ${found}.`)
}
