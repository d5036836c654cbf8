import { isOptions, type OptionKinds } from '../../model/known-options.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { checkedCount } from '../checked-values.ts'
import { hashOf } from '../hash.ts'
import { ageOf, readAge, type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'

/**
 * Rate limit of each app. An app has a bucket of requests that refills evenly. The token names the app it was issued to
 * (`appid` or `azp`). A token that does not name an app has its own bucket.
 *
 * @example
 * ```ts
 * const tenant = createTenant({ throttle: { requests: 10, seconds: 1 } })
 * ```
 */
export interface ThrottleOptions {
  /** Number of requests in a full bucket. Defaults to 5,000. */
  readonly requests?: number | undefined
  /** Time in which an empty bucket refills, in seconds. Defaults to 10. */
  readonly seconds?: number | undefined
}

const throttleOptionKinds: OptionKinds<ThrottleOptions> = { requests: 'checked', seconds: 'checked' }

interface Bucket {
  left: number
  /** Time at which the bucket had this many requests left, in milliseconds since 1970. */
  time: number
}

/** Requests left in the bucket of each app, and the age of that number in milliseconds. */
export type SavedBuckets = readonly (readonly [app: number, left: number, age: number])[]

/** Number of buckets above which full ones are deleted. A full bucket is the same as no bucket. */
const bucketLimit = 1_000

/** Number of buckets above which the oldest are deleted, even if they are not full. */
const mostBuckets = 10_000

/** Counts the requests of each app. Source: Graph, throttling limits (cloud communications): 5,000 requests per app in 10 seconds. */
export class Throttle implements StatefulPart<SavedBuckets> {
  readonly #buckets = new Map<number, Bucket>()
  readonly #capacity: number
  readonly #perMillisecond: number
  /** Number of buckets at which full ones are deleted next. */
  #deleteAt = bucketLimit

  /** @throws TypeError if `requests` is not an integer of at least 1, or `seconds` is not above 0 */
  constructor(options: ThrottleOptions) {
    if (!isOptions(options)) {
      throw invalidValue(
        'throttle',
        options,
        'true, false, or an object such as { requests: 10, seconds: 1 }',
      )
    }
    checkOptions('throttle', options, throttleOptionKinds)
    const { requests = 5_000, seconds = 10 } = options
    this.#capacity = checkedCount('throttle.requests', requests)
    if (!Number.isFinite(seconds) || seconds <= 0) {
      throw invalidValue('throttle.seconds', seconds, 'a number above 0')
    }
    this.#perMillisecond = requests / (seconds * 1_000)
  }

  /**
   * Takes a request from the bucket of the app that the token belongs to.
   *
   * @param time - milliseconds since 1970
   * @returns undefined, or, if the bucket is empty, the seconds until it has a request again, rounded up
   */
  take(token: string, time: number): number | undefined {
    const app = appOf(token)
    const left = this.#leftAt(time, this.#buckets.get(app))
    if (left < 1) return Math.ceil((1 - left) / this.#perMillisecond / 1_000)
    if (this.#buckets.size >= this.#deleteAt) this.#deleteFull(time)
    this.#buckets.set(app, { left: left - 1, time })
    return undefined
  }

  save(now: number): SavedBuckets {
    return [...this.#buckets].map(([app, { left, time }]) => [app, left, ageOf(time, now)])
  }

  prepare(saved: SavedValue, now: number): () => void {
    const unique = uniqueKeys()
    const buckets = saved.items(mostBuckets).map((bucket) => {
      const [app = bucket, left = bucket, age = bucket] = bucket.tuple(3)
      const hash = unique(app.integer(-(2 ** 31), 2 ** 31 - 1), app)
      return [hash, { left: left.number(0, Number.MAX_VALUE), time: now - readAge(age) }] as const
    })
    return () => {
      this.clear()
      for (const [app, bucket] of buckets) this.#buckets.set(app, bucket)
    }
  }

  clear(): void {
    this.#buckets.clear()
  }

  #leftAt(time: number, bucket?: Bucket): number {
    if (!bucket) return this.#capacity
    const elapsed = Math.max(0, time - bucket.time)
    return Math.min(this.#capacity, bucket.left + elapsed * this.#perMillisecond)
  }

  #deleteFull(time: number): void {
    for (const [app, bucket] of this.#buckets) {
      if (this.#leftAt(time, bucket) === this.#capacity) this.#buckets.delete(app)
    }
    for (const app of this.#buckets.keys()) {
      if (this.#buckets.size < mostBuckets) break
      this.#buckets.delete(app)
    }
    // If few were full, wait for twice as many buckets: a scan for each request would become slower and slower.
    this.#deleteAt = Math.min(mostBuckets, Math.max(bucketLimit, 2 * this.#buckets.size))
  }
}

/**
 * Returns a hash of the app that a token was issued to, or of the token itself if it does not name an app. Snapshots then
 * contain neither apps nor tokens.
 *
 * Source: Microsoft identity platform, access token claims (`appid` of v1.0, `azp` of v2.0).
 */
function appOf(token: string): number {
  return hashOf(claimOf(token) ?? token)
}

function claimOf(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(
      atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')),
    )
    const { appid, azp }: { appid?: unknown; azp?: unknown } = Object(claims)
    return [appid, azp].find((claim) => typeof claim === 'string')
  } catch {
    return undefined
  }
}
