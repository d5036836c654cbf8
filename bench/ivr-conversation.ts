import { createTenant, graphFetch, type Person, type Tenant } from 'graph-call-testkit/tenant'

const appId = '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11'
const personName = 'Mira Holm'
const callbackUri = 'http://127.0.0.1:3978/api/calls'
const calls = 'https://graph.microsoft.com/v1.0/communications/calls'
const headers = { Authorization: 'Bearer any', 'Content-Type': 'application/json' }
const type = (name: string) => `#microsoft.graph.${name}`

const call = {
  '@odata.type': type('call'),
  callbackUri,
  requestedModalities: ['audio'],
  mediaConfig: { '@odata.type': type('serviceHostedMediaConfig') },
  targets: [
    {
      '@odata.type': type('invitationParticipantInfo'),
      identity: {
        '@odata.type': type('identitySet'),
        user: { '@odata.type': type('identity'), displayName: personName },
      },
    },
  ],
}
const prompts = [
  {
    '@odata.type': type('mediaPrompt'),
    mediaInfo: { '@odata.type': type('mediaInfo'), uri: 'https://bot.contoso.com/menu.wav' },
  },
]

/** Bot in process that has whole conversations with a person, and counts what it sends and receives. */
export class IvrConversations {
  readonly tenant: Tenant
  readonly #fetch: typeof fetch
  readonly #person: Person
  requests = 0
  notifications = 0

  constructor() {
    this.tenant = createTenant({
      clock: 'manual',
      notifications: {
        fetch: async () => {
          this.notifications++
          return new Response(null, { status: 202 })
        },
      },
    })
    this.#fetch = graphFetch(this.tenant)
    this.tenant.registerBot({ appId, callbackUri })
    this.#person = this.tenant.person(personName)
  }

  /** Creates a call, plays a menu, hears a key, records, and hangs up: 9 requests and 8 notifications. */
  async run(): Promise<void> {
    const { clock } = this.tenant
    const created: { readonly id: string } = JSON.parse(await this.#send('POST', '', call))
    const path = `/${created.id}`
    // Rings, is answered, and the media starts: two notifications after the first one.
    clock.advance(3_000)
    await this.#send('POST', `${path}/subscribeToTone`, { clientContext: 'tones' })
    await this.#send('POST', `${path}/playPrompt`, { clientContext: 'menu', prompts })
    clock.advance(2_000)
    await this.#person.presses('1')
    await this.#send('POST', `${path}/recordResponse`, { playBeep: false, maxRecordDurationInSeconds: 5 })
    clock.advance(0)
    await this.#person.speaks({ seconds: 9 })
    clock.advance(5_000)
    await this.#send('GET', path)
    await this.#send('POST', `${path}/keepAlive`, {})
    await this.#send('GET', `${path}/operations`)
    await this.#send('GET', path)
    await this.#send('DELETE', path)
    await this.tenant.settled()
  }

  async #send(method: string, path: string, body?: object): Promise<string> {
    this.requests++
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const response = await this.#fetch(calls + path, init)
    if (!response.ok) throw new Error(`${method} ${path} got ${response.status}.`)
    return response.text()
  }
}
