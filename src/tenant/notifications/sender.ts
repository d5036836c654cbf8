import { withoutNames } from '../../model/metadata-version.ts'
import { notificationIssuers } from '../../model/sign-in.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { checkedAmount, checkedKey } from '../checked-values.ts'
import { checkedTime } from '../faults/latency.ts'
import { checkedHosts } from '../hosts/hostname.ts'
import { loopbackFetch } from '../hosts/loopback-fetch.ts'
import { tokenFaults } from '../identity/notification-token.ts'
import { type DeliveryResult, lost, stopped, timedOut } from './callback.ts'
import type { Sending } from './delivery-queue.ts'
import { envelopeOf, type NotificationForm, notificationForms } from './envelope.ts'
import { headersOf } from './notification-headers.ts'
import type { NotificationDelivery, NotifyOptions } from './notification-sender.ts'
import type { NotifierParts } from './notifier-parts.ts'
import type { PendingNotification } from './pending.ts'
import { type NotificationRequest, type PostResult, postNotification } from './post.ts'

/** Number of deliveries that are kept. */
const limit = 1_000

/**
 * Sends requests to bots and records their results. Timeouts use `setTimeout` and not the tenant's `sleep`: a test that
 * replaces `sleep` to skip latency would leave bots no time to respond.
 */
export class Sender {
  readonly #parts: NotifierParts
  readonly #options: NotifyOptions
  readonly #form: NotificationForm
  readonly #hosts: ReadonlySet<string>
  readonly #timeout: number
  readonly #repeats: number
  readonly #deliveries: NotificationDelivery[] = []
  readonly #stop = new AbortController()
  /** Functions that abort the requests in progress. */
  readonly #aborts = new Set<() => void>()

  /** @throws TypeError if an option is not valid */
  constructor(parts: NotifierParts, options: NotifyOptions) {
    this.#parts = parts
    this.#options = options
    this.#form = checkedKey('form', notificationForms, options.form ?? 'reported')
    const { token, issuer } = options
    if (token !== undefined) checkedKey('token', tokenFaults, token)
    if (issuer !== undefined && !notificationIssuers.includes(issuer)) {
      throw invalidValue('issuer', issuer, `one of ${notificationIssuers.join(', ')}`)
    }
    this.#hosts = checkedHosts('hosts', options.hosts ?? [], 'bot.contoso.com')
    this.#timeout = checkedTime('timeout', options.timeout ?? 10_000)
    this.#repeats = checkedAmount('repeats', options.repeats ?? 1)
  }

  get deliveries(): readonly NotificationDelivery[] {
    return [...this.#deliveries]
  }

  get isStopped(): boolean {
    return this.#stop.signal.aborted
  }

  /** Stops sending, and aborts the requests in progress. */
  stop(): void {
    this.#stop.abort()
    for (const abort of this.#aborts) abort()
  }

  /**
   * Sends notifications of one call in one request. Sends them again if the bot returns a 5xx or does not respond in time, as
   * a header of real traffic suggests. Never rejects.
   */
  async send(batch: readonly PendingNotification[], { isCurrent, onSent }: Sending): Promise<void> {
    const [first] = batch
    if (!first || this.isStopped) return
    const envelope = envelopeOf(
      batch.map(({ event }) => event),
      this.#form,
    )
    const { absent } = this.#parts
    const body = JSON.stringify(
      absent.size === 0 || first.event.isSkype
        ? envelope
        : withoutNames(envelope, 'commsNotifications', absent),
    )
    let originalMessageId: string | undefined
    for (let attempt = 0; attempt <= this.#repeats && !this.isStopped; attempt++) {
      const messageId = attempt === 0 ? first.messageId : this.#parts.ids.next('message')
      const time = this.#parts.clock.now()
      const token = first.appId === undefined ? undefined : await this.#tokenFor(first.appId)
      const request = { body, headers: headersOf({ ...first, messageId }, token, originalMessageId) }
      const posted = await this.#limited((aborted) => this.#post(first, request, aborted))
      const isRepeated = attempt < this.#repeats && isWorthRepeating(posted.result) && !this.isStopped
      this.#record(batch, posted, time, { isRepeated, isCurrent: isCurrent() })
      originalMessageId ??= messageId
      if (!isRepeated) return onSent()
    }
  }

  /** Records a notification that is not sent. */
  recordLost(pending: PendingNotification): void {
    this.#record([pending], { result: lost, url: undefined }, this.#parts.clock.now(), {
      isRepeated: false,
      isCurrent: true,
    })
  }

  #tokenFor(appId: string): Promise<string | undefined> {
    const { token, issuer } = this.#options
    return this.#parts.signer.sign(appId, token, issuer)
  }

  #post(
    { event }: PendingNotification,
    request: NotificationRequest,
    aborted: AbortController,
  ): Promise<PostResult> {
    const poster = { hosts: this.#hosts, fetch: this.#options.fetch ?? loopbackFetch }
    return postNotification(poster, event.callbackUri, request, event.readsResponse ?? false, aborted)
  }

  #record(
    batch: readonly PendingNotification[],
    { result, url, responseBody }: PostResult,
    time: number,
    { isRepeated, isCurrent }: { readonly isRepeated: boolean; readonly isCurrent: boolean },
  ): void {
    for (const { event, messageId } of batch) {
      const { callId, state, changeType, path } = event
      this.#deliveries.push({ time, callId, state, changeType, path, url, ...result })
      if (this.#deliveries.length > limit) this.#deliveries.shift()
      if (isCurrent) this.#parts.feed.delivered({ event, messageId, result, url, responseBody, isRepeated })
    }
    this.#parts.clock.touch()
  }

  /** Returns at the timeout and at the stop even if a custom `fetch` ignores the signal and never settles. */
  #limited(run: (aborted: AbortController) => Promise<PostResult>): Promise<PostResult> {
    const aborted = new AbortController()
    return new Promise((resolve, reject) => {
      const end = (posted: PostResult) => {
        forget()
        resolve(posted)
      }
      const abortWith = (result: DeliveryResult) => {
        end({ result, url: undefined })
        aborted.abort()
      }
      const abort = () => abortWith(stopped)
      const timer = setTimeout(() => abortWith(timedOut), this.#timeout)
      const forget = () => {
        clearTimeout(timer)
        this.#aborts.delete(abort)
      }
      this.#aborts.add(abort)
      run(aborted).then(end, reject).finally(forget)
    })
  }
}

/** True for a 5xx, and for a bot that did not respond. No source documents it. */
function isWorthRepeating(result: DeliveryResult): boolean {
  return 'status' in result ? result.status >= 500 : result.error.reason === 'timeout'
}
