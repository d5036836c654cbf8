import { type MediaItem, type Prompt, readMediaItem, readPrompt } from '../media/media-item.ts'
import { type PersonIdentity, readIdentity } from '../people/identities.ts'
import type { SavedValue } from '../saved-value.ts'
import { uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { type CallKind, callKinds } from './call-kind.ts'

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
  /** Prompts and recordings that run or wait, in order. The first one runs. */
  readonly media: readonly MediaItem[]
  /** Kind of the call, if its JSON does not show it: an invitation turns a peer-to-peer call into a group call for good. */
  readonly kind?: CallKind | undefined
  /** Thread of the meeting that the bot has joined. All calls with the same thread have the same roster. */
  readonly meeting?: string | undefined
  /** Id of the participant that is on hold. */
  readonly onHold?: string | undefined
  /** Music for a participant on hold that is being fetched. */
  readonly holdMusic?: HoldMusic | undefined
  /** Call that a consultative transfer replaces. */
  readonly replacesCallId?: string | undefined
  /** Id of the participant of a group call that is being transferred. */
  readonly transfereeId?: string | undefined
  /** True until the bot has responded with 204 to an incoming call in the older format of Skype. */
  readonly skypeFirst?: true | undefined
  /** People who wait for a bot for policy-based recording, oldest first. */
  readonly joining?: readonly JoiningPerson[] | undefined
  /** Number of delta rosters that were sent. */
  readonly deltaRosters?: number | undefined
}

/** Music for a participant on hold, and the operation that waits for it. */
export interface HoldMusic {
  readonly operationId: string
  readonly prompts: readonly Prompt[]
}

/** Person who waits for the response of a bot for policy-based recording. */
export interface JoiningPerson {
  readonly participantId: string
  readonly person: PersonIdentity
}

const emptySession: CallSession = { hearsTones: false, tones: 0, media: [] }

/** Sessions of a tenant, by the id of their call. */
export class Sessions implements StatefulPart<readonly SavedSession[]> {
  #sessions = new Map<string, CallSession>()
  /** Ids of the calls in each meeting. */
  readonly #meetings = new Map<string, Set<string>>()

  has(callId: string): boolean {
    return this.#sessions.has(callId)
  }

  /** Returns the number of calls of an app. An empty id counts the calls of unknown apps. */
  countOf(appId: string): number {
    let count = 0
    for (const session of this.#sessions.values()) if ((session.appId ?? '') === appId) count++
    return count
  }

  /** Returns the session of a call. A call that a test added gets an empty one. */
  of(callId: string): CallSession {
    return this.#sessions.get(callId) ?? emptySession
  }

  /** Gives a call that a test has added a session, so that its bot is notified. */
  join(callId: string, appId: string | undefined): void {
    if (!this.has(callId)) this.update(callId, appId === undefined ? {} : { appId })
  }

  update(callId: string, changes: Partial<CallSession>): void {
    const session = { ...this.of(callId), ...changes }
    this.#sessions.set(callId, session)
    if (changes.meeting !== undefined) this.#join(callId, changes.meeting)
  }

  /** Returns the ids of the calls whose bots have joined a meeting. */
  inMeeting(thread: string): readonly string[] {
    return [...(this.#meetings.get(thread) ?? [])]
  }

  /** Returns the ids of all calls that have a session. */
  ids(): readonly string[] {
    return [...this.#sessions.keys()]
  }

  end(callId: string): void {
    const { meeting } = this.of(callId)
    this.#sessions.delete(callId)
    if (meeting === undefined) return
    const others = this.#meetings.get(meeting)
    others?.delete(callId)
    if (others?.size === 0) this.#meetings.delete(meeting)
  }

  save(): readonly SavedSession[] {
    return [...this.#sessions].map(([callId, session]) => ({ callId, ...session }))
  }

  prepare(saved: SavedValue): () => void {
    const unique = uniqueKeys()
    const sessions = new Map(
      saved.items().map((each) => {
        each.object(...savedProperties)
        return [unique(each.at('callId').text(), each.at('callId')), readSession(each)] as const
      }),
    )
    return () => {
      this.#sessions = sessions
      this.#meetings.clear()
      for (const [callId, { meeting }] of sessions) if (meeting !== undefined) this.#join(callId, meeting)
    }
  }

  clear(): void {
    this.#sessions = new Map()
    this.#meetings.clear()
  }

  #join(callId: string, thread: string): void {
    this.#meetings.set(thread, (this.#meetings.get(thread) ?? new Set<string>()).add(callId))
  }
}

/** Session in a snapshot. */
export interface SavedSession extends CallSession {
  readonly callId: string
}

const savedProperties = [
  'callId',
  'appId',
  'scenarioId',
  'kind',
  'meeting',
  'onHold',
  'holdMusic',
  'replacesCallId',
  'transfereeId',
  'deltaRosters',
  'skypeFirst',
  'joining',
  'hearsTones',
  'tones',
  'media',
] as const

function readSession(saved: SavedValue): CallSession {
  const text = (value: SavedValue) => value.text()
  const appId = saved.optional('appId', text)
  const scenarioId = saved.optional('scenarioId', text)
  return {
    ...(appId !== undefined && { appId }),
    ...(scenarioId !== undefined && { scenarioId }),
    hearsTones: saved.at('hearsTones').boolean(),
    ...groupPropertiesIn(saved),
    ...incomingPropertiesIn(saved),
    tones: saved.at('tones').integer(0),
    media: saved.at('media').items().map(readMediaItem),
  }
}

/** Reads what is left of the notifications of an incoming or a recorded call. */
function incomingPropertiesIn(saved: SavedValue): Partial<CallSession> {
  const skypeFirst = saved.optional('skypeFirst', (value) => value.value === true || value.fail('true'))
  const joining = saved.optional('joining', (value) => value.items().map(readJoining))
  return { ...(skypeFirst && { skypeFirst }), ...(joining && { joining }) }
}

function readJoining(saved: SavedValue): JoiningPerson {
  saved.object('participantId', 'person')
  return { participantId: saved.at('participantId').text(), person: readIdentity(saved.at('person')) }
}

function readHoldMusic(saved: SavedValue): HoldMusic {
  saved.object('operationId', 'prompts')
  return {
    operationId: saved.at('operationId').text(),
    prompts: saved.at('prompts').items().map(readPrompt),
  }
}

/** Reads what the participants of a call have changed. */
function groupPropertiesIn(saved: SavedValue): Partial<CallSession> {
  const texts = (['meeting', 'onHold', 'replacesCallId', 'transfereeId'] as const).flatMap((name) => {
    const text = saved.optional(name, (value) => value.text())
    return text === undefined ? [] : [[name, text] as const]
  })
  const holdMusic = saved.optional('holdMusic', readHoldMusic)
  const kind = saved.optional('kind', (value) => value.oneOf(callKinds))
  const deltaRosters = saved.optional('deltaRosters', (value) => value.integer(0))
  return {
    ...(kind && { kind }),
    ...Object.fromEntries(texts),
    ...(holdMusic && { holdMusic }),
    ...(deltaRosters !== undefined && { deltaRosters }),
  }
}
