/// <reference lib="esnext.disposable" preserve="true" />

import type { OptionKinds } from '../../model/known-options.ts'
import type { NotificationIssuer } from '../../model/sign-in.ts'
import type { CallState, ChangeType } from '../../model/types.generated.ts'
import type { Latency } from '../faults/latency.ts'
import type { TokenFault } from '../identity/notification-token.ts'
import type { DeliveryResult } from './callback.ts'
import type { NotificationForm } from './envelope.ts'

/**
 * Options of `tenant.notify`.
 *
 * @example
 * ```ts
 * const notifications = tenant.notify({ callId: id, hosts: ['bot.contoso.com'], copies: 2 })
 * ```
 */
export interface NotifyOptions {
  /** Sends notifications of this call only. Defaults to all calls. */
  readonly callId?: string | undefined
  /** Hosts, without ports, that may receive notifications in addition to loopback, for example `['bot.contoso.com']`. */
  readonly hosts?: readonly string[] | undefined
  /** Form of the notifications. Defaults to `'reported'`, the form of real traffic. */
  readonly form?: NotificationForm | undefined
  /** Delay of each notification, in milliseconds or as a distribution. Delays that differ change the order. Defaults to 0. */
  readonly delay?: Latency | undefined
  /** Share of notifications that are lost, from 0 to 1. Defaults to 0. */
  readonly loss?: number | undefined
  /** Share of notifications that are sent once more, from 0 to 1. Defaults to 0. */
  readonly duplicates?: number | undefined
  /** Seed of `loss` and `duplicates`. Defaults to 0. */
  readonly seed?: number | undefined
  /** Largest number of notifications of a call in one request. Defaults to 1, as in real traffic. */
  readonly batch?: number | undefined
  /**
   * Number of times that a notification is sent again if the bot returns a 5xx or does not respond. The header
   * `X-Microsoft-Skype-Original-Message-ID` then has the id of the first attempt. No source documents it. Defaults to 1.
   */
  readonly repeats?: number | undefined
  /** Fault of the tokens. Defaults to valid tokens. A notification has a token if the app of the bot is known. */
  readonly token?: TokenFault | undefined
  /** Issuer of the tokens. Defaults to `https://api.botframework.com`. */
  readonly issuer?: NotificationIssuer | undefined
  /** Number of times that each notification is sent. Defaults to 1. */
  readonly copies?: number | undefined
  /** Swaps every two notifications of a call: sends the second one before the first. Defaults to false. */
  readonly outOfOrder?: boolean | undefined
  /**
   * Sends the notifications of a call at the same time, each in a request of its own, so that `fetch` decides their order: for
   * example, with `fc.scheduler()`. Defaults to false: each one waits for the response to the one before.
   */
  readonly concurrent?: boolean | undefined
  /** Time that a receiver has to respond, in milliseconds. Defaults to 10,000. */
  readonly timeout?: number | undefined
  /**
   * Sends the notifications. Defaults to the current global `fetch`, so you can replace it later. By default, requests to
   * loopback do not use a proxy.
   */
  readonly fetch?: typeof globalThis.fetch | undefined
}

export const senderOptionKinds: OptionKinds<Omit<NotifyOptions, 'callId'>> = {
  hosts: 'list',
  form: 'text',
  delay: 'amount',
  loss: 'number',
  duplicates: 'number',
  seed: 'number',
  batch: 'number',
  repeats: 'number',
  token: 'text',
  issuer: 'text',
  copies: 'checked',
  outOfOrder: 'boolean',
  concurrent: 'boolean',
  timeout: 'checked',
  fetch: 'function',
}

export const notifyOptionKinds: OptionKinds<NotifyOptions> = { callId: 'text', ...senderOptionKinds }

/**
 * Delivery of a notification, with its result.
 *
 * @example
 * ```ts
 * const notifications = tenant.notify({ callId: id })
 * tenant.advance(id)
 * const [delivery] = await notifications.settled()
 * expect(delivery).toMatchObject({ state: 'established', changeType: 'updated', status: 202 })
 * ```
 */
export type NotificationDelivery = DeliveryResult & {
  /** Time at which the notification was sent, in milliseconds since 1970, by the tenant's clock. */
  readonly time: number
  /** Id of the call. */
  readonly callId: string
  /** Reported state of the call. Absent if the call has none. */
  readonly state: CallState | undefined
  /** Path of the resource below the call, for example `/participants`. Empty for the call itself. */
  readonly path: string
  /** `changeType` of the notification. */
  readonly changeType: ChangeType
  /** URL of the receiver, with `{secret}` in place of secrets. Absent if the call does not have a valid URL. */
  readonly url: string | undefined
}

/**
 * Sends notifications until it is stopped. You can destructure its functions.
 *
 * @example
 * ```ts
 * const { settled, stop } = tenant.notify()
 * tenant.advance(id)
 * expect(await settled()).toHaveLength(1)
 * stop()
 * ```
 */
export interface NotificationSender {
  /** Results of the newest 1,000 deliveries, in the order in which they ended. */
  readonly deliveries: readonly NotificationDelivery[]
  /** Sends delayed notifications and waits until every delivery has succeeded or failed. Returns `deliveries`. */
  settled(): Promise<readonly NotificationDelivery[]>
  /** Stops sending notifications, and aborts those that are being sent: their deliveries fail with the reason `'stopped'`. */
  stop(): void
  /** Waits and stops at the end of a block: `await using notifications = tenant.notify()`. */
  [Symbol.asyncDispose](): Promise<void>
}
