import type { CallProgress } from './call-progress.ts'
import { type StoredCall, stored } from './stored-call.ts'

/** Call in a snapshot. */
export interface SavedCall {
  readonly id: string
  readonly call: unknown
  /** `age` is the time since the call entered its state, in milliseconds. */
  readonly progress?: Omit<CallProgress, 'since'> & { readonly age: number }
}

export function saveCalls(calls: ReadonlyMap<string, StoredCall>, now: number): readonly SavedCall[] {
  return [...calls].map(([id, { fullText, progress }]) => {
    const call: unknown = JSON.parse(fullText)
    if (!progress) return { id, call }
    const { since, ...rest } = progress
    return { id, call, progress: { ...rest, age: now - since } }
  })
}

export function restoreCalls(saved: readonly SavedCall[], now: number): Map<string, StoredCall> {
  return new Map(
    saved.map(({ id, call, progress }) => {
      const restored = stored(JSON.stringify(call))
      if (!progress) return [id, restored]
      const { age, ...rest } = progress
      return [id, { ...restored, progress: { ...rest, since: now - age } }]
    }),
  )
}
