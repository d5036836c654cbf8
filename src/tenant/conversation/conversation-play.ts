import type { BotAct, Conversation, PersonAct } from '../../builder/conversation/conversation-acts.ts'
import { isJsonObject } from '../../model/json.ts'
import { loopbackFetch, urlOf } from '../hosts/loopback-fetch.ts'
import type { NotificationSender } from '../notifications/notification-sender.ts'
import type { Person } from '../people/person.ts'
import type { Tenant } from '../tenant.ts'
import { ConversationError } from './conversation-error.ts'
import type { PlayOptions } from './play-options.ts'
import { headersOfTranscript, type Transcript, type TranscriptEntry } from './transcript.ts'

/** App of the bot. */
const appId = '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11'
/** URL of the bot if it receives notifications in process. */
const inProcess = 'http://127.0.0.1:3978/api/calls'
/** Time after the last act in which a call ends, in milliseconds. */
const afterEnd = 1_000

/** A conversation that is being played. */
export class ConversationPlay {
  #tenant: Tenant
  readonly #conversation: Conversation
  readonly #options: PlayOptions
  readonly #entries: TranscriptEntry[] = []
  /** Values of the placeholders. */
  readonly #ids = new Map<string, string>()
  #sender: NotificationSender
  #index = 0

  constructor(tenant: Tenant, conversation: Conversation, options: PlayOptions) {
    this.#tenant = tenant
    this.#conversation = conversation
    this.#options = options
    this.#sender = this.#receive()
    this.#ids.set('callbackUri', this.#callbackUri)
    const { isRecorder = false } = conversation
    tenant.registerBot({ appId, callbackUri: this.#callbackUri, isRecorder })
    for (const { name, id } of conversation.people) tenant.person(name, { answers: false, id })
  }

  get transcript(): Transcript {
    return { callId: this.#id('callId'), entries: this.#entries }
  }

  /** Plays an act, and waits until the bot has received what follows. */
  async act(index: number, act: BotAct | PersonAct): Promise<void> {
    this.#index = index
    this.#continueWith(await this.#options.beforeAct?.(index, this.transcript))
    await this.#wait(act.after)
    if (act.by === 'bot') await this.#request(act)
    else await this.#let(act)
    await this.#tenant.settled()
  }

  /** Waits until the call has ended. */
  async end(): Promise<void> {
    this.#index = this.#conversation.acts.length
    this.#continueWith(await this.#options.beforeAct?.(this.#index, this.transcript))
    await this.#wait(afterEnd)
  }

  stop(): void {
    this.#sender.stop()
  }

  get #callbackUri(): string {
    return this.#options.callbackUri ?? inProcess
  }

  #id(name: string): string {
    return this.#ids.get(name) ?? ''
  }

  #continueWith(tenant: Tenant | undefined): void {
    if (!tenant || tenant === this.#tenant) return
    this.#sender.stop()
    this.#tenant = tenant
    this.#sender = this.#receive()
  }

  async #wait(milliseconds: number): Promise<void> {
    this.#tenant.clock.advance(milliseconds)
    await this.#tenant.settled()
  }

  /** Receives the notifications of the tenant. Without a server, the bot responds with 202. */
  #receive(): NotificationSender {
    const { callbackUri } = this.#options
    return this.#tenant.notify({
      fetch: async (input, init) => {
        const headers = headersOfTranscript(new Headers(init?.headers))
        this.#entries.push({ kind: 'notification', act: this.#index, headers, body: String(init?.body) })
        if (callbackUri === undefined) return new Response(null, { status: 202 })
        return loopbackFetch(urlOf(input), init)
      },
    })
  }

  async #request(act: BotAct): Promise<void> {
    const { participant, path, method, action, body } = act
    if (participant !== undefined) await this.#findParticipant(participant)
    if (path.includes('{sessionId}')) await this.#findSession()
    const target = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(this.#id(name)))
    const received = await this.#send(action, method, target, body && this.#filled(body))
    if (!isJsonObject(received)) return
    if (action === 'createCall') {
      // The second call of the bot is one to the target of a transfer.
      this.#ids.set(this.#ids.has('callId') ? 'otherCallId' : 'callId', String(received['id']))
    }
    if (action === 'createAudioRoutingGroup') this.#ids.set('groupId', String(received['id']))
  }

  #filled(body: object): string {
    return JSON.stringify(body, (_key, value: unknown) =>
      typeof value === 'string' && /^\{\w+\}$/.test(value)
        ? (this.#ids.get(value.slice(1, -1)) ?? value)
        : value,
    )
  }

  /** Looks up the id of a person in the roster, as a bot does. */
  async #findParticipant(name: string): Promise<void> {
    const person = this.#conversation.people.find((each) => each.name === name)
    const found = (await this.#list('listParticipants', 'participants')).find(({ info }) =>
      JSON.stringify(info ?? {}).includes(JSON.stringify(person?.id)),
    )
    this.#ids.set('participantId', String(found?.['id'] ?? ''))
  }

  async #findSession(): Promise<void> {
    const [first] = await this.#list('listContentSharingSessions', 'contentSharingSessions')
    this.#ids.set('sessionId', String(first?.['id'] ?? ''))
  }

  async #list(action: string, name: string) {
    const callId = encodeURIComponent(this.#id('callId'))
    const received = await this.#send(action, 'GET', `/v1.0/communications/calls/${callId}/${name}`)
    const { value } = isJsonObject(received) ? received : {}
    return (Array.isArray(value) ? value : []).filter(isJsonObject)
  }

  /** @throws ConversationError if the response is an error */
  async #send(action: string, method: string, path: string, body?: string): Promise<unknown> {
    const { url, token = 'any' } = this.#options
    const init = {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    }
    // What follows from a request comes after its response, also if it arrives earlier.
    const position = this.#entries.length
    const response =
      url === undefined
        ? await this.#tenant.fetch(new Request(`https://graph.microsoft.com${path}`, init))
        : await loopbackFetch(`${url}${path}`, init)
    const text = await response.text()
    const entry = {
      kind: 'response',
      act: this.#index,
      action,
      method,
      path,
      status: response.status,
      headers: headersOfTranscript(response.headers),
      body: text,
    } as const
    this.#entries.splice(position, 0, entry)
    if (response.status >= 400) throw new ConversationError(entry)
    return text === '' ? undefined : JSON.parse(text)
  }

  async #let(act: PersonAct): Promise<void> {
    const { person: name, does, keys = '', seconds = 0, to = '' } = act
    const person: Person = this.#tenant.person(name)
    switch (does) {
      case 'calls': {
        const bot = {
          appId,
          callbackUri: this.#callbackUri,
          tenantId: '',
          displayName: '',
          isRecorder: this.#conversation.isRecorder ?? false,
        }
        this.#ids.set('callId', (await person.calls(bot)).id)
        return
      }
      case 'presses':
        return person.presses(keys)
      case 'speaks':
        return person.speaks({ seconds })
      case 'joins':
        return person.joins(this.#tenant.call(this.#id('callId')))
      case 'transfers':
        return person.transfers({ name: to })
      default:
        await person[does]()
    }
  }
}
