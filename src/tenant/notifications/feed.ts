import type { JsonObject } from '../../model/json.ts'
import type { CallState, ChangeType } from '../../model/types.generated.ts'
import type { Ids } from '../calls/generated-ids.ts'
import type { DeliveryResult } from './callback.ts'

/** Change that the bot of a call is notified of. */
export interface CallEvent {
  readonly callId: string
  /** URL that the notification is sent to. */
  readonly callbackUri: string | null | undefined
  /** State of the call. */
  readonly state: CallState | undefined
  readonly changeType: ChangeType
  /** Path of the resource below the call, for example `/participants`. Empty for the call itself. */
  readonly path: string
  /** `resourceData`: the properties that changed, or the items of a list. */
  readonly data: JsonObject | readonly JsonObject[]
  /** True if the body of the bot's response counts. */
  readonly readsResponse?: true | undefined
  /** True for an incoming call in the older format of Skype: `data` is the whole body. */
  readonly isSkype?: true | undefined
}

/** True for the first notification of an incoming call, in either format. */
export function isIncoming({ changeType, path, state }: CallEvent): boolean {
  return changeType === 'created' && path === '' && state === 'incoming'
}

/** Response of a bot to a notification. */
export interface DeliveredEvent {
  readonly event: CallEvent
  /** Id of the notification. A notification that is sent again keeps it here. */
  readonly messageId: string
  readonly result: DeliveryResult
  /** URL of the bot without its secrets. */
  readonly url: string | undefined
  /** Body of the response if {@link CallEvent.readsResponse} is set. */
  readonly responseBody: string | undefined
  /** True if the notification is sent again, because of this result. */
  readonly isRepeated: boolean
}

type EventListener = (event: CallEvent, messageId: string) => void

/** Passes the changes of all calls on to those who send notifications. */
export class Feed {
  readonly #ids: Ids
  readonly #listeners = new Set<EventListener>()
  readonly #deliveryListeners = new Set<(delivered: DeliveredEvent) => void>()

  constructor(ids: Ids) {
    this.#ids = ids
  }

  /** @returns a function that removes the listener */
  listen(listener: EventListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Calls a function after each attempt to notify a bot. */
  onDelivered(listener: (delivered: DeliveredEvent) => void): void {
    this.#deliveryListeners.add(listener)
  }

  delivered(delivered: DeliveredEvent): void {
    for (const listener of this.#deliveryListeners) listener(delivered)
  }

  emit(event: CallEvent): void {
    const messageId = this.#ids.next('message')
    for (const listener of this.#listeners) listener(event, messageId)
  }
}
