import { isJsonObject } from '../model/json.ts'
import { jsonCopy } from '../model/json-copy.ts'
import type { SavedCall } from './calls/saved-calls.ts'
import type { SavedFaults } from './faults/faults.ts'
import type { SavedBuckets } from './faults/throttle.ts'
import { hashOf } from './hash.ts'
import type { LoggedRequest } from './http/request-log.ts'
import { SnapshotError } from './snapshot-error.ts'
import type { StatefulPart } from './stateful-part.ts'

const format = 'graph-call-testkit tenant'
const version = 1

/**
 * State of a tenant as JSON. You can save it to a file and restore it later, but not edit it: a checksum detects changes.
 * The content may differ between versions of this package.
 *
 * @example
 * ```ts
 * import { readFileSync, writeFileSync } from 'node:fs'
 *
 * writeFileSync('tenant.json', JSON.stringify(tenant.snapshot()))
 * const saved: TenantSnapshot = JSON.parse(readFileSync('tenant.json', 'utf8'))
 * createTenant().restore(saved)
 * ```
 */
export interface TenantSnapshot {
  /** Identifies the JSON as a snapshot. */
  readonly format: typeof format
  /** Version of the snapshot format, not of the package. */
  readonly version: typeof version
  /** Checksum of `tenant`. */
  readonly checksum: string
  /** State of the tenant, for `tenant.restore`. */
  readonly tenant: SavedTenant
}

/** State of each part of a tenant, by name. */
export interface SavedTenant {
  /** Number of requests that the tenant has responded to. */
  readonly requestCount: number
  readonly calls: readonly SavedCall[]
  /** Ids of synthetic calls that have ended. */
  readonly endedSynthetic?: readonly string[]
  readonly faults: SavedFaults
  readonly buckets?: SavedBuckets
  readonly requests: readonly LoggedRequest[]
}

/** Parts of a tenant that have state, by their name in a snapshot. */
export type StatefulParts = {
  readonly [Name in keyof SavedTenant]: StatefulPart<NonNullable<SavedTenant[Name]>>
}

export function takeSnapshot(parts: StatefulParts, now: number): TenantSnapshot {
  const states = Object.entries(parts).map(([name, part]) => [name, part.save(now)])
  const tenant = copied(Object.fromEntries(states))
  return { format, version, checksum: checksumOf(tenant), tenant }
}

/**
 * Restores every part, or none if the value is not a valid snapshot. A part without a state in the snapshot is cleared.
 *
 * @throws SnapshotError if the value was not returned by {@link takeSnapshot}
 */
export function restoreSnapshot(parts: StatefulParts, value: unknown, now: number): void {
  // The checksum proves that each state has the type that its part has saved.
  const states: Readonly<Record<string, unknown>> = { ...readSnapshot(value) }
  const all: readonly (readonly [string, StatefulPart<unknown>])[] = Object.entries(parts)
  for (const [name, part] of all) {
    if (states[name] === undefined) part.clear()
    else part.restore(states[name], now)
  }
}

export function clearAll(parts: StatefulParts): void {
  for (const part of Object.values(parts)) part.clear()
}

function readSnapshot(value: unknown): SavedTenant {
  // A copy, so that the value that is checked is the value that is restored.
  const json = jsonCopy(value)
  if ('notJson' in json)
    throw new SnapshotError(json.notJson.path[0] === 'tenant' ? 'changed' : 'not-a-snapshot')
  const found: Readonly<Partial<Record<keyof TenantSnapshot, unknown>>> = Object(json.copy)
  if (found.format !== format) throw new SnapshotError('not-a-snapshot')
  if (found.version !== version) throw new SnapshotError('other-version')
  if (!isUnchanged(found)) throw new SnapshotError('changed')
  return found.tenant
}

/** Returns a deep copy, without properties that are undefined. */
function copied(tenant: object): SavedTenant {
  return JSON.parse(JSON.stringify(tenant))
}

/** True if the checksum matches. The value is then the saved one, so its type is known. */
function isUnchanged<T extends { readonly tenant?: unknown; readonly checksum?: unknown }>(
  value: T,
): value is T & { readonly tenant: SavedTenant } {
  return value.tenant !== undefined && value.checksum === checksumOf(value.tenant)
}

/** Returns a checksum that does not depend on the order of keys, because a database may change it. */
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
