/// <reference lib="esnext.disposable" preserve="true" />

import type { OptionKinds } from '../../model/known-options.ts'
import type { CallState, ChangeType } from '../../model/types.generated.ts'
import type { DeliveryResult } from './callback.ts'

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
  /** Number of times that each notification is sent. Defaults to 1. */
  readonly copies?: number | undefined
  /** Swaps every two notifications of a call: sends the second one before the first. Defaults to false. */
  readonly outOfOrder?: boolean | undefined
  /** Time that a receiver has to respond, in milliseconds. Defaults to 10,000. */
  readonly timeout?: number | undefined
  /**
   * Sends the notifications. Defaults to the current global `fetch`, so you can replace it later. By default, requests to
   * loopback do not use a proxy.
   */
  readonly fetch?: typeof globalThis.fetch | undefined
}

export const notifyOptionKinds: OptionKinds<NotifyOptions> = {
  callId: 'text',
  hosts: 'list',
  copies: 'checked',
  outOfOrder: 'boolean',
  timeout: 'checked',
  fetch: 'function',
}

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
