import { isJsonObject } from '../model/json.ts'
import type { CallProgress } from './calls/call-progress.ts'
import { hashOf } from './calls/hash.ts'
import { type StoredCall, stored } from './calls/stored-call.ts'
import type { SavedFaults } from './faults/faults.ts'
import type { SavedBuckets } from './faults/throttle.ts'
import type { LoggedRequest } from './http/request-log.ts'
import { SnapshotError } from './snapshot-error.ts'

const format = 'graph-call-testkit tenant'
const version = 1

/**
 * All that is in a tenant, as JSON: it may be written to a file, and be restored from there. What is in it is for the version
 * that took it to read; a change of it is noticed.
 */
export interface TenantSnapshot {
  /** What tells a snapshot from other JSON. */
  readonly format: typeof format
  /** Of the form of snapshots, not of the package. */
  readonly version: typeof version
  /** Of all that `tenant` holds. */
  readonly checksum: string
  /** What is in the tenant; for `restore` to read. */
  readonly tenant: SavedTenant
}

/** What a snapshot holds. Times stand as ages: none passes for a tenant while it is saved. */
export interface SavedTenant {
  /** How many requests were answered: the next id of one, and the place in the stream of latencies. */
  readonly answered: number
  readonly calls: readonly SavedCall[]
  /** The ids of calls that have ended, and that no synthetic call takes the place of. */
  readonly endedSynthetic: readonly string[]
  readonly trouble: SavedFaults
  readonly buckets: SavedBuckets
  readonly requests: readonly LoggedRequest[]
}

interface SavedCall {
  readonly id: string
  readonly call: unknown
  readonly life?: Omit<CallProgress, 'since'> & { readonly age: number }
}

export function snapshotOf(tenant: SavedTenant): TenantSnapshot {
  const saved = copied(tenant)
  return { format, version, checksum: checksumOf(saved), tenant: saved }
}

/** @throws SnapshotError where it is nothing that `snapshotOf` gave */
export function readSnapshot(value: unknown): SavedTenant {
  const found: Readonly<Partial<Record<keyof TenantSnapshot, unknown>>> = Object(value)
  if (found.format !== format) throw new SnapshotError('no-snapshot')
  if (found.version !== version) throw new SnapshotError('other-version')
  if (!isUnchanged(found)) throw new SnapshotError('changed')
  return copied(found.tenant)
}

/** Through text: what is undefined is gone, and nothing is shared. */
function copied(tenant: SavedTenant): SavedTenant {
  return JSON.parse(JSON.stringify(tenant))
}

/** What has the checksum is what was saved, and has its shape. */
function isUnchanged<T extends { readonly tenant?: unknown; readonly checksum?: unknown }>(
  value: T,
): value is T & { readonly tenant: SavedTenant } {
  try {
    return value.checksum === checksumOf(value.tenant)
  } catch {
    return false // No JSON: it holds itself, or a bigint.
  }
}

/** Of the values, in whichever order their keys come back from where they were kept. */
function checksumOf(tenant: unknown): string {
  const text = JSON.stringify(tenant, (_key, value: unknown) =>
    isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return [text, `${text.length}:${text}`]
    .map((each) => (hashOf(each) >>> 0).toString(16).padStart(8, '0'))
    .join('')
}

export function saveCalls(calls: ReadonlyMap<string, StoredCall>, now: number): readonly SavedCall[] {
  return [...calls].map(([id, { whole, progress }]) => {
    const call: unknown = JSON.parse(whole)
    if (!progress) return { id, call }
    const { since, ...rest } = progress
    return { id, call, life: { ...rest, age: now - since } }
  })
}

export function restoreCalls(saved: readonly SavedCall[], now: number): ReadonlyMap<string, StoredCall> {
  return new Map(
    saved.map(({ id, call, life }) => {
      const kept = stored(JSON.stringify(call))
      if (!life) return [id, kept]
      const { age, ...rest } = life
      return [id, { ...kept, progress: { ...rest, since: now - age } }]
    }),
  )
}
