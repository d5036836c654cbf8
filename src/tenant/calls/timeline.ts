import type { CallState } from '../../model/types.generated.ts'
import type { CallEvent, DeliveredEvent } from '../notifications/feed.ts'
import { redirectHint } from '../notifications/post.ts'
import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { propertyNames, readEntry, resultText, type TimelineEntry } from './timeline-entry.ts'

/** Timeline of a call in a snapshot. */
export interface SavedTimeline {
  readonly callId: string
  readonly entries: readonly TimelineEntry[]
}

/** Number of entries that are kept for a call. */
const mostEntries = 1_000
/** Number of calls that have ended whose timelines are kept. */
const mostEnded = 1_000

interface Numbered {
  entry: TimelineEntry
  readonly number: number
}

/** Called after each new entry, and without one after a delivery. */
type TimelineListener = (callId: string, entry: TimelineEntry | undefined) => void

/** Everything that happened in the calls of bots, in order. */
export class Timeline implements StatefulPart<readonly SavedTimeline[]> {
  readonly #calls = new Map<string, Numbered[]>()
  /** Calls that have ended, oldest first. */
  readonly #ended = new Set<string>()
  /** Notifications by the id of the message. */
  readonly #messages = new Map<string, Numbered>()
  readonly #listeners = new Set<TimelineListener>()
  readonly #now: () => number
  #count = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** @returns a function that removes the listener */
  listen(listener: TimelineListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  has(callId: string): boolean {
    return this.#calls.has(callId)
  }

  /** Returns the entries of a call, oldest first. */
  of(callId: string): readonly TimelineEntry[] {
    return (this.#calls.get(callId) ?? []).map(({ entry }) => entry)
  }

  /** Returns the last state that the bot of a call was notified of. */
  stateOf(callId: string): CallState | undefined {
    const last = this.#calls
      .get(callId)
      ?.findLast(({ entry }) => entry.kind === 'notification' && entry.path === '')
    return last?.entry.kind === 'notification' ? last.entry.state : undefined
  }

  /** Returns the number for an entry that is added later, but happens now: a request, before its effects. */
  mark(): number {
    return this.#count++
  }

  add(callId: string, entry: TimelineEntry, number = this.#count++): void {
    const entries = this.#calls.get(callId) ?? []
    if (entries.length === 0) this.#calls.set(callId, entries)
    const numbered = { entry, number }
    const index = entries.findLastIndex((each) => each.number <= number) + 1
    if (index === entries.length) entries.push(numbered)
    else entries.splice(index, 0, numbered)
    if (entry.kind === 'notification') this.#messages.set(entry.messageId, numbered)
    if (entries.length > mostEntries) this.#forget(entries.shift())
    this.#tell(callId, entry)
  }

  addAct(callId: string, person: string, act: string): void {
    this.add(callId, { kind: 'person', time: this.#now(), person, act })
  }

  addOperation(callId: string, type: string, operationId: string, status: string): void {
    const operation = type.replace(/^#microsoft\.graph\.|Operation$/g, '')
    this.add(callId, { kind: 'operation', time: this.#now(), operation, operationId, status })
  }

  addNotification({ callId, changeType, path, state, data }: CallEvent, messageId: string): void {
    const result = resultText(data)
    this.add(callId, {
      kind: 'notification',
      time: this.#now(),
      messageId,
      changeType,
      path,
      ...(state !== undefined && { state }),
      ...(result !== undefined && { result }),
      properties: propertyNames(data),
      deliveries: [],
    })
    if (state === 'terminated') this.#end(callId)
  }

  /**
   * Adds the result of an attempt to notify a bot to its notification. If it failed, an entry after the notification says why,
   * except if the test has stopped it. It has the same time: the real time of a response is not that of the tenant.
   */
  addDelivery({ event: { callId, changeType, path, state }, messageId, result, url }: DeliveredEvent): void {
    const numbered = this.#messages.get(messageId)
    if (numbered?.entry.kind !== 'notification') return
    const { entry, number } = numbered
    const delivery = 'status' in result ? result.status : result.error.reason
    numbered.entry = { ...entry, deliveries: [...entry.deliveries, delivery] }
    this.#tell(callId, undefined)
    const reason = 'status' in result ? statusReason(result.status, url) : result.error.message
    if (reason === undefined || delivery === 'stopped') return
    const shownState = state !== undefined && { state }
    this.add(callId, { kind: 'delivery', time: entry.time, changeType, path, ...shownState, reason }, number)
  }

  save(): readonly SavedTimeline[] {
    return [...this.#calls.keys()].map((callId) => ({ callId, entries: this.of(callId) }))
  }

  prepare(saved: SavedValue): () => void {
    const unique = uniqueKeys()
    const timelines = saved.items().map((each) => {
      each.object('callId', 'entries')
      const callId = unique(each.at('callId').text(), each.at('callId'))
      return { callId, entries: each.at('entries').items(mostEntries).map(readEntry) }
    })
    return () => {
      this.clear()
      for (const { callId, entries } of timelines) {
        const numbered = entries.map((entry) => ({ entry, number: this.#count++ }))
        this.#calls.set(callId, numbered)
        for (const each of numbered) {
          if (each.entry.kind === 'notification') this.#messages.set(each.entry.messageId, each)
        }
        if (this.stateOf(callId) === 'terminated') this.#end(callId)
      }
    }
  }

  clear(): void {
    this.#calls.clear()
    this.#ended.clear()
    this.#messages.clear()
    this.#count = 0
  }

  #end(callId: string): void {
    this.#ended.add(callId)
    if (this.#ended.size <= mostEnded) return
    const [oldest = ''] = this.#ended
    this.#ended.delete(oldest)
    for (const each of this.#calls.get(oldest) ?? []) this.#forget(each)
    this.#calls.delete(oldest)
  }

  #forget(numbered: Numbered | undefined): void {
    if (numbered?.entry.kind === 'notification') this.#messages.delete(numbered.entry.messageId)
  }

  #tell(callId: string, entry: TimelineEntry | undefined): void {
    if (this.#listeners.size === 0) return
    for (const listener of [...this.#listeners]) listener(callId, entry)
  }
}

function statusReason(status: number, url: string | undefined): string | undefined {
  if (status < 300) return undefined
  return `${url ?? 'The bot'} returned ${status}.${status < 400 ? ` ${redirectHint}` : ''}`
}
