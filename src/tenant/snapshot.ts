import { isJsonObject } from '../model/json.ts'
import { jsonCopy } from '../model/json-copy.ts'
import { describeValue } from '../read/describe-value.ts'
import type { CallCount } from './calls/call-counts.ts'
import type { SavedCall } from './calls/saved-calls.ts'
import type { SavedSession } from './calls/sessions.ts'
import type { SavedTimeline } from './calls/timeline.ts'
import type { SavedClock } from './clock/clock.ts'
import type { SavedFaults } from './faults/saved-faults.ts'
import type { SavedBuckets } from './faults/throttle.ts'
import { hashOf } from './hash.ts'
import type { LoggedRequest } from './http/logged-request.ts'
import type { SavedCounter } from './http/request-counter.ts'
import type { SavedApp } from './identity/registered-apps.ts'
import type { SavedPrompts } from './media/prompts.ts'
import type { SavedRecording } from './media/recordings.ts'
import type { PendingNotification } from './notifications/pending.ts'
import type { Bot } from './people/bots.ts'
import type { SavedPeople } from './people/people.ts'
import type { Ring } from './people/rings.ts'
import type { SavedRuns } from './people/script-runs.ts'
import { SavedValue } from './saved-value.ts'
import { SnapshotError, type SnapshotProblem } from './snapshot-error.ts'
import type { StatefulPart } from './stateful-part.ts'

const format = 'graph-call-testkit tenant'
const version = 3

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
  readonly counter: SavedCounter
  readonly clock: SavedClock
  readonly notifications: readonly PendingNotification[]
  readonly ids: number
  readonly sessions: readonly SavedSession[]
  /** Prompts in the caches of calls. */
  readonly prompts: readonly SavedPrompts[]
  readonly recordings: readonly SavedRecording[]
  readonly calls: readonly SavedCall[]
  readonly timeline: readonly SavedTimeline[]
  readonly callCounts: readonly CallCount[]
  readonly bots: readonly Bot[]
  /** Apps that `registerBot` has registered, without their secrets. */
  readonly apps: readonly SavedApp[]
  readonly people: SavedPeople
  readonly rings: readonly Ring[]
  readonly scripts: SavedRuns
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
  return { format, version, checksum: checksumOf(tenant) ?? '', tenant }
}

/** States that a snapshot of a tenant with other options does not have. */
const optionalParts: readonly string[] = ['endedSynthetic', 'buckets']

/**
 * Restores every part, or none if the value is not a valid snapshot. A part without a state in the snapshot is cleared.
 *
 * @param timeAfter - returns the time after the clock is restored: ages in a snapshot count from it
 * @throws SnapshotError if {@link takeSnapshot} cannot return this value
 */
export function restoreSnapshot(
  parts: StatefulParts,
  value: unknown,
  timeAfter: (clock: SavedValue) => number,
): void {
  const saved = readSnapshot(value)
  const all: readonly (readonly [string, StatefulPart<unknown>])[] = Object.entries(parts)
  saved.object(...all.map(([name]) => name), ...optionalParts)
  const now = timeAfter(saved.at('clock'))
  // Every part is checked before the first one changes.
  const changes = all.map(([name, part]) => {
    const state = saved.at(name)
    const isMissing = state.value === undefined && optionalParts.includes(name)
    return isMissing ? () => part.clear() : part.prepare(state, now)
  })
  for (const change of changes) change()
}

export function clearAll(parts: StatefulParts): void {
  for (const part of Object.values(parts)) part.clear()
}

function readSnapshot(value: unknown): SavedValue {
  // A copy, so that the value that is checked is the value that is restored.
  const json = jsonCopy(value)
  const snapshot = new SavedValue('copy' in json ? json.copy : value, [])
  const check = (name: keyof TenantSnapshot, expected: unknown, problem: SnapshotProblem) => {
    const { value } = snapshot.at(name)
    if (value !== expected) {
      throw new SnapshotError(problem, name, describeValue(expected), describeValue(value))
    }
  }
  check('format', format, 'not-a-snapshot')
  check('version', version, 'other-version')
  if ('notJson' in json) snapshot.at('tenant').fail('JSON')
  snapshot.object('format', 'version', 'checksum', 'tenant')
  const tenant = snapshot.at('tenant')
  if (!isJsonObject(tenant.value)) tenant.fail('an object')
  check('checksum', checksumOf(tenant.value) ?? tenant.fail('JSON that is not nested so deeply'), 'changed')
  return tenant
}

/** Returns a deep copy, without properties that are undefined. */
function copied(tenant: object): SavedTenant {
  return JSON.parse(JSON.stringify(tenant))
}

/**
 * Returns a checksum that does not depend on the order of keys, because a database may change it. Returns undefined if the
 * value is nested too deeply.
 */
function checksumOf(tenant: unknown): string | undefined {
  try {
    const text = JSON.stringify(tenant, (_key, value: unknown) =>
      isJsonObject(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    )
    return [text, `${text.length}:${text}`]
      .map((each) => (hashOf(each) >>> 0).toString(16).padStart(8, '0'))
      .join('')
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
