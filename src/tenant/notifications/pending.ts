import { isJsonObject } from '../../model/json.ts'
import type { CallState, ChangeType } from '../../model/types.generated.ts'
import { readState } from '../calls/saved-state.ts'
import type { SavedValue } from '../saved-value.ts'
import type { CallEvent } from './feed.ts'

/** Notification that is waiting to be sent. It is plain data, so that a snapshot contains it. */
export interface PendingNotification {
  readonly event: CallEvent
  /** `X-Microsoft-Skype-Message-ID`. */
  readonly messageId: string
  /** `callChainId` of the call. */
  readonly chainId?: string | undefined
  /** `Scenario-Id` that the bot sent when it created the call. */
  readonly scenarioId?: string | undefined
  /** Id of the app of the bot, the audience of the token. Without it, the request has no token. */
  readonly appId?: string | undefined
}

const changeTypes: readonly ChangeType[] = ['created', 'updated', 'deleted']

/** Reads a pending notification in a snapshot. */
export function readPending(saved: SavedValue): PendingNotification {
  saved.object('event', 'messageId', 'chainId', 'scenarioId', 'appId')
  const text = (value: SavedValue) => value.text()
  const chainId = saved.optional('chainId', text)
  const scenarioId = saved.optional('scenarioId', text)
  const appId = saved.optional('appId', text)
  return {
    event: readEvent(saved.at('event')),
    messageId: saved.at('messageId').text(),
    ...(chainId !== undefined && { chainId }),
    ...(scenarioId !== undefined && { scenarioId }),
    ...(appId !== undefined && { appId }),
  }
}

function readEvent(saved: SavedValue): CallEvent {
  saved.object('callId', 'callbackUri', 'state', 'changeType', 'path', 'data', 'readsResponse', 'isSkype')
  const readsResponse = saved.optional('readsResponse', (value) => value.value === true || value.fail('true'))
  const isSkype = saved.optional('isSkype', (value) => value.value === true || value.fail('true'))
  const state: CallState | undefined = saved.optional('state', readState)
  const callbackUri = saved.at('callbackUri')
  const data = saved.at('data')
  return {
    callId: saved.at('callId').text(),
    callbackUri:
      callbackUri.value === null ? null : callbackUri.value === undefined ? undefined : callbackUri.text(),
    state,
    changeType: saved.at('changeType').oneOf(changeTypes),
    path: saved.at('path').text(),
    ...(readsResponse && { readsResponse }),
    ...(isSkype && { isSkype }),
    data: Array.isArray(data.value) ? data.items().map(readObject) : readObject(data),
  }
}

function readObject(saved: SavedValue) {
  return isJsonObject(saved.value) ? saved.value : saved.fail('an object')
}
