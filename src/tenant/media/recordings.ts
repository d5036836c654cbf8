import { ageOf, readAge, type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { longestRecording } from './media-item.ts'

/** Path of the recordings. The id follows. */
export const recordingPath = '/recordings/'

/** Time for which a recording is kept after the end of its call, in milliseconds. Assumed: the documentation says "shortly". */
export const keptMilliseconds = 60_000

/** Recording that a bot can fetch. */
export interface Recording {
  readonly callId: string
  readonly milliseconds: number
  /** Time at which its call ended. */
  readonly endedAt?: number | undefined
}

/** Recording in a snapshot. */
export interface SavedRecording {
  readonly id: string
  readonly callId: string
  readonly milliseconds: number
  /** Time since its call ended. */
  readonly age?: number
}

/** Returns the `recordingAccessToken` of a recording. It has the form of a JWT, so that logs replace it. */
export function tokenOfRecording(id: string): string {
  // The header is {"typ":"JWT"} in base64url.
  return `eyJ0eXAiOiJKV1QifQ.${id}`
}

/** Recordings of a tenant, by id. Only their lengths are kept: the audio is made when it is fetched. */
export class Recordings implements StatefulPart<readonly SavedRecording[]> {
  #recordings = new Map<string, Recording>()
  #byCall = new Map<string, string[]>()
  /** Ids of the recordings whose call has ended, in the order of their ends. */
  #ended = new Set<string>()

  add(id: string, recording: Recording): void {
    this.#recordings.set(id, recording)
    const { callId } = recording
    if (recording.endedAt !== undefined) return void this.#ended.add(id)
    const ids = this.#byCall.get(callId) ?? []
    this.#byCall.set(callId, ids)
    ids.push(id)
  }

  /** Returns a recording that was not removed. */
  find(id: string, now: number): Recording | undefined {
    this.#removeExpired(now)
    return this.#recordings.get(id)
  }

  /** Removes the recordings of a call after some time. */
  endCall(callId: string, now: number): void {
    this.#removeExpired(now)
    for (const id of this.#byCall.get(callId) ?? []) {
      const recording = this.#recordings.get(id)
      if (!recording) continue
      this.#recordings.set(id, { ...recording, endedAt: now })
      this.#ended.add(id)
    }
    this.#byCall.delete(callId)
  }

  save(now: number): readonly SavedRecording[] {
    return [...this.#recordings].map(([id, { callId, milliseconds, endedAt }]) => ({
      id,
      callId,
      milliseconds,
      ...(endedAt !== undefined && { age: ageOf(endedAt, now) }),
    }))
  }

  prepare(saved: SavedValue, now: number): () => void {
    const unique = uniqueKeys()
    const recordings = saved.items().map((each): [string, Recording] => {
      each.object('id', 'callId', 'milliseconds', 'age')
      const age = each.optional('age', readAge)
      const recording = {
        callId: each.at('callId').text(),
        milliseconds: each.at('milliseconds').integer(0, longestRecording),
        ...(age !== undefined && { endedAt: now - age }),
      }
      return [unique(each.at('id').text(), each.at('id')), recording]
    })
    return () => {
      this.clear()
      for (const [id, recording] of recordings) this.add(id, recording)
      this.#ended = new Set([...this.#ended].sort((a, b) => this.#endOf(a) - this.#endOf(b)))
    }
  }

  clear(): void {
    this.#recordings = new Map()
    this.#byCall = new Map()
    this.#ended = new Set()
  }

  #removeExpired(now: number): void {
    for (const id of this.#ended) {
      if (now - this.#endOf(id) < keptMilliseconds) return
      this.#ended.delete(id)
      this.#recordings.delete(id)
    }
  }

  #endOf(id: string): number {
    return this.#recordings.get(id)?.endedAt ?? 0
  }
}
