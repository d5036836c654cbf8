import type { SavedValue } from '../saved-value.ts'
import { uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'

/**
 * Call that a bot takes part in, with everything that the JSON of the call does not show. Calls that a test adds with
 * `addCall` have none until a bot acts on them.
 */
export interface CallSession {
  /** Id of the app of the bot, if known. */
  readonly appId?: string | undefined
  /** `Scenario-Id` that the bot sent when it created the call. */
  readonly scenarioId?: string | undefined
  /** True if the bot has subscribed to tones. */
  readonly hearsTones: boolean
  /** Number of the last tone. */
  readonly tones: number
  /** Ids of the prompts and recordings that run or wait, in order. The first one runs. */
  readonly media: readonly string[]
}

const emptySession: CallSession = { hearsTones: false, tones: 0, media: [] }

/** Sessions of a tenant, by the id of their call. */
export class Sessions implements StatefulPart<readonly SavedSession[]> {
  #sessions = new Map<string, CallSession>()

  has(callId: string): boolean {
    return this.#sessions.has(callId)
  }

  /** Returns the session of a call. A call that a test added gets an empty one. */
  of(callId: string): CallSession {
    return this.#sessions.get(callId) ?? emptySession
  }

  update(callId: string, changes: Partial<CallSession>): void {
    this.#sessions.set(callId, { ...this.of(callId), ...changes })
  }

  end(callId: string): void {
    this.#sessions.delete(callId)
  }

  save(): readonly SavedSession[] {
    return [...this.#sessions].map(([callId, session]) => ({ callId, ...session }))
  }

  prepare(saved: SavedValue): () => void {
    const unique = uniqueKeys()
    const sessions = new Map(
      saved.items().map((each) => {
        each.object('callId', 'appId', 'scenarioId', 'hearsTones', 'tones', 'media')
        return [unique(each.at('callId').text(), each.at('callId')), readSession(each)] as const
      }),
    )
    return () => {
      this.#sessions = sessions
    }
  }

  clear(): void {
    this.#sessions = new Map()
  }
}

/** Session in a snapshot. */
export interface SavedSession extends CallSession {
  readonly callId: string
}

function readSession(saved: SavedValue): CallSession {
  const text = (value: SavedValue) => value.text()
  const hearsTones = saved.at('hearsTones')
  const appId = saved.optional('appId', text)
  const scenarioId = saved.optional('scenarioId', text)
  return {
    ...(appId !== undefined && { appId }),
    ...(scenarioId !== undefined && { scenarioId }),
    hearsTones: hearsTones.value === true || (hearsTones.value !== false && hearsTones.fail('true or false')),
    tones: saved.at('tones').integer(0),
    media: saved.at('media').items().map(text),
  }
}
